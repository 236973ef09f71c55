using Audit.Core.Instruments;
using Audit.Web.Charts;

namespace Audit.Web.Pages.Progress;

/// <summary>The progress of a task in plain sentences, made from its numbers.</summary>
public static class ProgressSentence
{
    public static string Of(TaskProgress task) => string.Join(' ', new[] { Classes(task), Promise(task), Actions(task), Open(task) }.Where(sentence => sentence.Length > 0));

    private static string Classes(TaskProgress task)
    {
        var (then, now) = (Word(task.Adopted.Class.Working), Word(task.Measured.Class.Working));
        var start = Tr($"Bij de vaststelling was de werkklasse {then}.");
        if (task.Taken == 0 && task.Adopted.Residual == task.Measured.Residual)
        {
            return Tr($"{start} Er is nog geen effect gemeten.");
        }

        var residual = task.Adopted.Residual is { } before && task.Measured.Residual is { } after
            ? Tr($"; het restrisico is nu ten hoogste {DutchText.Number(after.High)}, dat was {DutchText.Number(before.High)}")
            : string.Empty;
        return then == now
            ? Tr($"{start} Naar de metingen tot nu toe is die nog steeds {now}{residual}.")
            : Tr($"{start} Naar de metingen tot nu toe is die {now}{residual}.");
    }

    private static string Promise(TaskProgress task) => task.Promised is { Working: { } promised }
        ? Tr($"Het plan belooft {Word(promised)}, als alle maatregelen werken zoals verwacht.")
        : string.Empty;

    private static string Actions(TaskProgress task) => task.Actions.Count == 0
        ? Tr($"Er zijn geen acties.")
        : Tr($"Van de {Count(task.Actions.Count, Tr($"actie"), Tr($"acties"))} {(task.Closed == 1 ? Tr($"is er 1") : Tr($"zijn er {task.Closed}"))} afgesloten op het effect{(task.Reopened > 0 ? Tr($" en {(task.Reopened == 1 ? Tr($"is er 1") : Tr($"zijn er {task.Reopened}"))} heropend") : string.Empty)}. ")
            + Taken(task.Taken, Count(task.Needed, Tr($"meting"), Tr($"metingen")));

    private static string Taken(int taken, string needed) => taken == 1
        ? Tr($"{taken} van de {needed} die nodig zijn, is gedaan.")
        : Tr($"{taken} van de {needed} die nodig zijn, zijn gedaan.");

    private static string Open(TaskProgress task) => task.Measured.Class.Low != task.Measured.Class.High
        ? Tr($"Omdat nog antwoorden open zijn, is de klasse een bereik; wij werken met de hoogste.")
        : string.Empty;

    private static string Count(int count, string one, string more) => $"{count} {(count == 1 ? one : more)}";

    private static string Word(RiskClass? riskClass) => DutchText.Class(riskClass).ToLowerInvariant();
}
