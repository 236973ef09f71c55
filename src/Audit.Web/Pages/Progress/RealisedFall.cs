using Audit.Web.Charts;

namespace Audit.Web.Pages.Progress;

/// <summary>The fall of the highest residual risk of a task: what was measured beside what the plan promised.</summary>
/// <param name="Realised">Below 0 when the risk rose; 0 when it cannot be calculated.</param>
/// <param name="Promised">0 when there is no plan, or when it promises nothing.</param>
public sealed record RealisedFall(double Realised, double Promised)
{
    // What rounds to zero is nothing.
    private const double Smallest = 0.005;

    /// <summary>Both in words.</summary>
    public string Words => (Realised, Promised) switch
    {
        (_, < Smallest) => Tr($"het plan belooft geen lager restrisico"),
        ( < -Smallest, _) => Tr($"het restrisico steeg met {DutchText.Number(-Realised)}, beloofd is een daling van {DutchText.Number(Promised)}"),
        _ => Tr($"{DutchText.Number(Realised)} van de beloofde {DutchText.Number(Promised)}"),
    };

    public static RealisedFall Of(TaskProgress task)
    {
        var before = task.Adopted.Residual?.High;
        return new(before - task.Measured.Residual?.High ?? 0, before - task.PromisedResidual?.High ?? 0);
    }
}
