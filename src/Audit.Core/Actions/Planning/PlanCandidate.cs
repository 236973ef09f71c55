using Audit.Core.Instruments;

namespace Audit.Core.Actions.Planning;

/// <summary>A set of measures with what it costs and brings.</summary>
/// <param name="Measures">Positions in order of id, which is the order of the catalogue.</param>
/// <param name="Effort">Σ effort.</param>
/// <param name="Class">Working class with the measures carried out; null when nothing determines it.</param>
/// <param name="ResidualHigh">R.hi with the measures carried out; 0 without R.</param>
internal sealed record PlanCandidate(int[] Measures, int Effort, RiskClass? Class, double ResidualHigh)
{
    /// <summary>The cheapest first: least effort, then fewest measures, then lowest R.hi (to 12 decimals, so that ties are ties), then ids.</summary>
    public static IComparer<PlanCandidate> ByEffort { get; } = Comparer<PlanCandidate>.Create((one, other) =>
        OrIds((one.Effort, one.Measures.Length, one.Rounded).CompareTo((other.Effort, other.Measures.Length, other.Rounded)), one, other));

    /// <summary>The best result first: lowest class (one that nothing determines before all), then lowest R.hi, then the cheapest.</summary>
    public static IComparer<PlanCandidate> ByResult { get; } = Comparer<PlanCandidate>.Create((one, other) =>
        one.Result.CompareTo(other.Result) is var order && order != 0 ? order : ByEffort.Compare(one, other));

    /// <summary>The best to build on first: as <see cref="ByResult"/>, with the softened R.hi in the place of R.hi.</summary>
    public static IComparer<PlanCandidate> ByPromise { get; } = Comparer<PlanCandidate>.Create((one, other) =>
        (one.Result.Class, one.Softened).CompareTo((other.Result.Class, other.Softened)) is var order && order != 0 ? order : ByEffort.Compare(one, other));

    /// <summary>R.hi with the 4-norm of the components in the place of their maximum: it also falls when the second highest component does.</summary>
    public required double Softened { get; init; }

    /// <summary>Class and R.hi as they are compared.</summary>
    public (int Class, double ResidualHigh) Result => ((int?)Class ?? -1, Rounded);

    private double Rounded => Math.Round(ResidualHigh, 12);

    private static int OrIds(int order, PlanCandidate one, PlanCandidate other)
    {
        for (var i = 0; order == 0 && i < one.Measures.Length; i++)
        {
            order = one.Measures[i].CompareTo(other.Measures[i]);
        }

        return order;
    }
}
