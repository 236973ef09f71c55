using Audit.Core.Actions;
using Audit.Core.Scoring;
using Audit.Web.Charts;
using Audit.Web.Pages.Results;

namespace Audit.Web.Texts;

/// <summary>The Dutch words about the aim of a plan and what its actions bring.</summary>
public static class PlanTexts
{
    public static string Of(PlanAim aim) => aim switch
    {
        ReachClass reach => Tr($"Hooguit klasse {ResultWords.Lower(reach.Class)} voor elke taak, met zo min mogelijk inspanning"),
        WithinBudget within => Tr($"De grootste verlaging met hooguit {Points(within.Effort)} voor alle taken samen"),
        LargestReduction => Tr($"De grootste verlaging die met de maatregelen kan"),
        _ => throw new ArgumentOutOfRangeException(nameof(aim)),
    };

    /// <summary>Whether something better may exist, in the words of the aim.</summary>
    public static string Proof(PlanAim aim, bool isProven) => (aim, isProven) switch
    {
        (WithinBudget, true) => Tr($"Dit is bewezen het beste binnen deze inspanning."),
        (_, true) => Tr($"Dit is bewezen de minste inspanning."),
        (WithinBudget, false) => Tr($"Misschien kan het binnen deze inspanning nog iets beter: niet elke combinatie is bekeken."),
        (_, false) => Tr($"Misschien bestaat er een lichter plan: niet elke combinatie is bekeken."),
    };

    public static string Points(int effort) => effort == 1 ? Tr($"1 punt inspanning") : Tr($"{DutchText.Count(effort)} punten inspanning");

    /// <summary>What one measure does in the plan that it is in.</summary>
    public static string EffectOf(MeasureForecast measure, PlanForecast plan)
    {
        if (measure.Because.Count == 0)
        {
            return Tr($"Bij de antwoorden van nu verandert deze maatregel niets aan de score.");
        }

        if (plan.ResidualBefore?.High is not { } now || plan.ResidualAfter?.High is not { } after
            || measure.ResidualHighAlone is not { } alone || measure.ResidualHighWithout is not { } without)
        {
            return DutchText.Capital(DutchText.NotComputable);
        }

        var needed = without > after + ComputedProfile.Tolerance
            ? Tr($"zonder deze maatregel zou het met dit plan ten hoogste {Number(without, after)} zijn in plaats van {Number(after, without)}")
            : Tr($"naast de rest van het plan is deze maatregel voor het restrisico niet nodig");
        return Tr($"Alleen deze maatregel brengt het restrisico van ten hoogste {Number(now, alone)} naar {Number(alone, now)}; {needed}.");
    }

    /// <summary>What a measure would add to a plan.</summary>
    public static string AddedBy(AddedForecast added, PlanForecast plan)
    {
        var (before, after) = (plan.ResidualAfter?.High, added.ResidualHigh);
        var residual = (before, after) is not ({ } from, { } to) ? Tr($"het restrisico is niet te berekenen")
            : to < from - ComputedProfile.Tolerance ? Tr($"verlaagt het restrisico van ten hoogste {Number(from, to)} naar {Number(to, from)}")
            : to > from + ComputedProfile.Tolerance ? Tr($"verhoogt het restrisico van ten hoogste {Number(from, to)} naar {Number(to, from)}, omdat er dan andere vragen gelden")
            : Tr($"verandert het restrisico niet");
        return added.Class == plan.After.Working ? $"{DutchText.Capital(residual)}." : Tr($"{DutchText.Capital(residual)}; klasse van {DutchText.Class(plan.After.Working).ToLowerInvariant()} naar {DutchText.Class(added.Class).ToLowerInvariant()}.");
    }

    /// <summary>With as many decimals as it takes to see the difference.</summary>
    private static string Number(double value, double other)
    {
        var decimals = Enumerable.Range(2, 3).FirstOrDefault(count => DutchText.Number(value, count) != DutchText.Number(other, count), 2);
        return DutchText.Number(value, decimals);
    }
}
