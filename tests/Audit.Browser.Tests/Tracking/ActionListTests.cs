using System.Diagnostics;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions;
using Audit.Data.Database;

namespace Audit.Browser.Tests.Tracking;

/// <summary>All actions together: table, board, changed and escalated at once, waiting for each other.</summary>
public sealed class ActionListTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";

    private readonly ActionMaker actions = new(installation);

    [Fact]
    public async Task Ten_ticked_actions_get_a_department_at_once()
    {
        var id = await actions.MakeAsync();
        await actions.FillUpAsync(id, 14);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/acties");
        for (var place = 0; place < 10; place++)
        {
            await manager.Page.Locator("input[name=rij]").Nth(place).CheckAsync();
        }

        await manager.Page.Locator("#veld").SelectOptionAsync("Afdeling");
        await manager.PressAsync("Aangevinkte acties wijzigen");
        await manager.Page.GetByLabel("Nieuwe waarde voor afdeling").FillAsync("Dienstverlening");
        await manager.PressAsync("Voorbeeld bekijken");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Er veranderen 10 acties.");
        Assert.DoesNotContain("Dienstverlening", (await actions.RowsAsync(id)).Select(row => row.Department));
        await manager.PressAsync("10 acties wijzigen");
        Assert.Equal("10 acties gewijzigd. Afdeling: Dienstverlening.", await manager.MessageAsync());
        var rows = await actions.RowsAsync(id);
        Assert.Equal(10, rows.Count(row => row.Department == "Dienstverlening"));
        Assert.Single(await actions.TrailAsync(rows[0].Id));
        Assert.Empty(manager.Faults);
    }

    [Fact]
    public async Task One_refused_action_keeps_all_from_changing_until_it_is_left_out()
    {
        var id = await actions.MakeAsync();
        var (first, second) = (await actions.RowAsync(id), await actions.RowAsync(id, 1));
        await actions.SetAsync(first.Id, row => row.DueDate = new(2031, 1, 1));
        await actions.SetAsync(second.Id, row => row.DueDate = new(2027, 1, 1));
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/acties/wijzigen?rij={first.Id}&rij={second.Id}&veld=Start");
        await manager.Page.GetByLabel("Nieuwe waarde voor start").FillAsync("1-6-2028");
        await manager.PressAsync("Voorbeeld bekijken");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync($"2. {second.Title}: De start ligt na de streefdatum (1-1-2027).");
        Assert.Equal(second.StartDate, (await actions.RowAsync(id, 1)).StartDate);
        await manager.PressAsync("Verder zonder deze 1 actie");
        await manager.PressAsync("1 actie wijzigen");
        Assert.Equal(new DateOnly(2028, 6, 1), (await actions.RowAsync(id)).StartDate);
        Assert.Equal(second.StartDate, (await actions.RowAsync(id, 1)).StartDate);
    }

    [Fact]
    public async Task Action_that_a_colleague_changed_meanwhile_stops_the_change_of_all()
    {
        var id = await actions.MakeAsync();
        var rows = await actions.RowsAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/acties/wijzigen?alles=ja&veld=Status");
        await manager.Page.GetByLabel("Nieuwe waarde voor status").SelectOptionAsync("loopt");
        await manager.PressAsync("Voorbeeld bekijken");
        await actions.SetAsync(rows[1].Id, row => row.Remark = "Van een collega.");
        await manager.PressAsync($"{rows.Count} acties wijzigen");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync($"2. {rows[1].Title}: Een collega heeft deze actie intussen gewijzigd.");
        Assert.All(await actions.RowsAsync(id), row => Assert.Equal((int)ActionStatus.Planned, row.Status));
    }

    [Fact]
    public async Task What_cannot_be_done_together_is_refused_however_it_is_sent()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        var other = await actions.RowAsync(await actions.MakeAsync());
        await using var manager = await installation.SignedInAsync("manager");
        var path = $"/doorlichtingen/{id}/acties/wijzigen";
        await manager.GoAsync(path);
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("U hebt geen acties aangevinkt.");
        await manager.GoAsync($"/doorlichtingen/{id}/acties");
        var token = await manager.TokenAsync();
        (string Rows, string Field, string Value, string Message)[] wrong =
        [
            ("onzin onzin.onzin", "Status", "loopt", "Er is geen actie aangevinkt."),
            ($"{row.Id:N}.{row.Version:N}", "Status", "afgesloten", "Afsluiten en heropenen gaat per actie"),
            ($"{row.Id:N}.{row.Version:N}", "Status", "Running", "Kies een status uit de lijst."),
            ($"{row.Id:N}.{row.Version:N}", "Prioriteit", "9", "Kies een prioriteit uit de lijst."),
            ($"{row.Id:N}.{row.Version:N}", "Streefdatum", "overmorgen", "Vul de datum in als dag-maand-jaar"),
            ($"{row.Id:N}.{row.Version:N}", "EigenaarLid", Guid.NewGuid().ToString(), "Kies iemand die meedoet"),
            ($"{row.Id:N}.{Guid.NewGuid():N}", "Afdeling", "Beleid", "Een collega heeft deze actie intussen gewijzigd."),
            ($"{other.Id:N}.{other.Version:N}", "Afdeling", "Beleid", "staat niet (meer) in het nieuwste actieplan"),
        ];
        foreach (var (rows, field, value, message) in wrong)
        {
            var sent = await manager.PostAsync(path, (Token, token), ("rijen", rows), ("veld", field), ("waarde", value), ("stap", "wijzigen"), ("getoond", $"{field}={value}"));
            Assert.Contains(message, await sent.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(row.Version, (await actions.RowAsync(id)).Version);
    }

    [Fact]
    public async Task Card_is_moved_with_a_button_and_a_stale_one_is_not()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/acties/bord?toon=te-laat");
        await manager.GoAsync($"/doorlichtingen/{id}/acties/bord");
        var select = manager.Page.GetByLabel("Zet actie 1 bij");
        await select.SelectOptionAsync("wacht");
        await manager.PressAsync("Verplaatsen van actie 1");
        Assert.Equal("Actie 1 staat nu bij ‘Wacht’.", await manager.MessageAsync());
        Assert.Equal((int)ActionStatus.Waiting, (await actions.RowAsync(id)).Status);

        await actions.SetAsync(row.Id, one => one.Remark = "Intussen.");
        await select.SelectOptionAsync("gereed");
        await manager.PressAsync("Verplaatsen van actie 1");
        await Assertions.Expect(manager.Page.Locator(".card .utrecht-form-field-error-message")).ToContainTextAsync("Een collega heeft deze actie intussen gewijzigd.");
        Assert.Equal("gereed", await select.InputValueAsync());
        await manager.PressAsync("Verplaatsen van actie 1");
        Assert.Equal(((int)ActionStatus.Done, 1.0), await actions.RowAsync(id) is var after ? (after.Status, after.Progress) : default);
    }

    [Fact]
    public async Task Actions_that_would_wait_for_each_other_in_a_circle_are_refused()
    {
        var id = await actions.MakeAsync();
        var rows = await actions.RowsAsync(id);
        await using var coach = await installation.SignedInAsync("begeleider");
        foreach (var (from, to) in new[] { (0, 1), (1, 2) })
        {
            await coach.GoAsync(PathOf(id, rows[from].Id));
            await coach.Page.GetByLabel("Eerst moet klaar zijn").SelectOptionAsync(rows[to].Id.ToString());
            await coach.PressAsync("Afhankelijkheid toevoegen");
            Assert.Equal("De afhankelijkheid is opgeslagen.", await coach.MessageAsync());
        }

        await coach.GoAsync(PathOf(id, rows[2].Id));
        await coach.Page.GetByLabel("Eerst moet klaar zijn").SelectOptionAsync(rows[0].Id.ToString());
        await coach.PressAsync("Afhankelijkheid toevoegen");
        await Assertions.Expect(coach.Page.Locator("#wachtop-fout")).ToContainTextAsync("actie 1 wacht zelf, direct of via andere acties, op actie 3");
        Assert.Equal(0, await actions.DependenciesAsync(rows[2].Id));

        await coach.GoAsync($"/doorlichtingen/{id}/acties?toon=wacht-op-andere");
        Assert.Equal(2, await coach.Page.Locator("tbody tr").CountAsync());
        await coach.GoAsync(PathOf(id, rows[0].Id));
        await coach.PressAsync("Niet meer wachten op actie 2");
        Assert.Equal(0, await actions.DependenciesAsync(rows[0].Id));
        Assert.Equal(["action.dependency-added", "action.dependency-removed"], (await actions.TrailAsync(rows[0].Id)).Select(record => record.Event));
    }

    [Fact]
    public async Task Several_actions_are_escalated_once_and_the_decision_is_recorded()
    {
        var id = await actions.MakeAsync();
        var (first, second) = (await actions.RowAsync(id), await actions.RowAsync(id, 1));
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/acties");
        await manager.Page.Locator("input[name=rij]").Nth(0).CheckAsync();
        await manager.Page.Locator("input[name=rij]").Nth(1).CheckAsync();
        await manager.PressAsync("Aangevinkte acties opschalen");
        await manager.Page.GetByLabel("Opdrachtgever").CheckAsync();
        await manager.PressAsync("Opschalen");
        await Assertions.Expect(manager.Page.Locator("#reden-fout")).ToContainTextAsync("Vul in waarom u opschaalt.");
        await manager.Page.GetByLabel("Waarom?").FillAsync("Er is geen capaciteit.");
        var form = new[] { "rijen", "inzending" }.Select(name => (name, manager.Page.Locator($"input[name={name}]"))).ToList();
        var again = new List<(string, string)> { (Token, await manager.TokenAsync()), ("forum", "sponsor"), ("reden", "Er is geen capaciteit.") };
        foreach (var (name, field) in form)
        {
            again.Add((name, (await field.GetAttributeAsync("value"))!));
        }

        await manager.PressAsync("Opschalen");
        Assert.Equal("2 acties opgeschaald naar opdrachtgever.", await manager.MessageAsync());
        Assert.Equal(302, (await manager.PostAsync($"/doorlichtingen/{id}/acties/opschalen", [.. again])).Status);
        Assert.Equal("opdrachtgever", Assert.Single(await actions.NotesAsync(first.Id)).Forum);
        Assert.Single(await actions.NotesAsync(second.Id));

        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        await sponsor.GoAsync($"/doorlichtingen/{id}");
        await Assertions.Expect(sponsor.Page.Locator("main")).ToContainTextAsync("Een of meer acties zijn naar u opgeschaald.");

        await manager.GoAsync(PathOf(id, first.Id));
        await manager.Page.GetByLabel("Wat heeft opdrachtgever besloten?").FillAsync("Er komt een halve formatieplaats bij.");
        await manager.PressAsync("Besluit vastleggen");
        Assert.Equal([ActionNoteKind.Escalation, ActionNoteKind.Decision], (await actions.NotesAsync(first.Id)).Select(note => note.Kind));
        Assert.Equal(0, await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Besluit vastleggen" }).CountAsync());
        await manager.GoAsync($"/doorlichtingen/{id}/acties?toon=opgeschaald");
        Assert.Equal(1, await manager.Page.Locator("tbody tr").CountAsync());
    }

    [Fact]
    public async Task Change_of_the_indicator_after_the_start_shows_in_the_history()
    {
        var id = await actions.MakeAsync();
        var row = await actions.RowAsync(id);
        await using var manager = await installation.SignedInAsync("manager");
        foreach (var (field, value) in new[] { ("#nulmeting", "12 van 40"), ("#streefwaarde", "36 van 40") })
        {
            await manager.GoAsync($"{PathOf(id, row.Id)}/wijzigen");
            await manager.Page.Locator(field).FillAsync(value);
            await manager.Page.Locator("#status").SelectOptionAsync("loopt");
            await manager.PressAsync("Opslaan");
        }

        Assert.Equal(1, await manager.Page.GetByText("Streefwaarde na de start gewijzigd").CountAsync());
        Assert.Equal(0, await manager.Page.GetByText("Nulmeting na de start gewijzigd").CountAsync());
    }

    [Fact]
    public async Task List_is_sorted_filtered_paged_and_ticked_with_links_alone()
    {
        var id = await actions.MakeAsync();
        await actions.FillUpAsync(id, 120);
        var late = await actions.RowAsync(id);
        await actions.SetAsync(late.Id, row => (row.StartDate, row.DueDate, row.Department) = (new(2020, 1, 1), new(2020, 2, 1), "Archief"));
        await using var coach = await installation.SignedInAsync("begeleider");
        var rows = coach.Page.Locator("tbody tr");
        await coach.GoAsync($"/doorlichtingen/{id}/acties");
        await coach.FollowAsync("Streefdatum");
        await Assertions.Expect(rows.First).ToContainTextAsync("1-2-2020");
        Assert.Equal("ascending", await coach.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        await coach.FollowAsync("Streefdatum");
        Assert.Equal("descending", await coach.Page.Locator("th[aria-sort]").GetAttributeAsync("aria-sort"));
        await coach.FollowAsync("Volgende");
        await coach.FollowAsync("Volgende");
        Assert.Equal(20, await rows.CountAsync());
        await Assertions.Expect(rows.Last).ToContainTextAsync("1-2-2020");
        await coach.FollowAsync("Te laat (1)");
        Assert.Equal(1, await rows.CountAsync());
        await coach.FollowAsync("Alles op deze bladzijde aanvinken");
        Assert.Equal(1, await coach.Page.Locator("input[name=rij]:checked").CountAsync());
        await coach.FollowAsync("Toon als bord");
        Assert.Equal(1, await coach.Page.Locator(".card").CountAsync());
        await coach.FollowAsync("Toon als tabel");
        await coach.FollowAsync("Alle acties (120)");
        await coach.Page.GetByText("Filteren").ClickAsync();
        await coach.Page.Locator("#filter-afdeling").SelectOptionAsync("Archief");
        await coach.PressAsync("Filter toepassen");
        await Assertions.Expect(coach.Page.Locator("main")).ToContainTextAsync("U ziet 1 actie van de 120.");
        Assert.Empty(coach.Faults);
    }

    [Fact]
    public async Task Thousand_actions_are_paged_sorted_and_changed_together()
    {
        var id = await actions.MakeAsync();
        await actions.FillUpAsync(id, 1000);
        await using var manager = await installation.SignedInAsync("manager");
        var table = await TimeAsync(() => manager.GoAsync($"/doorlichtingen/{id}/acties?sorteer=streefdatum&richting=af&pagina=3"));
        Assert.Equal(50, await manager.Page.Locator("tbody tr").CountAsync());
        await Assertions.Expect(manager.Page.Locator("caption")).ToContainTextAsync("1000 acties, bladzijde 3 van 20");
        var all = await TimeAsync(() => manager.GoAsync($"/doorlichtingen/{id}/acties?pagina=alles"));
        Assert.Equal(1000, await manager.Page.Locator("tbody tr").CountAsync());
        var board = await TimeAsync(() => manager.GoAsync($"/doorlichtingen/{id}/acties/bord"));
        Assert.InRange(await manager.Page.Locator(".card").CountAsync(), 100, 180);
        await manager.GoAsync($"/doorlichtingen/{id}/acties/wijzigen?alles=ja&veld=Verantwoordelijke");
        await manager.Page.GetByLabel("Nieuwe waarde voor verantwoordelijke").FillAsync("Programmateam");
        await manager.PressAsync("Voorbeeld bekijken");
        var change = await TimeAsync(() => manager.PressAsync("1000 acties wijzigen"));
        Assert.Equal("1000 acties gewijzigd. Verantwoordelijke: Programmateam.", await manager.MessageAsync());
        Assert.All(await actions.RowsAsync(id), row => Assert.Equal("Programmateam", row.Responsible));
        TestContext.Current.TestOutputHelper?.WriteLine($"milliseconds: page {table}, all {all}, board {board}, change of all {change}");
    }

    private static async Task<long> TimeAsync(Func<Task> visit)
    {
        var watch = Stopwatch.StartNew();
        await visit();
        return watch.ElapsedMilliseconds;
    }

    private static string PathOf(Guid caseId, Guid rowId) => $"/doorlichtingen/{caseId}/actieplan/actie/{rowId}";
}
