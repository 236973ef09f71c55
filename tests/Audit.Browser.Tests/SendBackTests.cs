using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests;

/// <summary>The auditor sends questions back, the team answers them, and approving says why when something is still open.</summary>
public sealed class SendBackTests(Installation installation)
{
    private const string Question = "P11";
    private const string Remark = "De bron noemt iets anders.";

    private readonly ReviewMaker maker = new(installation);

    [Fact]
    public async Task Question_that_is_sent_back_is_named_mended_and_approved()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await using var member = await installation.SignedInAsync("teamlid");
        var (review, team) = (new CasePages(auditor, id), new CasePages(member, id));
        await SendBackAsync(review, Remark);
        await review.SeesAsync("De taak is teruggestuurd naar het team.");

        await team.BeginStepAsync("Herstel na de beoordeling");
        await Assertions.Expect(member.Page.GetByText(Remark)).ToBeVisibleAsync();
        Assert.Equal(1, await member.Page.Locator("a[href*='#vraag-']").CountAsync());
        await member.PressAsync(member.Page.Locator($"a[href$='#vraag-{Question}']"));
        await Assertions.Expect(member.Page.Locator($"#vraag-{Question}")).ToContainTextAsync(Remark);
        await team.AnswerAsync(Question, new Answer("always", Motivation: "Volgens de instructie altijd.", Source: "Instructie, bladzijde 2"));
        await member.PressAsync("Opslaan en terug");
        await team.BeginStepAsync("Herstel na de beoordeling");
        await Assertions.Expect(member.Page.Locator(".task-list__item").First).ToContainTextAsync("Beantwoord");
        await member.PressAsync("Herstel afronden");

        await review.BeginStepAsync("Beoordeling");
        await auditor.PressAsync(auditor.Page.GetByRole(AriaRole.Link, new() { Name = $"Teruggestuurde vraag: {Remark}" }));
        var text = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Het team heeft het antwoord gewijzigd.", text, StringComparison.Ordinal);
        Assert.Contains("Volgens de instructie altijd.", text, StringComparison.Ordinal);
        await Assertions.Expect(auditor.Page.Locator(".definition-grid").First).ToContainTextAsync("Toen de vraag werd teruggestuurd");
        await review.DecideAsync("Beoordeling", "Akkoord", "Het antwoord klopt nu.");
        await review.SeesAsync("De taak is akkoord.");
        Assert.Equal(["review-item.added", "review-item.answered"], await maker.TrailAsync(id, "review-item"));
        Assert.Empty(auditor.Faults.Concat(member.Faults));
    }

    [Fact]
    public async Task Tick_and_remark_belong_together_and_nothing_is_lost()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        var review = new CasePages(auditor, id);
        await SendBackAsync(review, string.Empty);
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync($"Vraag {Question}: schrijf op waarom u deze vraag terugstuurt.");
        Assert.True(await auditor.Page.Locator($"[id='terug-{Question}']").IsCheckedAsync());
        await auditor.Page.Locator($"[id='opmerking-{Question}']").FillAsync(Remark);
        await auditor.Page.GetByLabel("Akkoord", new() { Exact = true }).CheckAsync();
        await auditor.PressAsync("Besluit vastleggen");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("U hebt vragen aangevinkt om terug te sturen.");
        Assert.Equal(Remark, await auditor.Page.Locator($"[id='opmerking-{Question}']").InputValueAsync());
        Assert.Equal("review", (await maker.Cases.FirstStepAsync(id))!.StepKey);
        await using var db = maker.Database.Read();
        Assert.Equal(0, await db.ReviewItems.CountAsync(item => item.AssessmentId == id));
    }

    [Fact]
    public async Task Approving_with_an_open_item_needs_a_reason_that_stays_with_the_decision()
    {
        var id = await maker.MakeAsync();
        await using var auditor = await installation.SignedInAsync("auditor");
        var review = new CasePages(auditor, id);
        await review.DecideAsync("Beoordeling", "Akkoord", "Goed onderbouwd.");
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("Er staan nog punten open: ‘De werkinstructie en het antwoord verschillen.’");
        Assert.Equal("review", (await maker.Cases.FirstStepAsync(id))!.StepKey);
        await auditor.Page.GetByLabel("Waarom akkoord terwijl er punten open staan?").FillAsync("Dit lost de taakeigenaar volgend jaar op.");
        await auditor.PressAsync("Besluit vastleggen");
        await review.SeesAsync("De taak is akkoord.");
        await using var db = maker.Database.Read();
        var motivation = await db.Decisions.Where(row => row.AssessmentId == id).Select(row => row.Motivation).SingleAsync();
        Assert.Equal("Goed onderbouwd.\nAkkoord met open punten (‘De werkinstructie en het antwoord verschillen.’), omdat: Dit lost de taakeigenaar volgend jaar op.", motivation);
    }

    [Fact]
    public async Task Answer_that_stays_the_same_leaves_the_item_open_and_explaining_answers_it()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        await SendBackAsync(new CasePages(auditor, id), Remark);
        await using var member = await installation.SignedInAsync("teamlid");
        var team = new CasePages(member, id);
        await team.OpenAsync($"/vragen/{ReviewMaker.TaskKey}/policy");
        await member.PressAsync("Opslaan");
        await using var db = maker.Database.Read();
        var item = (await ReviewItems.OfCaseAsync(db, id)).Single();
        Assert.Equal((ReviewItemKind.SentBackQuestion, Question, ReviewItemStatus.Open), (item.Kind, item.QuestionId, item.Status));
        await member.FollowAsync($"Bekijken en reageren (vraag {Question}: teruggestuurde vraag)");
        await Assertions.Expect(member.Page.GetByText("Niet gewijzigd.")).ToBeVisibleAsync();
        await member.Page.GetByLabel("Uw reactie").FillAsync("De bron is verouderd.");
        await member.PressAsync("Reactie versturen");
        Assert.Equal(ReviewItemStatus.Answered, (await ReviewItems.OfCaseAsync(db, id)).Single().Status);
    }

    private static async Task SendBackAsync(CasePages review, string remark)
    {
        await review.BeginStepAsync("Beoordeling");
        await review.Page.Locator($"[id='terug-{Question}']").CheckAsync();
        await review.Page.Locator($"[id='opmerking-{Question}']").FillAsync(remark);
        await review.Page.GetByLabel("Terug naar het team", new() { Exact = true }).CheckAsync();
        await review.Page.GetByLabel("Toelichting", new() { Exact = true }).FillAsync("Kijk dit na.");
        await review.Visitor.PressAsync("Besluit vastleggen");
    }
}
