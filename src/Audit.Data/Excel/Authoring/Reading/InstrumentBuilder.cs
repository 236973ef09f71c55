using Audit.Data.Excel.Authoring.Forms;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>Puts the rows of all sheets together to the tree of an instrument.</summary>
internal sealed class InstrumentBuilder(RowGroups rows, Findings findings)
{
    private const string TaskPlace = "components";
    private const string BodyPlace = "crossCutting";

    public MapNode Build(FormRow single)
    {
        var questions = rows[InstrumentForms.Questions].ToLookup(row => row.Key(Columns.Component) ?? string.Empty);
        foreach (var row in rows[InstrumentForms.Questions].Where(row => row.Blanks.ContainsKey("kind") && row.Key(Columns.Component) != InstrumentForms.SeverityPlace))
        {
            findings.ErrorOnce(row.Blanks["kind"], Sentence.Of($"vul 'Soort' in"));
        }

        var register = new RegisterBuilder(rows, findings);
        return RowGroups.With(
            single.Node,
            ("sources", RowGroups.ListOf(rows[InstrumentForms.Sources])),
            ("scales", Scales(single.Line)),
            ("themes", RowGroups.ListOf(rows[InstrumentForms.Themes])),
            ("register", register.Register()),
            ("sessions", register.Sessions()),
            (BodyPlace, Components(BodyPlace, questions)),
            (TaskPlace, WithHomeless(Components(TaskPlace, questions) ?? new ListNode(single.Line, []), questions)),
            ("severity", RowGroups.ListOf([.. questions[InstrumentForms.SeverityPlace]])),
            ("gates", RowGroups.ListOf(rows[InstrumentForms.Gates])));
    }

    private ListNode Scales(int line) => new(line,
    [
        .. rows.Groups(InstrumentForms.Scales, Columns.Scale).Select(group =>
        {
            var id = group.First().Keys[Columns.Scale];
            return new MapNode(id.Line, [new("id", id.Line, id), new("options", id.Line, RowGroups.ListOf([.. group])!)]);
        }),
    ]);

    private ListNode? Components(string place, ILookup<string, FormRow> questions)
    {
        // A row without a readable place counts as one for tasks, so that its questions are checked too.
        var own = rows[InstrumentForms.Components].Where(row => (row.Key(Columns.Place) == BodyPlace ? BodyPlace : TaskPlace) == place).ToList();
        return RowGroups.ListOf(own, row => RowGroups.With(row.Node, ("questions", Questions(row, questions[row.Node.Text("id") ?? string.Empty]))));
    }

    private static ListNode Questions(FormRow component, IEnumerable<FormRow> questions) => new(component.Line, [.. questions.Select(row => row.Node)]);

    /// <summary>Questions of a component that does not exist stay in the tree, so that they are checked and conditions may name them.</summary>
    private ListNode WithHomeless(ListNode components, ILookup<string, FormRow> questions)
    {
        var known = rows[InstrumentForms.Components].Select(row => row.Node.Text("id")).Append(InstrumentForms.SeverityPlace).ToHashSet();
        var homeless = questions.Where(group => !known.Contains(group.Key)).ToList();
        foreach (var row in homeless.SelectMany(group => group).Where(_ => rows.Has(InstrumentForms.Components)))
        {
            findings.ErrorOnce(row.Keys[Columns.Component].Line, Sentence.Of($"'{row.Key(Columns.Component)}' staat niet op het blad {InstrumentForms.Components.Name}"));
        }

        return new ListNode(components.Line,
        [
            .. components.Items,
            .. homeless.Select(group => new MapNode(group.First().Keys[Columns.Component].Line, [new("questions", group.First().Line, Questions(group.First(), group))])),
        ]);
    }
}
