using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;

namespace Audit.Web.Pages.Administration;

/// <summary>Words that the pages of administrators share.</summary>
public static class AdminWords
{
    public static string Cases(int count) => count switch
    {
        0 => Tr($"Geen doorlichting"),
        1 => Tr($"1 doorlichting"),
        _ => Tr($"{count} doorlichtingen"),
    };

    public static string Days(double days) => days is 1 ? Tr($"1 dag") : Tr($"{days:#,0.#} dagen");

    /// <summary>Word and kind of badge for a change.</summary>
    public static (string Word, string Badge) Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => (Tr($"Nieuw"), "success"),
        ChangeKind.Removed => (Tr($"Vervalt"), "error"),
        ChangeKind.Changed => (Tr($"Gewijzigd"), "warning"),
    };

    /// <summary>Name of the activity at a path; the path itself when the definition does not know it.</summary>
    public static string StepName(WorkflowDefinition definition, string path) => definition.Find(path) is { } node ? StepWords.NameOf(node) : path;

    /// <summary>Steps by name, each with the number of tasks for which it is open.</summary>
    public static string Steps(IEnumerable<string> names) =>
        string.Join(", ", names.GroupBy(name => name).Select(same => same.Count() == 1 ? same.Key : Tr($"{same.Key} ({same.Count()} taken)")));
}
