using Audit.Core.Actions;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What can be chosen in the fields of an action.</summary>
public static class FieldOptions
{
    /// <summary>The options of a field, with what stands there even when it could not be chosen any more.</summary>
    public static IReadOnlyList<(string Value, string Label)> Of(FieldKind kind, ActionBook book, string chosen) => kind switch
    {
        FieldKind.Status => [.. Enum.GetValues<ActionStatus>().Select(OptionOf)],
        FieldKind.Priority => [.. Enum.GetValues<ActionPriority>().Select(priority => (priority.Dutch(), ActionTexts.NameOf(priority)))],
        FieldKind.Member => Members(book, chosen),
        FieldKind.Line or FieldKind.Text or FieldKind.Address or FieldKind.Day or FieldKind.Percent => [],
    };

    /// <summary>The statuses that an action can get without a look at its effect.</summary>
    public static IReadOnlyList<(string Value, string Label)> WithoutClosing =>
        [.. Enum.GetValues<ActionStatus>().Where(status => status != ActionStatus.Closed).Select(OptionOf)];

    private static (string Value, string Label) OptionOf(ActionStatus status) => (status.Dutch(), ActionTexts.TitleOf(status));

    private static List<(string Value, string Label)> Members(ActionBook book, string chosen)
    {
        var options = book.People.Where(person => person.MayOwn).Select(person => (Value: person.Id.ToString(), Label: person.Name))
            .Prepend((Value: string.Empty, Label: Tr($"Niemand"))).ToList();
        if (Guid.TryParse(chosen, out _) && options.TrueForAll(option => option.Value != chosen))
        {
            options.Add((chosen, book.People.FirstOrDefault(person => person.Id.ToString() == chosen)?.Name ?? Tr($"Iemand die niet meer meedoet")));
        }

        return options;
    }
}
