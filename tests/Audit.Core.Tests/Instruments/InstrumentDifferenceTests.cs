using Audit.Core.Instruments;

namespace Audit.Core.Tests.Instruments;

public sealed class InstrumentDifferenceTests
{
    private static readonly Scale YesNo = new("yes-no", [new("yes", 1, null, "Ja"), new("no", 0, null, "Nee")]);
    private static readonly Question First = new("P1", QuestionKind.Exposure, YesNo, 1, "Eerste vraag");
    private static readonly Question Second = new("P2", QuestionKind.Safeguard, YesNo, 1, "Tweede vraag") { Sources = ["awb"], Measures = ["M1"] };
    private static readonly Gate Rule = new("G1", "Verboden onderscheid", ["awgb"], new AnswerIn("P1", ["yes"]), RiskClass.High, null, false);

    private static readonly Instrument Base = new("toets", "1", InstrumentStatus.Unofficial, "Toets")
    {
        Components = [new("policy", "Beleid", 1, [First, Second])],
        Gates = [Rule],
        Sources = [new("awb", "Awb", null, null)],
        Register = new([new("ras", "Ras", DirectTest.StatutoryException, [new("awgb", "art. 1")])], [], [new("P1", ["ras"], [], [new("yes", [], [])])]),
        Sessions = [new("session-1", "Begrippen", "Doel", "Opbouw", "Uitkomst", [new("a", "Opdracht", "Tekst", true)]) { Checklist = ["Zaal"] }],
    };

    [Fact]
    public void Between_SameContentReadTwice_IsEmpty() => Assert.Empty(InstrumentDifference.Between(Base, Copy(Base) with { Version = "2" }));

    [Fact]
    public void Between_QuestionAddedAndRemoved_NamesBothWithRemovedLast()
    {
        var changes = InstrumentDifference.Between(Base, With(Second, First with { Id = "P3", Text = "Derde vraag" }));

        Assert.Equal(
            [(InstrumentElement.Question, "P3", DifferenceKind.Added), (InstrumentElement.Question, "P1", DifferenceKind.Removed)],
            changes.Select(change => (change.Element, change.Id, change.Kind)));
    }

    public static TheoryData<Question, ChangedField, string?, string?> Fields => new()
    {
        { Second with { Text = "Andere tekst" }, ChangedField.Text, "Tweede vraag", "Andere tekst" },
        { Second with { Text = new("Tweede vraag", "Second") }, ChangedField.English, null, "Second" },
        { Second with { Kind = QuestionKind.Exposure }, ChangedField.Kind, "Safeguard", "Exposure" },
        { Second with { Weight = 2.5 }, ChangedField.Weight, "1", "2.5" },
        { Second with { When = new AnswerIn("P1", ["yes", "no"]) }, ChangedField.Condition, null, "P1 = yes | no" },
        { Second with { Sources = ["awb", "avg"] }, ChangedField.Sources, "awb", "awb, avg" },
        { Second with { Measures = [] }, ChangedField.Measures, "M1", null },
        { Second with { Theme = "data" }, ChangedField.Theme, null, "data" },
        { Second with { QuickScan = true }, ChangedField.QuickScan, "false", "true" },
        { Second with { Guidance = Second.Guidance with { Help = "Uitleg" } }, ChangedField.Help, null, "Uitleg" },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Between_OneFieldOfAQuestion_TellsBeforeAndAfter(Question changed, ChangedField field, string? before, string? after)
    {
        var change = Assert.Single(InstrumentDifference.Between(Base, With(First, changed)));

        Assert.Equal((InstrumentElement.Question, "P2", DifferenceKind.Changed), (change.Element, change.Id, change.Kind));
        Assert.Equal([new FieldChange(field, before, after)], change.Fields);
    }

    [Fact]
    public void Between_QuestionInAnotherPart_TellsThePart()
    {
        var moved = Base with { Components = [new("policy", "Beleid", 1, [First])], CrossCutting = [new("culture", "Cultuur", 1, [Second])] };

        var change = Assert.Single(InstrumentDifference.Between(Base, moved), change => change.Element is InstrumentElement.Question);

        Assert.Equal([new FieldChange(ChangedField.Part, "policy", "culture")], change.Fields);
    }

    [Fact]
    public void Between_OptionOfASharedScale_IsToldAtTheScaleAndWhereItIsOffered()
    {
        Scale three = new("yes-no", [new("yes", 0.9, null, "Ja"), new("partly", 0.5, null, "Deels"), new("no", 0, null, "Nee")]);

        var changes = InstrumentDifference.Between(Base, With(First with { Scale = three }, Second with { Scale = three }));

        Assert.Equal(["P1", "P2", "yes-no"], changes.Select(change => change.Id));
        Assert.Equal(
            [new(ChangedField.Options, "yes: Ja (1)", "yes: Ja (0.9)"), new FieldChange(ChangedField.Options, null, "partly: Deels (0.5)")],
            changes[2].Fields);
    }

    [Fact]
    public void Between_Gate_TellsEveryField()
    {
        var stricter = Rule with { When = new NotOf(new AnswerIn("P1", ["no"])), Floor = RiskClass.Critical, BlocksPublication = true, ValidFrom = new(2026, 1, 1) };

        var change = Assert.Single(InstrumentDifference.Between(Base, Base with { Gates = [stricter] }));

        Assert.Equal(
            [
                new(ChangedField.Condition, "P1 = yes", "niet (P1 = no)"),
                new(ChangedField.Floor, "High", "Critical"),
                new(ChangedField.Blocks, "false", "true"),
                new FieldChange(ChangedField.Validity, null, "2026-01-01/"),
            ],
            change.Fields);
    }

    [Fact]
    public void Between_OrderOfQuestions_IsToldAtTheComponent()
    {
        var change = Assert.Single(InstrumentDifference.Between(Base, With(Second, First)));

        Assert.Equal([new FieldChange(ChangedField.Order, "P1, P2", "P2, P1")], change.Fields);
    }

    [Fact]
    public void Between_RegisterSessionAndSource_AreTold()
    {
        var changed = Base with
        {
            Register = new([Base.Register.Grounds[0] with { Norms = [new("awgb", "art. 2")] }], [], [Base.Register.Fills[0] with { GroundIds = [] }]) { Proxies = ["Postcode"] },
            Sessions = [Base.Sessions[0] with { Checklist = ["Zaal", "Scherm"] }],
            Sources = [new("awb", "Awb", new("https://wetten.overheid.nl"), null)],
        };

        Assert.Equal(
            [InstrumentElement.Source, InstrumentElement.Ground, InstrumentElement.Fill, InstrumentElement.Whole, InstrumentElement.Session],
            InstrumentDifference.Between(Base, changed).Select(change => change.Element));
    }

    private static Instrument With(params Question[] questions) => Base with { Components = [Base.Components[0] with { Questions = questions }] };

    /// <summary>The same content in other lists, as a second reading of the file gives.</summary>
    private static Instrument Copy(Instrument source) => source with
    {
        Components = [.. source.Components.Select(part => part with { Questions = [.. part.Questions.Select(question => question with { Sources = [.. question.Sources], Measures = [.. question.Measures] })] })],
        Gates = [.. source.Gates.Select(gate => gate with { Sources = [.. gate.Sources], When = new AnswerIn("P1", ["yes"]) })],
        Sources = [.. source.Sources],
        Register = new(
            [.. source.Register.Grounds.Select(ground => ground with { Norms = [.. ground.Norms] })],
            [],
            [.. source.Register.Fills.Select(fill => fill with { GroundIds = [.. fill.GroundIds], Options = [.. fill.Options] })]),
        Sessions = [.. source.Sessions.Select(session => session with { Assignments = [.. session.Assignments], Checklist = [.. session.Checklist] })],
    };
}
