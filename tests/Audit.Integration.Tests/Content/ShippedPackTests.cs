using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates.Lint;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>What the newest version of the shipped pack promises.</summary>
public sealed class ShippedPackTests
{
    private static readonly Dictionary<string, Answer> None = [];

    private static Instrument Pack => ShippedContent.Pack;

    [Fact]
    public void Content_Newest_HasNoErrorsAndNoWarnings() =>
        Assert.Empty(ShippedContent.Set.Problems.Concat(ContentLint.Check(ShippedContent.Set)).Select(problem => problem.ToString()));

    [Fact]
    public void Pack_Questions_AreEightyToAHundredAndTwenty() => Assert.InRange(Pack.AllQuestions.Count(), 80, 120);

    [Fact]
    public void Pack_QuickScan_AsksExactlyWhatGatesAndSeverityNeed()
    {
        var scan = Pack.AllQuestions.Where(question => question.QuickScan).Select(question => question.Id).ToHashSet();
        var needed = Pack.Gates.SelectMany(gate => gate.When.Questions).Concat(Pack.Severity.Select(question => question.Id)).ToHashSet();

        Assert.InRange(scan.Count, 1, 15);
        Assert.Equal(needed.Order(), scan.Order());
    }

    [Fact]
    public void Pack_Guidance_IsComplete() => Assert.All(Pack.AllQuestions, question =>
    {
        var guidance = question.Guidance;
        Assert.True(guidance is { Help.En: not null, Example.En: not null, EvidenceHints.En: not null, WhoKnows.En: not null }, question.Id);
        Assert.True(question.Text.En is not null, question.Id);
        Assert.NotEmpty(question.Sources);
    });

    [Theory]
    [InlineData("selection", false)]
    [InlineData("signal", false)]
    [InlineData("application", true)]
    public void Pack_TypicalTask_SeesFortyToSixtyQuestions(string start, bool hasAdvice)
    {
        var answers = new Dictionary<string, Answer>
        {
            ["C1"] = new(start),
            ["P1"] = new("notapplies"),
            ["P21"] = new("notapplies"),
            ["R20"] = new("none"),
            ["R21"] = new("none"),
            ["R10"] = new("notapplies"),
            ["D6"] = new("notapplies"),
            ["W1"] = new(hasAdvice ? "advice" : "human"),
        };

        var trace = ShippedContent.Model.Score(new PublicTask("t", "Taak", answers), None, new(2026, 11, 26)).Trace;
        var asked = trace.Count(question => question.State != QuestionState.Removed && Pack.TaskQuestions.Any(known => known.Id == question.QuestionId));

        Assert.InRange(asked, 40, 60);
    }

    [Fact]
    public void Pack_RetiredIds_AreNotUsedAgain()
    {
        string[] retired = ["R1", "R2", "R3", "R4", "P4", "P5", "P6", "P7", "P8", "W2", "W3", "W11", "W12"];

        Assert.Empty(Pack.AllQuestions.Select(question => question.Id).Intersect(retired));
    }

    [Fact]
    public void Pack_QuestionsThatStay_KeepTheirOptions()
    {
        var first = ShippedContent.Set.Instruments.Select(template => template.Value).Single(version => version.Version == "2026-11-22");
        var now = Pack.AllQuestions.ToDictionary(question => question.Id);

        Assert.All(first.AllQuestions.Where(question => now.ContainsKey(question.Id)), question =>
            Assert.Equal(question.Scale.Options.Select(option => option.Id), now[question.Id].Scale.Options.Select(option => option.Id)));
    }

    [Fact]
    public void Sessions_Shipped_GuideEveryWorkSessionOfTheWorkflows()
    {
        var scripts = Pack.Sessions.Select(session => session.Id).ToHashSet();

        Assert.Superset(new HashSet<string> { "session-1", "session-2", "session-3", "session-4" }, scripts);
        Assert.All(Pack.Sessions, session =>
        {
            Assert.NotEmpty(session.Checklist);
            Assert.True(session.Assignments[0].IsOpening, session.Id);
            Assert.InRange(session.Assignments.Count, 3, 9);
        });
    }

    [Fact]
    public void Survey_Shipped_ExplainsRacismWithEveryItemThatNamesIt()
    {
        var survey = ShippedContent.Set.Surveys.Single().Value;

        Assert.All(
            survey.Items.Where(item => item.Text.Nl.Contains("racisme", StringComparison.OrdinalIgnoreCase)),
            item => Assert.True(item.Definition?.Id == "racisme", item.Id));
        Assert.InRange(survey.Background.Count, 1, 5);
    }
}
