namespace Audit.Workflows.Diagrams;

/// <summary>How many cases are at an activity now.</summary>
/// <param name="Running">Steps that are open there.</param>
/// <param name="Faults">Cases that stopped there on a failure.</param>
public sealed record StepCounts(int Running, int Faults)
{
    /// <summary>"3 lopend"; null when there are none.</summary>
    public string? RunningWords => Running > 0 ? Tr($"{Running} lopend") : null;

    /// <summary>"1 storing" or "2 storingen"; null when there are none.</summary>
    public string? FaultWords => Faults > 0 ? (Faults == 1 ? Tr($"1 storing") : Tr($"{Faults} storingen")) : null;

    /// <summary>Both in words, separated by a comma; empty when there is nothing to say.</summary>
    public string Words => string.Join(", ", new[] { RunningWords, FaultWords }.OfType<string>());
}
