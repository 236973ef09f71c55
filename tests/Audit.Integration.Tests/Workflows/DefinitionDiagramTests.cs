using Audit.Workflows.Activities;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>Where the drawing of a definition puts what, for the shipped definitions and for arbitrary ones.</summary>
public sealed class DefinitionDiagramTests
{
    private static readonly IReadOnlyList<(string Name, DefinitionDiagram Diagram)> Diagrams =
        [.. SampleDiagrams.All().Select(sample => (sample.Name, DefinitionDiagram.Of(sample.Definition)))];

    [Fact]
    public void Of_AnyDefinition_DrawsEveryActivityOnce() => ForAll(diagram =>
    {
        var drawn = diagram.Elements.Select(PathOf).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var expected = diagram.Definition.Activities.Skip(1).Where(node => !IsPlainBody(diagram.Definition, node)).Select(node => node.Path).Order(StringComparer.Ordinal);
        return !drawn.SequenceEqual(expected) ? [$"drawn: {string.Join(", ", drawn)}"] : [];
    });

    [Fact]
    public void Of_AnyDefinition_DrawsEveryConnectionOnce() => ForAll(diagram =>
        from flowchart in diagram.Definition.Activities
        from connection in flowchart.Connections
        let source = $"{flowchart.Path}/{connection.Source.Activity}"
        let target = $"{flowchart.Path}/{connection.Target.Activity}"
        where Lines(diagram).Count(line => line.From == source && line.To == target && line.Outcomes.Contains(connection.Source.Name)) != 1
        select $"{connection.Source} to {connection.Target.Activity}");

    [Fact]
    public void Of_AnyDefinition_LabelsEveryChoiceInDutch() => ForAll(diagram =>
        from line in Lines(diagram)
        where line.From is not null && diagram.Definition.Find(line.From)!.Type is { Outcomes.Count: > 1 } type
            && !type.Outcomes.Where(outcome => line.Outcomes.Contains(outcome.Name)).All(outcome => line.Label?.Words.Contains(outcome.Words, StringComparison.OrdinalIgnoreCase) == true)
        select $"{line.From} {line.Label?.Words}");

    [Fact]
    public void Of_AnyDefinition_NoTwoBoxesOverlap() => ForAll(diagram =>
    {
        var boxes = diagram.Elements.Select(BoxOf).OfType<(Box Box, bool IsFrame)>().ToList();
        var page = new Box(0, 0, diagram.Width, diagram.Height);
        return Pairs(boxes)
            .Where(pair => pair.One.Box.Overlaps(pair.Other.Box) && !(pair.One.IsFrame && pair.One.Box.Contains(pair.Other.Box)) && !(pair.Other.IsFrame && pair.Other.Box.Contains(pair.One.Box)))
            .Select(pair => $"{pair.One.Box} on {pair.Other.Box}")
            .Concat(boxes.Where(box => !page.Contains(box.Box)).Select(box => $"{box.Box} off the page"));
    });

    [Fact]
    public void Of_AnyDefinition_NoLinePassesThroughABox() => ForAll(diagram =>
        from line in Lines(diagram)
        from stretch in Stretches(line)
        from box in Solid(diagram)
        where box.Overlaps(stretch)
        select $"{line.From} to {line.To} through {box}");

    [Fact]
    public void Of_AnyDefinition_NoTwoLinesLieOnEachOther() => ForAll(diagram =>
        from pair in Pairs([.. Lines(diagram).SelectMany(line => Stretches(line).Select(stretch => (line, stretch)))])
        let isUpright = pair.One.stretch.Width <= 2
        where pair.One.line != pair.Other.line && isUpright == (pair.Other.stretch.Width <= 2) && pair.One.stretch.Overlaps(pair.Other.stretch)
        select $"{pair.One.line.From} to {pair.One.line.To} on {pair.Other.line.From} to {pair.Other.line.To}");

    [Fact]
    public void Of_AnyDefinition_NoLabelLiesOnABoxOrLabel() => ForAll(diagram =>
    {
        var labels = Lines(diagram).Select(line => line.Label).OfType<DiagramLabel>().Select(BoxOfLabel).ToList();
        return labels.SelectMany(label => Solid(diagram).Where(label.Overlaps).Select(box => $"{label} on {box}"))
            .Concat(Pairs(labels).Where(pair => pair.One.Overlaps(pair.Other)).Select(pair => $"{pair.One} on {pair.Other}"));
    });

    [Fact]
    public void Of_DecisionThatSkips_GoesStraightOnAndPastIt()
    {
        var lines = Lines(DefinitionDiagram.Of(SampleDiagrams.Choice())).ToList();

        Assert.Equal(["Ja", "Nee"], lines.Where(line => line.From == "main/ernstig").Select(line => line.Label!.Words));
        Assert.Equal(2, lines.Single(line => line.Label?.Words == "Ja").Points.Count);
        Assert.Equal(4, lines.Single(line => line.Label?.Words == "Nee").Points.Count);
    }

    private static void ForAll(Func<DefinitionDiagram, IEnumerable<string>> faults) =>
        Assert.Empty(Diagrams.SelectMany(sample => faults(sample.Diagram).Select(fault => $"{sample.Name}: {fault}")).Take(5));

    private static bool IsPlainBody(WorkflowDefinition definition, ActivityNode node) =>
        node is { Type.Kind: ActivityKind.Flowchart, DisplayName: null } && definition.ParentOf(node)!.Type.Kind is ActivityKind.Parallel;

    private static IEnumerable<DiagramLine> Lines(DefinitionDiagram diagram) => diagram.Elements.OfType<DiagramLine>();

    private static string? PathOf(DiagramElement element) => element switch
    {
        DiagramStep step => step.Node.Path,
        DiagramFrame frame => frame.Node.Path,
        _ => null,
    };

    private static (Box Box, bool IsFrame)? BoxOf(DiagramElement element) => element switch
    {
        DiagramStep step => (step.Box, false),
        DiagramMark mark => (mark.Box, false),
        DiagramFrame frame => (frame.Box, true),
        _ => null,
    };

    /// <summary>Steps and marks; of a decision the part between its points, because lines end at its slanting sides.</summary>
    private static IEnumerable<Box> Solid(DefinitionDiagram diagram)
    {
        const int point = 20;
        return diagram.Elements.Select(element => element switch
        {
            DiagramStep { Node.Type.Kind: ActivityKind.Decision } step => new Box(step.Box.X + point, step.Box.Y, step.Box.Width - (2 * point), step.Box.Height),
            DiagramStep step => step.Box,
            DiagramMark mark => mark.Box,
            _ => (Box?)null,
        }).OfType<Box>();
    }

    /// <summary>The straight parts of a line, two pixels thick and shortened a little at both ends.</summary>
    private static IEnumerable<Box> Stretches(DiagramLine line) =>
        from pair in line.Points.Zip(line.Points.Skip(1))
        let left = Math.Min(pair.First.X, pair.Second.X)
        let top = Math.Min(pair.First.Y, pair.Second.Y)
        let width = Math.Abs(pair.First.X - pair.Second.X)
        let height = Math.Abs(pair.First.Y - pair.Second.Y)
        select width == 0 ? new Box(left - 1, top + 1, 2, height - 2) : new Box(left + 1, top - 1, width - 2, 2);

    /// <summary>About the place that the words of a label take.</summary>
    private static Box BoxOfLabel(DiagramLabel label)
    {
        var width = label.Words.Length * 7;
        return new(label.EndsHere ? label.Place.X - width : label.Place.X, label.Place.Y - 11, width, 13);
    }

    private static IEnumerable<(T One, T Other)> Pairs<T>(IReadOnlyList<T> all) =>
        all.SelectMany((one, index) => all.Skip(index + 1).Select(other => (one, other)));
}
