using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Database;

namespace Audit.Browser.Tests.Tracking;

/// <summary>One action: changed by its manager and its owner, by two people at once, and with rubbish.</summary>
public sealed class ActionEditTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly ActionMaker actions = new(installation);

    [Fact]
    public async Task Manager_changes_an_action_and_the_history_tells_it()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync(PathOf(id, row.Id));
        await manager.FollowAsync("Actie wijzigen");
        await manager.Page.Locator("#afdeling").FillAsync("Toezicht");
        await manager.Page.Locator("#eigenaarlid").SelectOptionAsync(new SelectOptionValue { Label = "Tess Teamlid" });
        await manager.Page.Locator("#evaluator").FillAsync("Extern onderzoeker");
        await manager.Page.Locator("#streefdatum").FillAsync("31-12-2030");
        await manager.Page.Locator("#status").SelectOptionAsync("gereed");
        await manager.Page.Locator("#voortgang").FillAsync("12,5");
        await manager.PressAsync("Opslaan");
        Assert.Equal("De actie is opgeslagen.", await manager.MessageAsync());

        var after = await actions.RowAsync(id);
        Assert.Equal(
            ("Toezicht", "Extern onderzoeker", new DateOnly(2030, 12, 31), (int)ActionStatus.Done, 1.0, await actions.Maker.UserAsync(Roles.Assessor)),
            (after.Department, after.Evaluator, after.DueDate, after.Status, after.Progress, after.OwnerId));
        Assert.NotEqual(row.Version, after.Version);
        var history = await manager.Page.GetByRole(AriaRole.Region, new() { Name = "Wie wijzigde wat, nieuwste eerst" }).InnerTextAsync();
        Assert.Contains("Milan Manager", history, StringComparison.Ordinal);
        Assert.Contains("Eigenaar (persoon)", history, StringComparison.Ordinal);
        Assert.Contains("31 december 2030", history, StringComparison.Ordinal);
        Assert.Contains("volgt uit de status gereed", history, StringComparison.Ordinal);
        Assert.Contains("nulmeting, streefwaarde", await manager.Page.Locator(".utrecht-alert--warning").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(manager.Faults);
    }

    [Fact]
    public async Task Owner_tells_how_far_it_is_and_changes_nothing_else()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await actions.OwnAsync(row.Id, Roles.Assessor);
        await using var owner = await installation.SignedInAsync("teamlid");
        await owner.GoAsync(PathOf(id, row.Id));
        await owner.FollowAsync("Voortgang bijwerken");
        Assert.Equal(0, await owner.Page.Locator("#afdeling, #evaluator, #start, #indicator").CountAsync());
        await owner.Page.Locator("#status").SelectOptionAsync("loopt");
        await owner.Page.Locator("#voortgang").FillAsync("40%");
        await owner.PressAsync("Opslaan");
        await owner.Page.GetByLabel("Notitie").FillAsync("Twee teams werken er nu mee.");
        await owner.PressAsync("Notitie toevoegen");
        await owner.Page.GetByLabel("Bewijs", new() { Exact = true }).FillAsync("Verslag");
        await owner.Page.GetByLabel("Vindplaats").FillAsync("javascript:alert(1)");
        await owner.PressAsync("Bewijs toevoegen");
        Assert.Equal(0, await owner.Page.Locator("a[href^='javascript']").CountAsync());

        var token = await owner.TokenAsync();
        var posted = await owner.PostAsync(
            $"{PathOf(id, row.Id)}/wijzigen", (Token, token), ("afdeling", "Van de eigenaar"), ("was-afdeling", ""), ("status", "loopt"), ("was-status", "loopt"));
        Assert.Equal(302, posted.Status);
        foreach (var handler in new[] { "Besluit", "Wachten", "Los" })
        {
            var refused = await owner.PostAsync($"{PathOf(id, row.Id)}?handler={handler}", (Token, token), ("besluit", "x"), ("wachtop", (await actions.RowAsync(id, 1)).Id.ToString()));
            Assert.Contains("U kunt deze actie niet (meer) wijzigen.", await refused.TextAsync(), StringComparison.Ordinal);
        }

        var after = await actions.RowAsync(id);
        Assert.Equal(((int)ActionStatus.Running, 0.4, row.Department), (after.Status, after.Progress, after.Department));
        Assert.Equal([ActionNoteKind.Note, ActionNoteKind.Evidence], (await actions.NotesAsync(row.Id)).Select(note => note.Kind));
        await owner.GoAsync(PathOf(id, (await actions.RowAsync(id, 1)).Id) + "/wijzigen", 404);
        await owner.GoAsync($"/doorlichtingen/{id}/acties/wijzigen", 404);
        await owner.GoAsync("/mijn-acties");
        Assert.Contains(row.Title!, await owner.Page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Owner_cannot_close_the_own_action()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await actions.OwnAsync(row.Id, Roles.Assessor);
        await using var owner = await installation.SignedInAsync("teamlid");
        await owner.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
        await owner.Page.Locator("#status").SelectOptionAsync("afgesloten");
        await owner.PressAsync("Opslaan");
        await Assertions.Expect(owner.Page.Locator("#status-fout")).ToContainTextAsync("doet de manager of de begeleider");
        Assert.Equal((int)ActionStatus.Planned, (await actions.RowAsync(id)).Status);
    }

    [Fact]
    public async Task Manager_cannot_close_what_was_not_measured()
    {
        var id = await actions.MakeAsync();
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"{PathOf(id, (await actions.RowAsync(id)).Id)}/wijzigen");
        await manager.Page.Locator("#status").SelectOptionAsync("afgesloten");
        await manager.PressAsync("Opslaan");
        await Assertions.Expect(manager.Page.Locator("#status-fout")).ToContainTextAsync("Meet eerst het effect");
    }

    [Fact]
    public async Task Auditor_reads_and_adds_nothing_even_as_the_owner()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await actions.OwnAsync(row.Id, Roles.Auditor);
        await using var auditor = await installation.SignedInAsync("auditor");
        await auditor.GoAsync(PathOf(id, row.Id));
        Assert.Equal(0, await auditor.Page.Locator("main input, main textarea, main select, main button").CountAsync());
        await auditor.GoAsync($"{PathOf(id, row.Id)}/wijzigen", 404);
        var token = await auditor.TokenAsync();
        var before = await actions.RowAsync(id);
        var note = await auditor.PostAsync($"{PathOf(id, row.Id)}?handler=Notitie", (Token, token), ("notitie", "Van de auditor"));
        Assert.Contains("U kunt deze actie niet (meer) wijzigen.", await note.TextAsync(), StringComparison.Ordinal);
        var edit = await auditor.PostAsync($"{PathOf(id, row.Id)}/wijzigen", (Token, token), ("status", "loopt"), ("was-status", "gepland"));
        Assert.Contains("U kunt deze actie niet (meer) wijzigen.", await edit.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(404, (await auditor.PostAsync($"/doorlichtingen/{id}/acties/wijzigen", (Token, token), ("rijen", $"{row.Id:N}.{before.Version:N}"), ("veld", "Afdeling"), ("waarde", "x"))).Status);
        Assert.Equal(404, (await auditor.PostAsync($"/doorlichtingen/{id}/acties/opschalen", (Token, token), ("rijen", $"{row.Id:N}.{before.Version:N}"), ("forum", "sponsor"), ("reden", "x"))).Status);
        await auditor.PostAsync($"/doorlichtingen/{id}/acties/bord", (Token, token), ("rij", row.Id.ToString()), ("versie", before.Version.ToString()), ("naar", "loopt"));
        Assert.Equal(before.Version, (await actions.RowAsync(id)).Version);
        Assert.Empty(await actions.NotesAsync(row.Id));
    }

    [Fact]
    public async Task Two_people_in_different_fields_both_keep_their_change()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var first = await installation.SignedInAsync("manager");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
        await second.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
        await first.Page.Locator("#afdeling").FillAsync("Beleid");
        await first.PressAsync("Opslaan");
        await second.Page.Locator("#opmerking").FillAsync("Wacht op formatie.");
        await second.PressAsync("Opslaan");
        Assert.Equal("De actie is opgeslagen. Een collega wijzigde intussen ook: Afdeling. Beide wijzigingen gelden.", await second.MessageAsync());
        var after = await actions.RowAsync(id);
        Assert.Equal(("Beleid", "Wacht op formatie."), (after.Department, after.Remark));
    }

    [Fact]
    public async Task Two_people_in_the_same_field_see_both_and_the_second_chooses()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var first = await installation.SignedInAsync("manager");
        await using var second = await installation.SignedInAsync("begeleider");
        await first.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
        await second.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
        await first.Page.Locator("#afdeling").FillAsync("Beleid");
        await first.PressAsync("Opslaan");
        await second.Page.Locator("#afdeling").FillAsync("Toezicht");
        await second.Page.Locator("#opmerking").FillAsync("Ook dit.");
        await second.PressAsync("Opslaan");
        await Assertions.Expect(second.Page.Locator("#afdeling-fout")).ToContainTextAsync("Een collega heeft dit intussen gewijzigd in: Beleid.");
        Assert.Equal(("Toezicht", "Ook dit."), (await second.Page.Locator("#afdeling").InputValueAsync(), await second.Page.Locator("#opmerking").InputValueAsync()));
        Assert.Equal(("Beleid", ""), await actions.RowAsync(id) is var between ? (between.Department, between.Remark) : default);
        await second.PressAsync("Opslaan");
        Assert.Equal(("Toezicht", "Ook dit."), await actions.RowAsync(id) is var after ? (after.Department, after.Remark) : default);
    }

    [Fact]
    public async Task Rubbish_in_every_field_is_said_in_Dutch_at_the_field_and_kept()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        var path = $"{PathOf(id, row.Id)}/wijzigen";
        await manager.GoAsync(path);
        var token = await manager.TokenAsync();
        var tooLong = new string('x', 4001);
        (string Name, string Value)[] rubbish =
        [
            ("maatregel", tooLong), ("doel", tooLong), ("doelgroep", tooLong), ("eigenaar", tooLong), ("eigenaarlid", "niemand"), ("eigenaarmail", "a@b.nl, c@d.nl"),
            ("verantwoordelijke", tooLong), ("evaluator", tooLong), ("afdeling", tooLong), ("prioriteit", "9 nooit"), ("start", "31-02-2026"), ("streefdatum", "1-1-1850"),
            ("status", "Running"), ("voortgang", "-1"), ("bewijs", tooLong), ("opmerking", tooLong), ("indicator", tooLong), ("nulmeting", tooLong), ("streefwaarde", tooLong), ("effectmeting", tooLong),
        ];
        var page = await (await manager.PostAsync(path, [(Token, token), .. rubbish])).TextAsync();
        foreach (var (name, value) in rubbish)
        {
            Assert.Contains($"id=\"{name}-fout\"", page, StringComparison.Ordinal);
            Assert.True(name is "eigenaarlid" or "prioriteit" or "status" || page.Contains(value, StringComparison.Ordinal), $"{name} was lost");
        }

        Assert.Contains("Vul één e-mailadres in", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is invalid", page, StringComparison.Ordinal);
        Assert.Equal(row.Version, (await actions.RowAsync(id)).Version);
    }

    [Theory]
    [InlineData("evaluator", "Proefdirecteur", "De evaluator is ook de eigenaar.")]
    [InlineData("streefdatum", "1-1-2001", "De streefdatum ligt vóór de start")]
    [InlineData("eigenaarlid", "auditor", "niet de auditor")]
    [InlineData("maatregel", " ", "Vul in wat er gedaan wordt.")]
    public async Task What_an_action_cannot_be_is_refused_at_its_field(string field, string value, string message)
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await actions.SetAsync(row.Id, one => one.Accountable = "Proefdirecteur");
        await using var manager = await installation.SignedInAsync("manager");
        var path = $"{PathOf(id, row.Id)}/wijzigen";
        await manager.GoAsync(path);
        var typed = value == "auditor" ? (await actions.Maker.UserAsync(Roles.Auditor)).ToString() : value;
        var page = await (await manager.PostAsync(path, [(Token, await manager.TokenAsync()), .. await ShownAsync(manager), (field, typed)])).TextAsync();
        Assert.Contains($"id=\"{field}-fout\"", page, StringComparison.Ordinal);
        Assert.Contains(message, page, StringComparison.Ordinal);
    }

    /// <summary>The values with which the form was shown.</summary>
    private static async Task<(string, string)[]> ShownAsync(Visitor visitor)
    {
        var hidden = await visitor.Page.Locator("input[name^='was-']").AllAsync();
        var values = new List<(string, string)>();
        foreach (var one in hidden)
        {
            values.Add(((await one.GetAttributeAsync("name"))!, await one.GetAttributeAsync("value") ?? ""));
        }

        return [.. values];
    }

    private static string PathOf(Guid caseId, Guid rowId) => $"/doorlichtingen/{caseId}/actieplan/actie/{rowId}";
}
