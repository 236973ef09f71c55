using System.Xml.Linq;
using Audit.Workflows.Definitions;
using Audit.Workflows.Diagrams;
using Xunit;

namespace Audit.Integration.Tests.Workflows;

/// <summary>What a drawing says, in SVG and as rows.</summary>
public sealed class DiagramTextTests
{
    private static readonly WorkflowDefinition Doorlichting = DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!;

    [Fact]
    public void Write_Drawing_HasARoleATitleAndADescriptionOfEveryStep()
    {
        var svg = Write(Doorlichting, SvgOptions.File);
        var words = svg.Elements().Where(element => element.Attribute("id") is not null).ToDictionary(element => element.Attribute("id")!.Value, element => element.Value);

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal(words.Keys, svg.Attribute("aria-labelledby")!.Value.Split(' '));
        Assert.Equal("Werkstroom: Doorlichting", words.Values.First());
        Assert.All(DiagramTable.Of(Doorlichting), row => Assert.Contains($"{row.Step} ({row.Who})", words.Values.Last(), StringComparison.Ordinal));
    }

    [Fact]
    public void Write_OnAPage_HasNoStylesOfItsOwn()
    {
        var svg = Write(Doorlichting, new("kaart", Standalone: false));

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "style" || element.Attribute("style") is not null || element.Attribute("stroke") is not null);
        Assert.Equal("kaart-titel kaart-uitleg", svg.Attribute("aria-labelledby")!.Value);
        Assert.Contains(Write(Doorlichting, SvgOptions.File).Elements(), element => element.Name.LocalName == "style");
    }

    [Fact]
    public void Write_EveryClass_HasAColourInAFileOfItsOwn()
    {
        var counts = new Dictionary<string, StepCounts> { ["main/start"] = new(1, 1) };
        var classes = new[] { Doorlichting, SampleDiagrams.Choice() }
            .SelectMany(definition => Write(definition, SvgOptions.File with { Counts = counts }).Descendants())
            .SelectMany(element => element.Attribute("class")?.Value.Split(' ') ?? [])
            .Distinct()
            .Except(["workflow__step--human"]);

        Assert.All(classes, name => Assert.Contains($".{name} {{", DiagramStyle.Css, StringComparison.Ordinal));
    }

    [Fact]
    public void Write_NamesWithMarkupAndControlCharacters_AreText()
    {
        var definition = ShippedDefinition.Read();
        definition["description"] = "Meer < minder & \"meer\"\u0001.";
        definition.Activity("start")["displayName"] = "<script>x</script> & \u0001\ud83d\ude00";

        var svg = Write(SampleDiagrams.Read(definition.Text()), SvgOptions.File);

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("<script>x</script> & \uFFFD\ud83d\ude00", TextsOf(svg, "workflow__name"));
        Assert.Contains("Meer < minder & \"meer\"\uFFFD.", svg.Elements().Single(element => element.Name.LocalName == "desc").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Counts_AreMarkedInWords()
    {
        var counts = new Dictionary<string, StepCounts> { ["main/start"] = new(3, 1), ["main/tasks"] = new(0, 2), ["main/year"] = new(0, 0) };

        var svg = Write(Doorlichting, SvgOptions.File with { Counts = counts });

        Assert.Equal(["3 lopend", "1 storing", "2 storingen"], TextsOf(svg, "workflow__count-text"));
        Assert.Contains("Start en opdracht (procesbegeleider; 3 lopend, 1 storing)", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_SameDefinitionReadTwice_GivesTheSameText() => Assert.Equal(
        DiagramSvg.Write(DefinitionDiagram.Of(Doorlichting), SvgOptions.File),
        DiagramSvg.Write(DefinitionDiagram.Of(DefinitionFile.Load(ShippedDefinition.Doorlichting).Definition!), SvgOptions.File));

    [Fact]
    public void Of_Table_HasARowForEveryStepInTheOrderOfTheDrawing() =>
        Assert.Equal(
            Doorlichting.Activities.Where(node => !node.Type.IsContainer).Select(node => node.Path).Order(StringComparer.Ordinal),
            DiagramTable.Of(Doorlichting).Select(row => row.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void Of_Table_SaysWhoWhenAndWhatFollows()
    {
        var review = Row("main/review-tasks/review-task/review");
        var year = Row("main/year");

        Assert.Equal(("Beoordelen", "auditor", "auditor", "14 dagen, daarna opdrachtgever"), (review.Step, review.Role, review.Who, review.Time));
        Assert.Equal(["Beoordeling per taak"], review.Within);
        Assert.Equal(["Akkoord: als alle taken klaar zijn: Werksessie 4: actieplan", "Terug: Antwoorden herstellen"], review.Follows.Select(follow => follow.Words));
        Assert.Equal((null, "automatisch", "wacht 365 dagen"), (year.Role, year.Who, year.Time));
        Assert.Equal(["per publieke taak, tegelijk: Context"], Row("main/research-plan").Follows.Select(follow => follow.Words));
        Assert.Equal(["einde"], Row("main/repeat").Follows.Select(follow => follow.Words));
    }

    [Fact]
    public void Of_TimesThatAreNoWholeDays_AreInWords() => Assert.Equal(
        ["14 dagen, daarna centrale coördinator", "wacht 36 uur", "wacht telkens 7 dagen"],
        DiagramTable.Of(SampleDiagrams.Nested()).Where(row => row.Within.Count == 0).Select(row => row.Time).Order(StringComparer.Ordinal));

    private static IEnumerable<string> TextsOf(XElement svg, string cssClass) =>
        svg.Elements().Where(element => element.Attribute("class")?.Value == cssClass).Select(element => element.Value);

    private static DiagramRow Row(string path) => DiagramTable.Of(Doorlichting).Single(row => row.Path == path);

    private static XElement Write(WorkflowDefinition definition, SvgOptions options) => XElement.Parse(DiagramSvg.Write(DefinitionDiagram.Of(definition), options));
}
