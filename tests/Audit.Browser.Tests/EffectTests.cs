using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Workflows.Actions.Effects;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests;

/// <summary>An action closes on its measured effect, by somebody else than its owner, and opens again when the effect does not last.</summary>
public sealed class EffectTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly CaseMaker maker = new(installation);
    private readonly EffectMaker effects = new(installation);
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    [Fact]
    public async Task Weak_evidence_does_not_close_and_a_sample_does()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await using var member = await installation.SignedInAsync("teamlid");
        await MeasureAllAsync(member, id, action, "E1");
        Assert.Equal(0, await member.Page.GetByRole(AriaRole.Button, new() { Name = "Actie afsluiten" }).CountAsync());
        Assert.Contains("Deze actie kan nog niet sluiten.", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await MeasureAllAsync(member, id, action, "E3");
        await member.PressAsync("Actie afsluiten");
        Assert.Equal(1, await member.Page.Locator("#verklaring-fout").CountAsync());
        await member.Page.GetByLabel("Verklaring bij het afsluiten").FillAsync("In dertig dossiers nagekeken.");
        await member.PressAsync("Actie afsluiten");
        Assert.Equal("De actie is afgesloten op haar effect.", await member.MessageAsync());

        var closed = await effects.ActionAsync(id, action.Row.Id);
        Assert.Equal(ActionStatus.Closed, closed.Status);
        Assert.Equal(action.Promised!.Value, closed.Closure!.Promised!.Value, 1e-12);
        Assert.Equal(closed.Realised!.Fall!.Value, closed.Closure.Realised!.Value, 1e-12);
        Assert.True(closed.Closure.Realised > 0);
        Assert.Empty(member.Faults);
    }

    [Fact]
    public async Task Measuring_what_was_promised_realises_the_promise_and_moves_the_progress()
    {
        var id = await maker.MakeAsync("tracking");
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}");
        await manager.FollowAsync("Voortgang");
        Assert.Contains("Er is nog geen effect gemeten.", await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        var before = await manager.Page.Locator("table:has(#overzicht) tbody tr td").AllInnerTextsAsync();
        Assert.Contains(Reading.Range((await effects.EffectsAsync(id)).Tasks[0].Account.Adopted.Residual!.Value), before[1], StringComparison.Ordinal);

        foreach (var action in await effects.ActionsAsync(id))
        {
            await effects.CloseAsync(id, action);
        }

        var task = (await effects.EffectsAsync(id)).Tasks[0];
        Assert.All(task.Actions, action => Assert.Equal(ActionStatus.Closed, action.Status));
        Assert.Equal((int?)task.Account.Measured.Class.High, task.Plan!.ClassAfterHigh);
        Assert.True(task.Account.Measured.Residual!.Value.High <= task.Plan.ResidualAfterHigh + 1e-12);
        Assert.Equal(task.Account.Adopted.Residual!.Value.High - task.Account.Measured.Residual.Value.High, task.Account.Effects.Sum(effect => effect.Fall!.Value), 1e-9);

        await manager.GoAsync($"/doorlichtingen/{id}/voortgang");
        var after = await manager.Page.Locator("table:has(#overzicht) tbody tr td").AllInnerTextsAsync();
        Assert.Equal(before[0], after[0]);
        Assert.Contains(Reading.Range(task.Account.Measured.Residual.Value), after[1], StringComparison.Ordinal);
        Assert.Equal($"{task.Actions.Count} van {task.Actions.Count}", after[3].Trim());
        Assert.Contains("afgesloten op het effect.", await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_does_not_judge_their_own_action()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.OwnAsync(action.Row.Id, await maker.UserAsync(Roles.Manager));
        var path = PathOf(id, action);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync(path);
        Assert.Contains("niemand beoordeelt de eigen actie", await manager.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Meting vastleggen" }).CountAsync());

        var answer = await manager.PostAsync(path, [(Token, await manager.TokenAsync()), .. FieldsOf(action.Questions[0], "E2")]);
        Assert.Contains("niemand beoordeelt de eigen actie", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Empty((await effects.ActionAsync(id, action.Row.Id)).Measurements);
    }

    [Fact]
    public async Task Measurement_of_who_became_owner_does_not_close_the_action()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.MeasurePromisedAsync(id, action);
        Assert.True((await effects.ActionAsync(id, action.Row.Id)).MayClose);
        await effects.OwnAsync(action.Row.Id, await maker.UserAsync(Roles.Assessor));
        Assert.False((await effects.ActionAsync(id, action.Row.Id)).MayClose);
    }

    [Fact]
    public async Task Form_that_is_sent_twice_counts_once()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"{PathOf(id, action)}?meet={action.Questions[0].Question.Id}");
        var inzending = (await member.Page.Locator("form:has(input[name=dag]) input[name=inzending]").GetAttributeAsync("value"))!;
        (string, string)[] form = [(Token, await member.TokenAsync()), ("inzending", inzending), .. FieldsOf(action.Questions[0], "E2")];
        var answers = await Task.WhenAll(member.PostAsync(PathOf(id, action), form), member.PostAsync(PathOf(id, action), form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single((await effects.ActionAsync(id, action.Row.Id)).Measurements);

        await effects.MeasurePromisedAsync(id, action);
        await member.GoAsync(PathOf(id, action));
        var seen = (await member.Page.Locator("form:has(#verklaring) input[name=gezien]").GetAttributeAsync("value"))!;
        (string, string)[] closing = [(Token, await member.TokenAsync()), ("inzending", Guid.CreateVersion7().ToString()), ("gezien", seen), ("verklaring", "Nagekeken.")];
        answers = await Task.WhenAll(member.PostAsync($"{PathOf(id, action)}?handler=afsluiten", closing), member.PostAsync($"{PathOf(id, action)}?handler=afsluiten", closing));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single((await effects.ActionAsync(id, action.Row.Id)).Closures);
    }

    [Fact]
    public async Task Measurement_that_comes_between_is_read_before_closing()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.MeasurePromisedAsync(id, action);
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync(PathOf(id, action));
        await effects.MeasurePromisedAsync(id, action);
        await member.Page.GetByLabel("Verklaring bij het afsluiten").FillAsync("Nagekeken.");
        await member.PressAsync("Actie afsluiten");
        Assert.Contains("Er is intussen opnieuw gemeten.", await member.Page.Locator(".error-summary").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Nagekeken.", await member.Page.GetByLabel("Verklaring bij het afsluiten").InputValueAsync());
        await member.PressAsync("Actie afsluiten");
        Assert.Equal("De actie is afgesloten op haar effect.", await member.MessageAsync());
    }

    [Fact]
    public async Task Promise_that_was_not_reached_is_named_in_the_statement()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.MeasurePromisedAsync(id, action);
        var question = action.Questions.First(candidate => candidate.Adopted is { IsOption: true });
        Assert.Null(await effects.MeasureAsync(id, action.Row.Id, new(question.Question.Id, question.Adopted!.Value, EvidenceGrade.E2, EffectMaker.Today)));
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(PathOf(id, action));
        Assert.Contains("U kunt de actie open houden", await coach.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await coach.Page.GetByLabel("Verklaring bij het afsluiten").FillAsync("Meer lukt nu niet.");
        await coach.PressAsync("Actie afsluiten");
        Assert.Equal(1, await coach.Page.Locator("#toch-fout").CountAsync());
        await coach.Page.Locator("#toch").CheckAsync();
        await coach.PressAsync("Actie afsluiten");
        var statement = (await effects.ActionAsync(id, action.Row.Id)).Closure!.Statement;
        Assert.StartsWith("Meer lukt nu niet.\nHet beloofde is niet bereikt bij: ", statement, StringComparison.Ordinal);
        Assert.Contains(question.Question.Id, statement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Relapse_in_a_later_measurement_reopens_the_action()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.CloseAsync(id, action);
        var question = action.Questions.First(candidate => candidate.Adopted is { IsOption: true });
        Assert.Null(await effects.MeasureAsync(id, action.Row.Id, new(question.Question.Id, question.Promised!.To, EvidenceGrade.E1, EffectMaker.Today)));
        Assert.Equal(ActionStatus.Closed, (await effects.ActionAsync(id, action.Row.Id)).Status);

        await using var auditor = await installation.SignedInAsync("auditor");
        await FillAsync(auditor, id, action, question, ("E2", question.Adopted!.Value));
        Assert.Contains("Heropend na terugval", await auditor.MessageAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await auditor.Page.GetByText("Heropend na terugval", new() { Exact = true }).CountAsync());
        var reopened = await effects.ActionAsync(id, action.Row.Id);
        Assert.Equal(ActionStatus.Running, reopened.Status);
        Assert.NotNull(reopened.Reopened!.ReopenedUtc);
        await using var db = database.Read();
        Assert.Equal(1, await db.Trail.CountAsync(row => row.AssessmentId == id && row.Event == "action.reopened"));
        await auditor.GoAsync($"/doorlichtingen/{id}/voortgang");
        Assert.Equal(1, await auditor.Page.GetByText("Heropend na terugval", new() { Exact = true }).CountAsync());
    }

    [Fact]
    public async Task Action_is_reopened_by_hand_with_a_reason()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await effects.CloseAsync(id, action);
        await using var coach = await installation.SignedInAsync("begeleider");
        await coach.GoAsync(PathOf(id, action));
        await coach.PressAsync("Actie heropenen");
        Assert.Equal(1, await coach.Page.Locator("#reden-fout").CountAsync());
        await coach.Page.GetByLabel("Waarom heropent u de actie?").FillAsync("De werkinstructie is ingetrokken.");
        await coach.PressAsync("Actie heropenen");
        Assert.Equal("De actie is heropend.", await coach.MessageAsync());
        Assert.Equal(ActionStatus.Running, (await effects.ActionAsync(id, action.Row.Id)).Status);
    }

    [Fact]
    public async Task Small_counts_are_shown_to_who_supplies_them_only()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"{PathOf(id, action)}?meet=telling");
        await member.Page.GetByLabel("Aantal", new() { Exact = true }).FillAsync("26");
        await member.Page.GetByLabel("Van hoeveel in totaal").FillAsync("25");
        await FillRestAsync(member, "E2");
        await member.PressAsync("Meting vastleggen");
        Assert.Equal(["#aantal"], await member.Page.Locator(".error-summary a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"));
        await member.Page.GetByLabel("Aantal", new() { Exact = true }).FillAsync("7");
        await member.PressAsync("Meting vastleggen");
        Assert.Equal("De meting is vastgelegd.", await member.MessageAsync());
        Assert.Contains("7 van 25 (28%; 95%-interval 14,3% tot 47,6%)", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Null(await effects.CountAsync(id, action.Row.Id, new(new(190, 250), EvidenceGrade.E3, EffectMaker.Today)));
        await member.GoAsync(PathOf(id, action));
        Assert.Contains("De intervallen overlappen niet.", await member.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);

        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(PathOf(id, action));
        var text = await auditor.Page.Locator("main").InnerTextAsync();
        Assert.Contains("te klein om te tonen", text, StringComparison.Ordinal);
        Assert.Contains("190 van 250", text, StringComparison.Ordinal);
        Assert.DoesNotContain("7 van 25 (", text, StringComparison.Ordinal);
        await using var db = database.Read();
        Assert.DoesNotContain(await db.Trail.Where(row => row.AssessmentId == id).ToListAsync(), row => row.After?.Contains("van 25", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Status_alone_does_not_close_or_reopen()
    {
        var id = await maker.MakeAsync("tracking");
        var action = (await effects.ActionsAsync(id))[0];
        await using (var db = database.Read())
        {
            Assert.StartsWith("Meet eerst het effect opnieuw", await Audit.Workflows.Actions.StatusRule.RefusalAsync(db, action.Row, ActionStatus.Closed), StringComparison.Ordinal);
            Assert.Null(await Audit.Workflows.Actions.StatusRule.RefusalAsync(db, action.Row, ActionStatus.Done));
        }

        await effects.CloseAsync(id, action);
        await using var after = database.Read();
        var closed = await after.PlannedMeasures.SingleAsync(row => row.Id == action.Row.Id);
        Assert.Null(await Audit.Workflows.Actions.StatusRule.RefusalAsync(after, closed, ActionStatus.Closed));
        Assert.StartsWith("Deze actie is op haar effect afgesloten.", await Audit.Workflows.Actions.StatusRule.RefusalAsync(after, closed, ActionStatus.Running), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_that_is_not_adopted_is_not_measured()
    {
        var id = await maker.MakeAsync("adoption");
        var action = (await effects.ActionsAsync(id))[0];
        var refusal = await effects.MeasureAsync(id, action.Row.Id, new(action.Questions[0].Question.Id, action.Questions[0].Promised!.To, EvidenceGrade.E2, EffectMaker.Today));
        Assert.StartsWith("Het actieplan is nog niet vastgesteld.", refusal, StringComparison.Ordinal);
    }

    private static string PathOf(Guid id, ActionEffect action) => $"/doorlichtingen/{id}/actieplan/actie/{action.Row.Id}/effect";

    private static (string, string)[] FieldsOf(QuestionEffect question, string grade) =>
    [
        ("vraag", question.Question.Id), ("antwoord", question.Promised!.To), ("bewijs", grade), ("toelichting", "Steekproef."), ("vindplaats", "Dossier 14"), ("dag", EffectMaker.TodayText),
    ];

    private static async Task MeasureAllAsync(Visitor visitor, Guid id, ActionEffect action, string grade)
    {
        foreach (var question in action.Questions)
        {
            await FillAsync(visitor, id, action, question, (grade, question.Promised!.To));
            Assert.Equal("De meting is vastgelegd.", await visitor.MessageAsync());
        }
    }

    private static async Task FillAsync(Visitor visitor, Guid id, ActionEffect action, QuestionEffect question, (string Grade, string Option) found)
    {
        await visitor.GoAsync($"{PathOf(id, action)}?meet={question.Question.Id}");
        await visitor.Page.Locator($"input[name=antwoord][value='{found.Option}']").CheckAsync();
        await FillRestAsync(visitor, found.Grade);
        await visitor.PressAsync("Meting vastleggen");
    }

    private static async Task FillRestAsync(Visitor visitor, string grade)
    {
        await visitor.Page.Locator($"input[name=bewijs][value={grade}]").CheckAsync();
        await visitor.Page.GetByLabel("Hoe hebt u gemeten, en wat zag u?").FillAsync("Steekproef van dertig dossiers.");
        await visitor.Page.GetByLabel("Waar is de meting na te lezen?").FillAsync("Dossier 2026-14");
        await visitor.Page.GetByLabel("Op welke dag is gemeten?").FillAsync(EffectMaker.TodayText);
    }
}
