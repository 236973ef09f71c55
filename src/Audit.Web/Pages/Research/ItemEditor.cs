using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;

namespace Audit.Web.Pages.Research;

/// <summary>A form for one research question, with what can be chosen in it.</summary>
/// <param name="Form">What stands in its fields.</param>
/// <param name="View">The case.</param>
/// <param name="Members">Who may have it on their plate.</param>
public sealed record ItemEditor(ItemForm Form, CaseView View, IReadOnlyList<MemberName> Members)
{
    /// <summary>Where the form is sent.</summary>
    public required string Address { get; init; }

    /// <summary>What the button says.</summary>
    public required string Button { get; init; }

    /// <summary>Whether it can be sent at all; otherwise it only keeps what was typed.</summary>
    public required bool MaySend { get; init; }

    /// <summary>Whether the fields for how far it is are shown: for a new question there is nothing to tell yet.</summary>
    public bool ShowsProgress => Form.Seen is not null || Form.Status != nameof(ResearchStatus.Open) || Form.Bevinding is not null;

    /// <summary>The tasks, the one that stands there even when it was dropped, and the whole body.</summary>
    public IEnumerable<(string Value, string Label)> Tasks
    {
        get
        {
            var tasks = View.Case.Tasks.Select(task => (task.Key, task.Name)).ToList();
            var chosen = Form.Taak ?? string.Empty;
            if (chosen.Length > 0 && tasks.TrueForAll(task => task.Key != chosen))
            {
                tasks.Add((chosen, View.Case.DroppedTasks.FirstOrDefault(task => task.Key == chosen)?.Name ?? Tr($"Taak die niet meer wordt onderzocht")));
            }

            return tasks.Append((string.Empty, ResearchTexts.Body));
        }
    }

    /// <summary>Nobody, the members, and who stands there even when that person left.</summary>
    public IEnumerable<(string Value, string Label)> Owners
    {
        get
        {
            var owners = Members.Select(member => (Value: member.Id.ToString(), Label: member.Name)).Prepend((Value: string.Empty, Label: Tr($"Nog niemand"))).ToList();
            if (Guid.TryParse(Form.Wie, out _) && owners.TrueForAll(owner => owner.Value != Form.Wie))
            {
                owners.Add((Form.Wie, Tr($"Iemand die niet meer meedoet")));
            }

            return owners;
        }
    }

    public static IEnumerable<(string Value, string Label)> Statuses =>
        Enum.GetValues<ResearchStatus>().Select(status => (status.ToString(), ResearchTexts.NameOf(status)));
}
