using Audit.Data.Documents;
using Audit.Workflows.Definitions;

namespace Audit.Workflows.Diagrams;

/// <summary>A definition as Markdown: what it is for, who does what, and every step.</summary>
public static class DefinitionPage
{
    private const string Nothing = "–";

    /// <summary>The page of one definition.</summary>
    public static string Of(WorkflowDefinition definition)
    {
        var rows = DiagramTable.Of(definition);
        return $"""
            <!-- Gemaakt met 'audit workflow document'. Wijzig de werkstroom, niet dit bestand. -->
            # {Markdown.Text(definition.Name.Nl)}

            {Markdown.Text(definition.Description?.Nl ?? "Deze werkstroom heeft geen beschrijving.")}

            Bron: versie {definition.Version} van de werkstroom `{definition.DefinitionId}`.

            ![Tekening van de werkstroom; de tabel onder Stappen zegt hetzelfde]({definition.DefinitionId}.svg)

            ## Wie doet wat
            {string.Concat(rows.Where(row => row.Role is not null).GroupBy(row => row.Role).Select(role => $"\n* **{role.Key}**: {Markdown.Text(string.Join("; ", role.Select(row => row.Step)))}"))}

            ## Stappen

            {TableOf(rows)}
            """.ReplaceLineEndings("\n");
    }

    /// <summary>The steps as a table.</summary>
    public static string TableOf(WorkflowDefinition definition) => TableOf(DiagramTable.Of(definition));

    /// <summary>A table of definitions, each leading to its page.</summary>
    public static string ListOf(IEnumerable<WorkflowDefinition> definitions) => Table(
        ["Werkstroom", "Waarvoor"],
        definitions.Select(definition => new[] { $"[{Markdown.Text(definition.Name.Nl)}]({definition.DefinitionId}.md)", Markdown.Text(definition.Description?.Nl ?? Nothing) }));

    private static string TableOf(IEnumerable<DiagramRow> rows) => Table(
        ["Stap", "Onderdeel van", "Wie", "Termijn", "Daarna"],
        rows.Select(row => new[]
        {
            Markdown.Text(row.Step),
            row.Within.Count == 0 ? Nothing : Markdown.Text(string.Join(" › ", row.Within)),
            Markdown.Text(row.Who),
            Markdown.Text(row.Time ?? Nothing),
            string.Join("<br>", row.Follows.Select(follow => Markdown.Text(follow.Words))),
        }));

    private static string Table(string[] heads, IEnumerable<string[]> rows) =>
        string.Concat(rows.Prepend([.. heads.Select(_ => "---")]).Prepend(heads).Select(cells => $"| {string.Join(" | ", cells)} |\n"));
}
