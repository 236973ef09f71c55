using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>Next year's round begins with what was answered and measured, marks what changed and shows the trend.</summary>
public sealed class NextRoundTests(Installation installation)
{
    private readonly CaseMaker maker = new(installation);
    private readonly EffectMaker effects = new(installation);
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    [Fact]
    public async Task Measured_answers_open_research_and_marks_come_along()
    {
        var first = await maker.MakeAsync("tracking");
        await maker.PlanAsync(first, "Is de instructie bekend?", content => content with { Status = ResearchStatus.Running, DueDate = new DateOnly(2026, 1, 1) });
        await maker.PlanAsync(first, "Al uitgezocht", content => content with { Status = ResearchStatus.Done, Finding = "Ja." });
        var action = (await effects.ActionsAsync(first))[0];
        await effects.CloseAsync(first, action);
        var next = await effects.NextRoundAsync(first);

        await using (var db = database.Read())
        {
            var measured = action.Questions[0];
            var row = await db.Answers.SingleAsync(answer => answer.AssessmentId == next && answer.TaskKey == EffectMaker.TaskKey && answer.QuestionId == measured.Question.Id);
            Assert.Equal((measured.Promised!.To, 1), (row.Value, row.Revision));
            Assert.StartsWith("Gemeten op ", row.Motivation, StringComparison.Ordinal);
            Assert.Equal("Dossier 2026-14", row.PublicSource);
            var research = await db.ResearchItems.Where(item => item.AssessmentId == next).ToListAsync();
            Assert.Equal([("Is de instructie bekend?", null)], research.Select(item => (item.Question, item.DueDate)));
            var original = await db.Answers.Where(answer => answer.AssessmentId == first && answer.QuestionId == measured.Question.Id).Select(answer => answer.Value).SingleOrDefaultAsync();
            Assert.NotEqual(measured.Promised.To, original);
        }

        await effects.GoToAsync(next, "changes");
        var part = await PartOfAsync(next, action.Questions[0].Question.Id);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{next}/vragen/{EffectMaker.TaskKey}/{part}");
        var card = member.Page.Locator($"#vraag-{action.Questions[0].Question.Id}");
        Assert.Contains("Overgenomen uit vorige ronde, nog niet bevestigd", await card.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Overgenomen uit de effectmeting van", await card.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task Taken_over_answers_are_confirmed_one_by_one_and_all_at_once()
    {
        var first = await maker.MakeAsync("tracking");
        var next = await effects.NextRoundAsync(first);
        await effects.GoToAsync(next, "changes");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{next}");
        await member.FollowAsync("Naast de vorige ronde");
        var open = await UnconfirmedAsync(next);
        Assert.Contains($"{open.Count} antwoorden zijn overgenomen en nog niet bevestigd.", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var (_, question) = open.First(place => place.TaskKey == EffectMaker.TaskKey);
        await member.PressAsync(member.Page.Locator($"button[name=een][value='{question}']"));
        Assert.Equal("1 antwoord is bevestigd.", await member.MessageAsync());
        Assert.Equal(open.Count - 1, (await UnconfirmedAsync(next)).Count);

        await using (var db = database.Read())
        {
            var row = await db.Answers.SingleAsync(answer => answer.AssessmentId == next && answer.TaskKey == EffectMaker.TaskKey && answer.QuestionId == question);
            var before = await db.Answers.SingleAsync(answer => answer.AssessmentId == first && answer.TaskKey == EffectMaker.TaskKey && answer.QuestionId == question);
            Assert.Equal((before.Value, before.Evidence, 2), (row.Value, row.Evidence, row.Revision));
            Assert.Equal(2, await db.AnswerRevisions.CountAsync(revision => revision.AnswerId == row.Id));
        }

        var part = await PartOfAsync(next, question);
        await member.GoAsync($"/doorlichtingen/{next}/vragen/{EffectMaker.TaskKey}/{part}");
        await member.PressAsync("Opslaan en overgenomen antwoorden bevestigen");
        var left = await UnconfirmedAsync(next);
        Assert.DoesNotContain(left, place => place.TaskKey == EffectMaker.TaskKey && Example.Read().QuestionsOf(part).Any(asked => asked.Id == place.QuestionId));
        await member.GoAsync($"/doorlichtingen/{next}/vorige-ronde?toon=onbevestigd");
        await member.PressAsync(member.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Alle ") }).First);
        Assert.True((await UnconfirmedAsync(next)).Count < left.Count);
        await member.GoAsync($"/doorlichtingen/{next}/herstel/{EffectMaker.TaskKey}");
        Assert.Contains("Overgenomen en nog niet bevestigd", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worse_answer_in_the_next_round_reopens_the_action_of_the_round_before()
    {
        var first = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(first))[0];
        await effects.CloseAsync(first, action);
        var next = await effects.NextRoundAsync(first);
        await effects.GoToAsync(next, "changes");
        var question = action.Questions.First(candidate => candidate.Adopted is { IsOption: true });
        await effects.AnswerAsync(next, question.Question.Id, new Answer(question.Adopted!.Value, question.Adopted.Evidence));

        Assert.Equal(ActionStatus.Running, (await effects.ActionAsync(first, action.Row.Id)).Status);
        await using (var db = database.Read())
        {
            Assert.Equal(1, await db.Trail.CountAsync(row => row.AssessmentId == first && row.Event == "action.reopened"));
            Assert.Equal(1, await db.Trail.CountAsync(row => row.AssessmentId == next && row.Event == "previous-action.reopened"));
        }

        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{next}/vorige-ronde?toon=gewijzigd");
        var text = await member.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Acties uit een vorige ronde die zijn heropend", text, StringComparison.Ordinal);
        Assert.Contains("Terugval", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Split_task_in_the_next_round_keeps_its_answers_unconfirmed()
    {
        var next = await effects.NextRoundAsync(await maker.MakeAsync("tracking"));
        await effects.GoToAsync(next, "changes");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{next}/taken-wijzigen");
        await coach.Page.GetByLabel("Taak splitsen").CheckAsync();
        await coach.Page.GetByLabel("Welke taak?").SelectOptionAsync(new SelectOptionValue { Label = "Controle uitwonendenbeurs" });
        await coach.Page.GetByLabel("Naam van de nieuwe taak").FillAsync("Selectie voor controle");
        await coach.Page.GetByLabel("Reden").FillAsync("Bleek een eigen taak.");
        await coach.PressAsync("Taken wijzigen");
        Assert.True($"/doorlichtingen/{next}" == new Uri(coach.Page.Url).AbsolutePath, await coach.Page.Locator("main").InnerTextAsync());
        var open = await UnconfirmedAsync(next);
        Assert.True(open.Count(place => place.TaskKey == EffectMaker.TaskKey) == open.Count(place => place.TaskKey == "selectie-voor-controle"), await DescribeAsync(next));
        await database.WriteAsync(db => SetSavedWhenGivenAsync(db, next, "selectie-voor-controle"));
        Assert.Equal(open.Count, (await UnconfirmedAsync(next)).Count);
        await coach.GoAsync($"/doorlichtingen/{next}/vorige-ronde?toon=alles");
        Assert.Contains("Deze taak is nieuw", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trend_shows_three_rounds_with_an_older_instrument()
    {
        var first = await new InstrumentMaker(installation).OnOldVersionAsync("tracking");
        var second = await effects.NextRoundAsync(first);
        await effects.GoToAsync(second, "tracking");
        await effects.CloseAsync(second, (await effects.ActionsAsync(second))[0]);
        var third = await effects.NextRoundAsync(second);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{third}");
        await coach.FollowAsync("Trend per taak");
        var text = await coach.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Niet zonder meer vergelijkbaar", text, StringComparison.Ordinal);
        Assert.Contains("herberekend", text, StringComparison.Ordinal);
        Assert.Contains("1 antwoord past niet meer", text, StringComparison.Ordinal);

        var effect = (await effects.EffectsAsync(second)).Tasks[0].Account;
        var begun = await effects.EffectsAsync(third);
        var cells = await coach.Page.Locator("#taak-1-tabel").Locator("xpath=..").Locator("tbody tr").AllInnerTextsAsync();
        Assert.Equal(5, cells.Count);
        Assert.Contains(cells, row => row.Contains(Reading.Range(effect.Adopted.Residual!.Value), StringComparison.Ordinal));
        Assert.Contains(cells, row => row.Contains("Gemeten tot en met", StringComparison.Ordinal) && row.Contains(Reading.Range(effect.Measured.Residual!.Value), StringComparison.Ordinal));
        Assert.Contains(cells, row => row.Contains("Begonnen op", StringComparison.Ordinal) && row.Contains(Reading.Range(begun.Tasks[0].Account.Adopted.Residual!.Value), StringComparison.Ordinal));

        await coach.GoAsync($"/doorlichtingen/{second}/vorige-ronde?toon=alles");
        var beside = await coach.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Nieuwe vraag", beside, StringComparison.Ordinal);
        Assert.Contains(InstrumentMaker.Gone, beside, StringComparison.Ordinal);
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Measured_answer_counts_in_the_next_round_unless_the_register_still_says_otherwise()
    {
        var first = await maker.MakeAsync("tracking");
        foreach (var action in await effects.ActionsAsync(first))
        {
            await effects.MeasurePromisedAsync(first, action);
        }

        var measured = (await effects.EffectsAsync(first)).Tasks[0].Account.Measured;
        var next = await effects.NextRoundAsync(first);
        var held = (await effects.ActionsAsync(first)).SelectMany(action => action.Questions).Select(question => question.Question.Id).Where(Example.Read().IsFilled).Distinct().ToList();
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{next}/vorige-ronde");
        var text = await coach.Page.Locator("main").InnerTextAsync();
        Assert.NotEmpty(held);
        Assert.Contains($"Bij {(held.Count == 1 ? "vraag" : "de vragen")} ", text, StringComparison.Ordinal);
        Assert.All(held, id => Assert.Contains(id, text, StringComparison.Ordinal));

        await database.WriteAsync(async db => db.Distinctions.RemoveRange(await db.Distinctions.Where(row => row.AssessmentId == next).ToListAsync()));
        var begun = (await effects.EffectsAsync(next)).Tasks[0].Account.Adopted;
        Assert.Equal((measured.Residual, measured.Class), (begun.Residual, begun.Class));
    }

    [Fact]
    public async Task Round_of_which_somebody_was_no_member_is_named_and_not_shown()
    {
        var first = await maker.MakeAsync("tracking");
        var next = await effects.NextRoundAsync(first);
        var auditor = await maker.UserAsync(Roles.Auditor);
        await database.WriteAsync(async db => db.Members.Remove(await db.Members.SingleAsync(member => member.AssessmentId == first && member.UserId == auditor)));
        await using var visitor = await installation.SignedInAsync("auditor");
        await visitor.GoAsync($"/doorlichtingen/{next}/trend");
        Assert.Contains("Deze ronde kunt u niet inzien", await visitor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await visitor.Page.Locator("#taak-1-tabel").Locator("xpath=..").Locator("tbody tr").CountAsync());
    }

    private async Task<IReadOnlySet<(string TaskKey, string QuestionId)>> UnconfirmedAsync(Guid id)
    {
        await using var db = database.Read();
        return await TakenOverAnswers.UnconfirmedAsync(db, await db.Assessments.SingleAsync(row => row.Id == id));
    }

    /// <summary>As when a task is split in the very second in which its answers were given.</summary>
    private static async Task SetSavedWhenGivenAsync(AuditContext db, Guid id, string taskKey)
    {
        var copies = await db.Answers.Where(answer => answer.AssessmentId == id && answer.TaskKey == taskKey).ToDictionaryAsync(answer => answer.Id, answer => answer.At);
        foreach (var revision in await db.AnswerRevisions.AsTracking().Where(row => copies.Keys.Contains(row.AnswerId)).ToListAsync())
        {
            revision.SavedUtc = DateTime.Parse(copies[revision.AnswerId], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal);
        }
    }

    /// <summary>What became of the tasks of a case, for who looks for the cause of a failure.</summary>
    private async Task<string> DescribeAsync(Guid id)
    {
        await using var db = database.Read();
        var answers = await (
            from answer in db.Answers
            join revision in db.AnswerRevisions on answer.Id equals revision.AnswerId
            where answer.AssessmentId == id && revision.Revision == 1
            select new { answer.TaskKey, answer.At, answer.Revision, revision.SavedUtc }).Distinct().ToListAsync();
        var changes = await db.Trail.Where(row => row.AssessmentId == id && row.Event.StartsWith("task")).Select(row => $"{row.Event} {row.Subject} {row.After}").ToListAsync();
        return string.Join('\n', answers.GroupBy(answer => answer).Select(same => $"{same.Key} × {same.Count()}").Concat(changes));
    }

    private async Task<string> PartOfAsync(Guid id, string question) => (await new InstrumentMaker(installation).InstrumentOfAsync(id)).ComponentOf(question)?.Id ?? "severity";
}
