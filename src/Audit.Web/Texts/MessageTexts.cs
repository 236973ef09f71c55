using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Actions.Tracking;
using Audit.Workflows.Cases;

namespace Audit.Web.Texts;

/// <summary>Messages in plain words.</summary>
public static class MessageTexts
{
    private static readonly Dictionary<string, Func<string>> Notices = new()
    {
        ["adopted"] = () => Tr($"De doorlichting is vastgesteld. De acties kunnen beginnen."),
        ["repeat"] = () => Tr($"Er is een jaar voorbij. Het is tijd voor de hertoets."),
        ["offer-full"] = () => Tr($"De quickscan is klaar. Met dezelfde antwoorden kan de volledige doorlichting beginnen."),
        ["follow-up-done"] = () => Tr($"Alle acties zijn klaar. De opvolging is gestopt."),
        ["level-1-notice"] = () => Tr($"Een ronde langs de acties is blijven liggen. De begeleider pakt het nu op."),
        ["level-2-notice"] = () => Tr($"De acties blijven achter. Er is een gesprek met de opdrachtgever nodig."),
        [Escalations.MessageKey] = () => Tr($"Een of meer acties zijn naar u opgeschaald. U vindt ze bij Acties, onder ‘Opgeschaald’."),
        ["reported"] = () => Tr($"Er is een vermoeden van discriminatie gemeld."),
        [CaseSharing.MessageKey] = () => Tr($"Het team heeft zijn antwoorden met u gedeeld."),
    };

    /// <summary>What a message says.</summary>
    /// <param name="message">The message.</param>
    /// <param name="view">The case.</param>
    public static string Of(MessageRow message, CaseView view)
    {
        if (message.Kind is MessageKind.Notice)
        {
            return Notices.GetValueOrDefault(message.StepKey)?.Invoke() ?? Tr($"Bericht: {message.StepKey}");
        }

        var step = view.Steps.FirstOrDefault(open => open.StepId == message.StepId);
        var name = step is null ? message.StepKey : StepTexts.NameOf(step.Activity, step.StepKey, view.Case.Instrument.Value);
        var task = view.Case.Tasks.FirstOrDefault(known => known.Key == message.TaskKey)?.Name;
        var what = task is null ? $"‘{name}’" : Tr($"‘{name}’ bij ‘{task}’");
        var due = step?.DueUtc is { } day ? Dates.Day(day) : string.Empty;
        return message.Kind is MessageKind.Reminder
            ? Tr($"Herinnering: {what} moet uiterlijk {due} klaar zijn.")
            : Tr($"{what} had op {due} klaar moeten zijn.{(step is not null && view.MayTakeOver(step) ? Tr($" U kunt deze stap nu ook doen.") : string.Empty)}");
    }
}
