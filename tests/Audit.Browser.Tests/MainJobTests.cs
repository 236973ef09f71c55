using System.Text.RegularExpressions;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests;

/// <summary>The whole job through the pages, by the people who do it: the DUO case of 2014 from commission to adopted plan.</summary>
public sealed class MainJobTests(Installation installation)
{
    private const string TaskName = "Controle uitwonendenbeurs";

    /// <summary>Answered differently at first, and put right after the review.</summary>
    private const string MendedQuestion = "P11";
    private const string MendedPart = "policy";
    private const string Motivation = "Bij P11 noemt de bron iets anders dan het antwoord. Kijk dit na.";

    private static readonly string[] Parts = ["scope", "regulation", "policy", "discretion", "process", "severity"];

    private readonly Example example = Example.Read();

    [Fact]
    public async Task Web_and_library_give_the_same_numbers_and_plan()
    {
        var id = await PrepareAsync();
        await AnswerAllAsync(id);
        await SendBackAndMendAsync(id);
        await AdoptAsync(id);

        var expected = await example.RunAsync();
        using var database = new AuditDatabase(installation.Site.Database);
        await using var db = database.Read();
        var actual = (await CaseReport.FindAsync(db, new ContentStore(), id, DateTime.UtcNow))!;
        CheckAnswers(actual.Case.Answers);
        CheckReports(expected, actual);
        await CheckRowsAsync(expected, db, id);
        await CheckPagesAsync(expected, id);
    }

    /// <summary>The coach begins the case and holds the first sessions.</summary>
    private async Task<Guid> PrepareAsync()
    {
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync("/doorlichtingen");
        await coach.FollowAsync("Nieuwe doorlichting");
        await coach.Page.GetByLabel("Naam").FillAsync("DUO 2014 in de browser");
        await coach.Page.GetByLabel("Peildatum").FillAsync("1-2-2014");
        await ChooseMembersAsync(coach.Page);
        await coach.PressAsync("Doorlichting beginnen");
        Assert.Equal("Doorlichting ‘DUO 2014 in de browser’ is begonnen.", await coach.MessageAsync());

        var id = Guid.Parse(new Uri(coach.Page.Url).Segments[^1]);
        var pages = new CasePages(coach, id);
        await pages.HoldSessionAsync(example.SessionName("start"));
        await ChooseTaskAsync(pages);
        await pages.HoldSessionAsync(example.SessionName("session-1"));
        await pages.HoldSessionAsync(example.SessionName("session-2"));
        Assert.Empty(coach.Faults);
        return id;
    }

    private static async Task ChooseMembersAsync(IPage page)
    {
        var ticked = page.Locator("input[type=checkbox]:checked");
        while (await ticked.CountAsync() > 0)
        {
            await ticked.First.UncheckAsync();
        }

        (string Role, string Person)[] members =
        [
            ("Procesbegeleider", "Bas Begeleider"), ("Teamlid", "Tess Teamlid"), ("Auditor", "Aïsha Auditor"),
            ("Opdrachtgever", "Olga Opdrachtgever"), ("Manager", "Milan Manager"),
        ];
        foreach (var (role, person) in members)
        {
            await page.GetByRole(AriaRole.Group, new() { Name = role, Exact = true }).GetByLabel(person).CheckAsync();
        }
    }

    private static async Task ChooseTaskAsync(CasePages pages)
    {
        await pages.BeginStepAsync("Taken kiezen");
        await pages.Page.GetByLabel("Naam van de taak").FillAsync(TaskName);
        await pages.Page.GetByLabel("Waarom deze taak?").FillAsync("Best gedocumenteerde openbare zaak.");
        await pages.Visitor.PressAsync("Nog een taak");
        Assert.Equal(TaskName, await pages.Page.GetByLabel("Naam van de taak").First.InputValueAsync());
        await pages.Visitor.PressAsync("Taken vaststellen");
        await pages.SeesAsync("De taken zijn vastgesteld.");
    }

    /// <summary>The team answers every part; the coach keeps the culture part.</summary>
    private async Task AnswerAllAsync(Guid id)
    {
        await using var member = await installation.SignedInAsync("teamlid");
        await using var coach = await installation.SignedInAsync("begeleider");
        var team = new CasePages(member, id);
        await team.PlanResearchAsync("Onderzoeksplan", "Welke kenmerken gebruikt het profiel?");
        foreach (var part in Parts)
        {
            await AnswerPartAsync(team, TitleOf(part), part);
            foreach (var distinction in part == "scope" ? example.Task.Distinctions : [])
            {
                await team.RegisterAsync(example.Task.Id, distinction);
            }
        }

        await AnswerPartAsync(new CasePages(coach, id), TitleOf("culture"), "culture");
        await AnswerPartAsync(team, TitleOf("citizens"), "citizens");
        await new CasePages(coach, id).HoldSessionAsync(example.SessionName("session-3"));
        Assert.Empty(member.Faults);
    }

    private string TitleOf(string part) => part == "severity"
        ? "Ernst van de gevolgen"
        : example.Content.Instrument.Value.Components.Concat(example.Content.Instrument.Value.CrossCutting).First(component => component.Id == part).Title.Nl;

    private async Task AnswerPartAsync(CasePages pages, string title, string part)
    {
        await pages.BeginStepAsync(title);
        var questions = example.QuestionsOf(part).Select(question => question.Id).Where(example.IsAnswered).ToList();
        var half = part == MendedPart ? questions.Count / 2 : 0;
        await FillInAsync(pages, questions[..half]);
        if (half > 0)
        {
            await SaveAndReturnAsync(pages, title, questions, half);
        }

        await FillInAsync(pages, questions[half..]);
        await pages.Visitor.PressAsync("Opslaan en onderdeel afronden");
        Assert.StartsWith($"Onderdeel ‘{title}’ is afgerond.", await pages.MessageAsync(), StringComparison.Ordinal);
    }

    private async Task FillInAsync(CasePages pages, List<string> questions)
    {
        foreach (var question in questions)
        {
            await pages.AnswerAsync(question, FirstAnswerTo(question));
        }
    }

    private Answer FirstAnswerTo(string question) => question == MendedQuestion
        ? example.AnswerTo(question) with { Value = "always" }
        : example.AnswerTo(question);

    private async Task SaveAndReturnAsync(CasePages pages, string title, List<string> questions, int half)
    {
        await pages.Visitor.PressAsync("Opslaan en terug");
        await pages.SeesAsync("Uw antwoorden zijn opgeslagen.");
        var answered = half + example.QuestionsOf(MendedPart).Count(question => example.IsFilled(question.Id));
        await Assertions.Expect(pages.Page.GetByText(new Regex($@"\b{answered} van \d+ vragen"))).ToBeVisibleAsync();
        await pages.BeginStepAsync(title);
        for (var i = 0; i < questions.Count; i++)
        {
            await pages.HoldsAsync(questions[i], i < half ? FirstAnswerTo(questions[i]) : null);
        }
    }

    /// <summary>The auditor sends the task back; the team puts one answer right; the auditor agrees.</summary>
    private async Task SendBackAndMendAsync(Guid id)
    {
        await using var auditor = await installation.SignedInAsync("auditor");
        await using var member = await installation.SignedInAsync("teamlid");
        var review = new CasePages(auditor, id);
        await review.DecideAsync("Beoordeling", "Terug naar het team", Motivation);
        await review.SeesAsync("De taak is teruggestuurd naar het team.");

        var team = new CasePages(member, id);
        await team.BeginStepAsync("Herstel na de beoordeling");
        await Assertions.Expect(team.Page.GetByText(Motivation)).ToBeVisibleAsync();
        await member.FollowAsync(TitleOf(MendedPart));
        await team.AnswerAsync(MendedQuestion, example.AnswerTo(MendedQuestion));
        await member.PressAsync("Opslaan en terug");
        await team.BeginStepAsync("Herstel na de beoordeling");
        await member.PressAsync("Herstel afronden");
        await team.SeesAsync("Het herstel is afgerond. De auditor beoordeelt de taak opnieuw.");

        await review.DecideAsync("Beoordeling", "Akkoord", "Het antwoord op P11 klopt nu met de bron.");
        await review.SeesAsync("De taak is akkoord.");
        await using var coach = await installation.SignedInAsync("begeleider");
        await new CasePages(coach, id).HoldSessionAsync(example.SessionName("session-4"));
        Assert.Empty(auditor.Faults.Concat(member.Faults).Concat(coach.Faults));
    }

    /// <summary>The sponsor adopts; the workbook is a draft before and not after.</summary>
    private async Task AdoptAsync(Guid id)
    {
        var folder = Directory.CreateTempSubdirectory("audit-workbook-");
        try
        {
            await using var sponsor = await installation.SignedInAsync("opdrachtgever");
            var pages = new CasePages(sponsor, id);
            var (draftName, draft) = await pages.DownloadWorkbookAsync(folder.FullName);
            Assert.StartsWith("concept-actieplan-duo-2014-in-de-browser-", draftName, StringComparison.Ordinal);
            Assert.True(Workbook.IsMarkedAsDraft(draft));

            await pages.DecideAsync("Vaststelling", "Vaststellen", "Akkoord.");
            await pages.SeesAsync("Het resultaat en het actieplan zijn vastgesteld.");
            await CheckWorkbookAsync(id, folder.FullName);
            Assert.Empty(sponsor.Faults);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task CheckWorkbookAsync(Guid id, string folder)
    {
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new CasePages(manager, id);
        var (name, file) = await pages.DownloadWorkbookAsync(folder);
        Assert.StartsWith("actieplan-duo-2014-in-de-browser-", name, StringComparison.Ordinal);
        Assert.False(Workbook.IsMarkedAsDraft(file));
        var plan = (await example.RunAsync()).Plans.Single();
        Assert.Equal(plan.Measures.Select(planned => planned.Measure.Title.Nl), Workbook.MeasuresIn(file));
    }

    private void CheckAnswers(Assessment actual)
    {
        Assert.Equal(example.Answers.Date, actual.Date);
        Assert.Equal(example.Task.Id, actual.Tasks.Single().Id);
        Assert.Equal(Lines(example.Task.Answers), Lines(actual.Tasks.Single().Answers));
        Assert.Equal(Lines(example.Answers.CrossCutting), Lines(actual.CrossCutting));
        Assert.Equal(
            example.Task.Distinctions.Select(distinction => distinction.Criterion),
            actual.Tasks.Single().Distinctions.Select(distinction => distinction.Criterion));
    }

    private static IEnumerable<string> Lines(IReadOnlyDictionary<string, Answer> answers) =>
        answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value with { By = null, At = null }}");

    private static void CheckReports(CaseReport expected, CaseReport actual)
    {
        Assert.True(actual.Reviewed);
        var (score, other) = (expected.Run.Tasks.Single().Score, actual.Run.Tasks.Single().Score);
        Assert.Equal(score.Residual, other.Residual);
        Assert.Equal(score.Class, other.Class);
        Assert.Equal(score.Completeness, other.Completeness);
        Assert.Equal(expected.Run.ToJson().ToJsonString(), actual.Run.ToJson().ToJsonString());
        Assert.NotEmpty(expected.Plans.Single().Measures);
        Assert.Equal(PlanJson.Of(expected.Plans).ToJsonString(), PlanJson.Of(actual.Plans).ToJsonString());
    }

    /// <summary>The rows as stored: two scores, of which the first had the wrong answer, and one plan.</summary>
    private static async Task CheckRowsAsync(CaseReport expected, AuditContext db, Guid id)
    {
        var score = expected.Run.Tasks.Single().Score;
        var scores = await db.Scores.Where(row => row.AssessmentId == id).OrderBy(row => row.Sequence).ToListAsync();
        Assert.Equal(2, scores.Count);
        Assert.NotEqual(score.Residual!.Value.High, scores[0].ResidualHigh);
        Assert.Equal((score.Residual.Value.Low, score.Residual.Value.High), (scores[1].ResidualLow, scores[1].ResidualHigh));
        Assert.Equal(((int?)score.Class.Low, (int?)score.Class.High), (scores[1].ClassLow, scores[1].ClassHigh));

        var plan = await db.Plans.SingleAsync(row => row.AssessmentId == id);
        var measures = await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Position).ToListAsync();
        Assert.Equal(
            expected.Plans.Single().Measures.Select(planned => (planned.Measure.Id, planned.ResidualHighAfter)),
            measures.Select(row => (row.MeasureId!, row.ResidualHighAfter)));
    }

    /// <summary>What people read on the pages, as words and rounded numbers.</summary>
    private async Task CheckPagesAsync(CaseReport expected, Guid id)
    {
        await using var manager = await installation.SignedInAsync("manager");
        var pages = new CasePages(manager, id);
        var (score, plan) = (expected.Run.Tasks.Single().Score, expected.Plans.Single());
        await pages.OpenAsync("/resultaat");
        Assert.Equal(
            new[] { score.Class.Low, score.Class.High }.Distinct().Select(Reading.Class),
            await pages.Page.Locator(".risk-class--large").AllInnerTextsAsync());
        Assert.Equal(Reading.Range(score.Residual!.Value), await Reading.ValueAsync(pages.Page, "Restrisico"));
        Assert.StartsWith(Reading.Percent(score.Completeness!.Value), await Reading.ValueAsync(pages.Page, "Beantwoord"), StringComparison.Ordinal);

        await pages.OpenAsync("/actieplan");
        Assert.Equal(
            plan.Measures.Select((planned, i) => $"{i + 1}. {planned.Measure.Title.Nl}"),
            await pages.Page.Locator("section.result > h3").AllInnerTextsAsync());
        var after = await pages.Page.Locator("dt:text-is('Restrisico hierna') + dd").AllInnerTextsAsync();
        Assert.Equal(plan.Measures.Select(planned => $"ten hoogste {Reading.Number(planned.ResidualHighAfter!.Value)}"), after.Select(text => text.Split(',')[..2]).Select(parts => string.Join(',', parts)));
        Assert.Empty(manager.Faults);
    }
}
