using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Browser.Tests;

/// <summary>The other processes: quick scan and what follows on it, hertoets, rounds along the actions; deadlines and tasks that change.</summary>
public sealed class ProcessTests(Installation installation)
{
    private const string TaskName = "Controle uitwonendenbeurs";

    private readonly CaseMaker maker = new(installation);
    private readonly Example example = Example.Read();

    [Fact]
    public async Task Quick_scan_asks_its_questions_and_hands_its_answers_to_the_full_instrument()
    {
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync("/doorlichtingen/nieuw");
        await coach.Page.GetByLabel("Naam").FillAsync("Quickscan in de browser");
        await coach.Page.GetByLabel("Quickscan", new() { Exact = true }).CheckAsync();
        await coach.Page.GetByRole(AriaRole.Group, new() { Name = "Centrale coördinator (mag leeg blijven)", Exact = true }).GetByLabel("Chris Coördinator").UncheckAsync();
        await coach.PressAsync("Doorlichting beginnen");
        var id = Guid.Parse(new Uri(coach.Page.Url).Segments[^1]);
        var pages = new CasePages(coach, id);
        await pages.BeginStepAsync("Taken kiezen");
        await pages.Page.GetByLabel("Naam van de taak").FillAsync(TaskName);
        await coach.PressAsync("Taken vaststellen");

        await using var member = await installation.SignedInAsync("teamlid");
        var team = new CasePages(member, id);
        await team.BeginStepAsync("Quickscan");
        var asked = await member.Page.Locator("fieldset:has(input[type=radio])").CountAsync();
        var expected = example.Content.Instrument.Value.AllQuestions.Where(question => question.QuickScan).ToList();
        Assert.Equal(expected.Count, asked);
        foreach (var question in expected)
        {
            await team.AnswerAsync(question.Id, example.Task.Answers.GetValueOrDefault(question.Id) ?? new Answer(Answer.Unknown));
        }

        await member.PressAsync("Opslaan en onderdeel afronden");
        Assert.Contains("De antwoorden zijn nu gedeeld", await member.MessageAsync(), StringComparison.Ordinal);
        await pages.HoldSessionAsync(example.SessionName("quick-scan-session"));
        Assert.Contains("Met dezelfde antwoorden kan de volledige doorlichting beginnen.", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Afgerond", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await coach.FollowAsync("Volledige doorlichting beginnen met deze antwoorden");
        await coach.PressAsync("Volledige doorlichting beginnen");
        Assert.Equal(1, await coach.Page.GetByText(example.SessionName("start"), new() { Exact = true }).CountAsync());
        var held = expected.First(question => IsAnswered(question) && example.Content.Instrument.Value.Components.Any(part => part.Questions.Contains(question)));
        var part = example.Content.Instrument.Value.Components.First(component => component.Questions.Contains(held));
        await coach.FollowAsync($"{part.Title.Nl} ({TaskName})");
        Assert.Contains(held.Scale.Options[held.IndexOf(example.Task.Answers[held.Id].Value)].Label.Nl, await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Hertoets_begins_with_the_answers_of_last_time_and_asks_for_changes()
    {
        var previous = await maker.MakeAsync("tracking");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{previous}");
        await coach.FollowAsync("Hertoets beginnen met deze antwoorden");
        await coach.Page.GetByLabel("Naam").FillAsync("Hertoets in de browser");
        await coach.PressAsync("Hertoets beginnen");
        var pages = new CasePages(coach, Guid.Parse(new Uri(coach.Page.Url).Segments[^1]));
        await pages.HoldSessionAsync(example.SessionName("repeat-start"));

        await using var member = await installation.SignedInAsync("teamlid");
        var team = new CasePages(member, Guid.Parse(new Uri(pages.Page.Url).Segments[^1]));
        await team.BeginStepAsync("Antwoorden nalopen en bijwerken");
        Assert.Contains("De antwoorden van de vorige keer zijn ingevuld.", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await member.PressAsync("Bijwerken afronden");
        await team.SeesAsync("De antwoorden zijn bijgewerkt.");
        await pages.OpenAsync();
        Assert.Equal(1, await coach.Page.GetByText("Voor u", new() { Exact = true }).CountAsync());
    }

    [Fact]
    public async Task Deadline_that_passed_is_told_and_lets_the_other_role_do_the_step()
    {
        var id = await maker.MakeAsync("regulation");
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync($"/doorlichtingen/{id}");
        Assert.Equal(0, await coach.Page.GetByRole(AriaRole.Heading, new() { Name = "Berichten" }).CountAsync());

        await maker.PassTimeAsync(id, TimeSpan.FromDays(12));
        await using (var member = await installation.SignedInAsync("teamlid"))
        {
            await member.GoAsync($"/doorlichtingen/{id}");
            Assert.Contains($"Herinnering: ‘{TitleOf("regulation")}’", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        }

        await maker.PassTimeAsync(id, TimeSpan.FromDays(15));
        await coach.GoAsync($"/doorlichtingen/{id}");
        Assert.Contains("U kunt deze stap nu ook doen.", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await new CasePages(coach, id).BeginStepAsync(TitleOf("regulation"));
        await coach.PressAsync("Opslaan en onderdeel afronden");
        Assert.Equal($"Onderdeel ‘{TitleOf("regulation")}’ is afgerond.", await coach.MessageAsync());
    }

    [Fact]
    public async Task Review_that_is_late_stays_with_the_auditor()
    {
        var id = await maker.MakeAsync("review");
        await maker.PassTimeAsync(id, TimeSpan.FromDays(30));
        var step = (await maker.FirstStepAsync(id))!;
        Assert.NotNull(step.EscalatedUtc);

        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}/beoordelen/{step.StepId}");
        Assert.Equal(0, await sponsor.Page.GetByRole(AriaRole.Button, new() { Name = "Besluit vastleggen" }).CountAsync());
        await sponsor.GoAsync($"/doorlichtingen/{id}");
        Assert.Contains("had op", await sponsor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_are_added_split_and_dropped_while_the_examination_runs()
    {
        var id = await maker.MakeAsync("policy");
        await using var coach = await installation.SignedInAsync("begeleider");
        await ChangeAsync(coach, id, "Taak toevoegen", null, "Aanvraag van een lening");
        await ChangeAsync(coach, id, "Taak splitsen", TaskName, "Selectie voor controle");
        var open = (await maker.OpenAsync(id)).Select(step => $"{step.StepKey} {step.TaskKey}").Order(StringComparer.Ordinal);
        Assert.Equal(["policy controle-uitwonendenbeurs", "scope aanvraag-van-een-lening", "scope selectie-voor-controle"], open);

        await coach.GoAsync($"/doorlichtingen/{id}/vragen/selectie-voor-controle/regulation");
        var question = example.QuestionsOf("regulation").First(IsAnswered);
        Assert.Contains(question.Scale.Options[question.IndexOf(example.Task.Answers[question.Id].Value)].Label.Nl, await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await ChangeAsync(coach, id, "Taak laten vervallen", TaskName, null);
        Assert.DoesNotContain(await maker.OpenAsync(id), step => step.TaskKey == "controle-uitwonendenbeurs");
        await coach.GoAsync($"/doorlichtingen/{id}/taken-wijzigen");
        Assert.Contains("vervallen op", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await ChangeAsync(coach, id, "Vervallen taak terughalen", TaskName, null);
        Assert.Contains(await maker.OpenAsync(id), step => step.TaskKey == "controle-uitwonendenbeurs");
        await coach.GoAsync($"/doorlichtingen/{id}/vragen/controle-uitwonendenbeurs/regulation");
        Assert.Contains(question.Scale.Options[question.IndexOf(example.Task.Answers[question.Id].Value)].Label.Nl, await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Rounds_along_the_actions_come_monthly_and_go_up_a_level_by_themselves()
    {
        var id = await maker.MakeAsync("tracking");
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}");
        await manager.PressAsync("Maandelijkse opvolging beginnen");
        Assert.Equal("De opvolging van de acties is begonnen.", await manager.MessageAsync());
        Assert.Equal(0, await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Maandelijkse opvolging beginnen" }).CountAsync());

        var pages = new CasePages(manager, id);
        await pages.BeginStepAsync("Ronde langs de acties");
        await manager.Page.GetByLabel("Ronde afronden").CheckAsync();
        await manager.PressAsync("Vastleggen");
        Assert.DoesNotContain(await maker.OpenAsync(id), step => step.DefinitionId == "actieopvolging");

        await maker.PassTimeAsync(id, TimeSpan.FromDays(31));
        Assert.Contains(await maker.OpenAsync(id), step => step.StepKey == "round");
        await maker.PassTimeAsync(id, TimeSpan.FromDays(46));
        Assert.Contains(await maker.OpenAsync(id), step => step is { StepKey: "level-1", Role: "coach" });
        await maker.PassTimeAsync(id, TimeSpan.FromDays(61));
        Assert.Contains(await maker.OpenAsync(id), step => step is { StepKey: "level-2", Role: "sponsor" });

        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}");
        Assert.Contains("Er is een gesprek met de opdrachtgever nodig.", await sponsor.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private bool IsAnswered(Question question) => example.Task.Answers.TryGetValue(question.Id, out var answer) && question.IndexOf(answer.Value) >= 0;

    private string TitleOf(string part) => example.Content.Instrument.Value.Components.First(component => component.Id == part).Title.Nl;

    private static async Task ChangeAsync(Visitor coach, Guid id, string kind, string? task, string? name)
    {
        await coach.GoAsync($"/doorlichtingen/{id}");
        await coach.FollowAsync("Taken toevoegen, splitsen of laten vervallen");
        await coach.Page.GetByLabel(kind).CheckAsync();
        if (task is not null)
        {
            await coach.Page.GetByLabel("Welke taak?").SelectOptionAsync(new SelectOptionValue { Label = task });
        }

        await coach.Page.GetByLabel("Naam van de nieuwe taak").FillAsync(name ?? string.Empty);
        await coach.Page.GetByLabel("Reden").FillAsync("Bleek bij het onderzoek een eigen taak.");
        await coach.PressAsync("Taken wijzigen");
        Assert.Equal("De taken zijn gewijzigd.", await coach.MessageAsync());
    }
}
