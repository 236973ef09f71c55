using Audit.Core.Scoring;
using Audit.Web.Charts;
using Audit.Workflows.Administration;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>What a version means for a case, in sentences.</summary>
public static class EffectLines
{
    public static IEnumerable<string> Of(VersionEffect effect)
    {
        yield return effect.Kept switch
        {
            0 => Tr($"Er is nog geen antwoord dat in beide versies telt."),
            1 => Tr($"1 antwoord blijft tellen."),
            _ => Tr($"{effect.Kept} antwoorden blijven tellen."),
        };
        if (effect.SetAside.Count > 0)
        {
            yield return Tr($"{Count(effect.SetAside.Count, Tr($"antwoord telt"), Tr($"antwoorden tellen"))} niet meer mee: {string.Join("; ", effect.SetAside.GroupBy(answer => answer.Reason).Select(ReasonOf))}. Wat is ingevuld, blijft bewaard.");
        }

        if (effect.Restored > 0)
        {
            yield return Tr($"{Count(effect.Restored, Tr($"antwoord dat eerder opzij is gezet, telt"), Tr($"antwoorden die eerder opzij zijn gezet, tellen"))} weer mee.");
        }

        if (effect.DistinctionsSetAside > 0)
        {
            yield return Tr($"{Count(effect.DistinctionsSetAside, Tr($"onderscheid in het register telt"), Tr($"onderscheiden in het register tellen"))} niet meer mee.");
        }

        yield return effect.NewOpen.Count == 0
            ? Tr($"Er komen geen nieuwe open vragen bij.")
            : $"{Count(effect.NewOpen.Count, Tr($"nieuwe open vraag"), Tr($"nieuwe open vragen"))}: {string.Join(", ", effect.NewOpen)}.";
    }

    /// <summary>The class of a task, before and after.</summary>
    public static string Of(TaskEffect task) => task.Before == task.After
        ? Tr($"blijft {DutchText.Classes(task.After)}")
        : $"{DutchText.Classes(task.Before)} → {DutchText.Classes(task.After)}";

    /// <summary>Why a case stays on its version whatever is published.</summary>
    public static string StaysOn(CaseOnVersion found) =>
        Tr($"Deze doorlichting is vastgesteld of afgerond. Zij blijft op versie {found.Version}. Wat hier staat, is alleen ter informatie.");

    private static string ReasonOf(IGrouping<Core.Assessments.Misfit, SetAsideAnswer> same) =>
        $"{InstrumentWords.Of(same.Key)} ({string.Join(", ", same.Select(answer => answer.QuestionId).Distinct())})";

    private static string Count(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";
}
