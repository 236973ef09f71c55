using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Workflows.Reviews;
using ClosedXML.Excel;

namespace Audit.Browser.Tests;

/// <summary>What auditor and jurist decide about a class: shown beside the computed one, everywhere, and never instead of it.</summary>
public sealed class DecidedClassTests(Installation installation)
{
    private const string Token = "__RequestVerificationToken";
    /// <summary>A gate that reads an answer of the team itself, to question P15.</summary>
    private const string ReadGate = "G7";

    private const string Reason = "De waarborg werkt in de praktijk.";

    private static readonly DateOnly NextYear = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(1);

    private readonly ReviewMaker maker = new(installation);

    [Fact]
    public async Task Class_of_the_auditor_stands_beside_the_computed_one_and_its_history_stays()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var auditor = await installation.SignedInAsync("auditor");
        var pages = new CasePages(auditor, id);
        await pages.BeginStepAsync("Beoordeling");
        await auditor.FollowAsync("Klasse volgens de auditor");
        await ChooseAsync(auditor, "Laag", Reason);
        await Assertions.Expect(auditor.Page.Locator(".error-summary")).ToContainTextAsync("drempelregels G3 en G4 en G7 en G11 zijn geraakt, en dan is de klasse ten minste hoog");
        Assert.Equal(Reason, await auditor.Page.GetByLabel("Waarom?").InputValueAsync());
        await ChooseAsync(auditor, "Hoog", Reason);
        await pages.SeesAsync("Uw oordeel staat naast de berekende klasse.");

        string[] places = ["/resultaat", $"/resultaat/{ReviewMaker.TaskKey}", "/beoordeling", $"/beoordeling/klasse/{ReviewMaker.TaskKey}"];
        foreach (var place in places)
        {
            await pages.OpenAsync(place);
            await Assertions.Expect(auditor.Page.Locator(".utrecht-alert", new() { HasText = "Besloten naast de berekening" })).ToContainTextAsync($"hoog, omdat: {Reason} (Aïsha Auditor");
            await Assertions.Expect(auditor.Page.Locator("main .risk-class--critical").First).ToBeVisibleAsync();
        }

        await auditor.Page.GetByLabel("Geen andere klasse: mijn oordeel intrekken").CheckAsync();
        await auditor.Page.GetByLabel("Waarom?").FillAsync("De waarborg bleek niet te werken.");
        await auditor.PressAsync("Oordeel vastleggen");
        var review = await maker.ReviewAsync(id);
        Assert.Equal((RiskClass.Critical, RiskClass.Critical, 2), (review.Class.Computed.Working, review.Class.Working, review.Judgements.Count));
        await Assertions.Expect(auditor.Page.Locator("ol").Last).ToContainTextAsync(Reason);
        Assert.Equal(["class.overridden", "class.override-withdrawn"], await maker.TrailAsync(id, "class."));
        Assert.Empty(auditor.Faults);
    }

    [Fact]
    public async Task Decisions_are_in_the_plan_at_the_adoption_and_in_the_workbook()
    {
        var id = await maker.Cases.MakeAsync("adoption");
        await maker.ChooseClassAsync(id, RiskClass.High, Reason);
        await maker.LiftAsync(id, ReviewMaker.Gate, NextYear);
        await using var sponsor = await installation.SignedInAsync("opdrachtgever");
        var pages = new CasePages(sponsor, id);
        await pages.OpenAsync("/actieplan");
        await Assertions.Expect(sponsor.Page.Locator("main")).ToContainTextAsync($"hoog, omdat: {Reason}");
        await Assertions.Expect(sponsor.Page.Locator("main")).ToContainTextAsync("Opgeheven door jurist tot en met");
        await pages.BeginStepAsync("Vaststelling");
        await Assertions.Expect(sponsor.Page.Locator("tbody").First).ToContainTextAsync("Besloten: Hoog");
        await Assertions.Expect(sponsor.Page.Locator("main")).ToContainTextAsync("De auditor heeft de beoordeling nog niet ondertekend.");

        var folder = Directory.CreateTempSubdirectory("audit-workbook-");
        try
        {
            var (_, file) = await pages.DownloadWorkbookAsync(folder.FullName);
            using var workbook = new XLWorkbook(file);
            var rows = workbook.Worksheet("Risico's").Table("tblRisicos").DataRange.Rows().ToList();
            Assert.Equal(("kritiek", "hoog"), (rows[0].Field("Klasse taak hoog").GetString(), rows[0].Field("Klasse besloten").GetString()));
            Assert.StartsWith($"hoog, omdat: {Reason}", rows[0].Field("Oordeel auditor").GetString(), StringComparison.Ordinal);
            var lifted = rows.Single(row => row.Field("Besluit jurist").GetString().Length > 0);
            Assert.StartsWith("Opgeheven door jurist tot en met", lifted.Field("Besluit jurist").GetString(), StringComparison.Ordinal);
            Assert.Equal(("Drempelregel", "geraakt"), (lifted.Field("Soort").GetString(), lifted.Field("Drempelregel").GetString()));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Lifting_every_gate_lowers_the_decided_class_and_not_the_computed_one_until_it_expires()
    {
        var id = await maker.Cases.MakeAsync("review");
        await maker.LowerAsync(id);
        var before = await maker.ReviewAsync(id);
        var pressing = before.Score.Gates.Where(gate => gate.State != Truth.False).Select(gate => gate.Gate.Id).ToList();
        await using var jurist = await installation.SignedInAsync("jurist");
        var pages = new CasePages(jurist, id);
        foreach (var gate in pressing)
        {
            await pages.OpenAsync("/drempelregels");
            await jurist.PressAsync(jurist.Page.GetByRole(AriaRole.Link, new() { Name = $"Bekijken en opheffen (drempelregel {gate} voor" }));
            await LiftAsync(jurist, NextYear);
            await Assertions.Expect(jurist.Page.Locator("[role=status]")).ToContainTextAsync("De berekende klasse is gelijk gebleven.");
        }

        var after = await maker.ReviewAsync(id);
        Assert.Equal(before.Class.Computed, after.Class.Computed);
        Assert.True(after.Class.Working < before.Class.Working, $"{after.Class.Working} is not below {before.Class.Working}");
        await pages.OpenAsync($"/resultaat/{ReviewMaker.TaskKey}");
        var text = await jurist.Page.Locator("main").InnerTextAsync();
        Assert.Contains("Opgeheven door jurist tot en met", text, StringComparison.Ordinal);
        Assert.Contains("Besloten naast de berekening", text, StringComparison.Ordinal);

        await maker.ExpireAsync(id);
        var expired = await maker.ReviewAsync(id);
        Assert.Equal(before.Class.Working, expired.Class.Working);
        await pages.OpenAsync("/drempelregels");
        await Assertions.Expect(jurist.Page.Locator("main")).ToContainTextAsync("Verlopen: was opgeheven door jurist tot en met 31-1-2026");
        Assert.Empty(jurist.Faults);
    }

    [Fact]
    public async Task Judgement_of_the_auditor_gives_way_when_a_lifting_ends()
    {
        var id = await maker.Cases.MakeAsync("review");
        await maker.LowerAsync(id);
        foreach (var gate in (await maker.ReviewAsync(id)).Score.Gates.Where(gate => gate.State == Truth.True))
        {
            await maker.LiftAsync(id, gate.Gate.Id, NextYear);
        }

        var computed = (await maker.ReviewAsync(id)).Class.Computed.Working;
        await maker.ChooseClassAsync(id, RiskClass.Low, Reason);
        Assert.Equal(RiskClass.Low, (await maker.ReviewAsync(id)).Class.Working);
        await maker.ExpireAsync(id);
        Assert.Equal(computed, (await maker.ReviewAsync(id)).Class.Working);
        await using var manager = await installation.SignedInAsync("manager");
        await manager.GoAsync($"/doorlichtingen/{id}/resultaat");
        await Assertions.Expect(manager.Page.Locator("main")).ToContainTextAsync("Een drempelregel die geldt, gaat vóór het oordeel van de auditor.");
    }

    [Fact]
    public async Task Changed_answers_are_told_and_ending_a_lifting_keeps_it_in_sight()
    {
        var id = await maker.Cases.MakeAsync("regulation");
        await maker.LiftAsync(id, ReadGate, NextYear);
        await using var member = await installation.SignedInAsync("teamlid");
        await using var jurist = await installation.SignedInAsync("jurist");
        var path = $"/doorlichtingen/{id}/drempelregels/{ReviewMaker.TaskKey}/{ReadGate}";
        await jurist.GoAsync(path);
        Assert.Equal(0, await jurist.Page.GetByText("Antwoorden gewijzigd sinds het besluit.").CountAsync());
        await AnswerAsync(member, id, "unknown");
        await jurist.GoAsync(path);
        await Assertions.Expect(jurist.Page.GetByText("Antwoorden gewijzigd sinds het besluit.")).ToBeVisibleAsync();
        await jurist.Page.GetByLabel("Waarom trekt u de opheffing in?").FillAsync("De feiten zijn anders.");
        await jurist.PressAsync("Opheffing intrekken");
        await Assertions.Expect(jurist.Page.Locator("main")).ToContainTextAsync("Reden van intrekken: De feiten zijn anders.");
        Assert.Null((await maker.ReviewAsync(id)).LiftingOf(ReadGate));
        Assert.Equal(["gate.lifted", "gate.lifting-withdrawn"], await maker.TrailAsync(id, "gate."));
    }

    [Fact]
    public async Task Gate_that_was_lifted_while_undecided_counts_again_once_it_fires_and_can_be_lifted_anew()
    {
        var id = await maker.Cases.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await using var jurist = await installation.SignedInAsync("jurist");
        await AnswerAsync(member, id, "unknown");
        await maker.LiftAsync(id, ReadGate, NextYear);
        Assert.Contains((await maker.ReviewAsync(id)).Lifted, lifted => lifted.GateId == ReadGate);
        await AnswerAsync(member, id, "absent");
        Assert.DoesNotContain((await maker.ReviewAsync(id)).Lifted, lifted => lifted.GateId == ReadGate);
        await jurist.GoAsync($"/doorlichtingen/{id}/drempelregels/{ReviewMaker.TaskKey}/{ReadGate}");
        await Assertions.Expect(jurist.Page.Locator("main")).ToContainTextAsync("De opheffing telt daarom niet: de jurist moet opnieuw besluiten.");
        await LiftAsync(jurist, NextYear);
        Assert.Contains((await maker.ReviewAsync(id)).Lifted, lifted => lifted == new LiftedGate(ReadGate, Truth.True));
    }

    [Fact]
    public async Task End_date_lies_ahead_and_not_too_far_and_nothing_typed_is_lost()
    {
        var id = await maker.Cases.MakeAsync("review");
        await using var jurist = await installation.SignedInAsync("jurist");
        await jurist.GoAsync($"/doorlichtingen/{id}/drempelregels/{ReviewMaker.TaskKey}/{ReviewMaker.Gate}");
        await LiftAsync(jurist, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-1));
        await Assertions.Expect(jurist.Page.Locator(".error-summary")).ToContainTextAsync("De einddatum moet in de toekomst liggen.");
        Assert.Equal("Artikel 1 (fictief)", await jurist.Page.Locator("#bron").InputValueAsync());
        await LiftAsync(jurist, DateOnly.FromDateTime(DateTime.UtcNow).AddYears(4));
        await Assertions.Expect(jurist.Page.Locator(".error-summary")).ToContainTextAsync("Een opheffing geldt hooguit 3 jaar.");
        await jurist.Page.GetByLabel("Tot en met welke dag geldt dit?").FillAsync("ooit");
        await jurist.PressAsync("Drempelregel opheffen");
        await Assertions.Expect(jurist.Page.Locator(".error-summary")).ToContainTextAsync("Vul de einddatum in als dag-maand-jaar");
        Assert.Empty((await maker.ReviewAsync(id)).Liftings);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("teamlid")]
    [InlineData("opdrachtgever")]
    public async Task Only_the_jurist_lifts(string mailbox)
    {
        var id = await maker.Cases.MakeAsync("review");
        var path = $"/doorlichtingen/{id}/drempelregels/{ReviewMaker.TaskKey}/{ReviewMaker.Gate}";
        await using var visitor = await installation.SignedInAsync(mailbox);
        await visitor.GoAsync(path);
        Assert.Equal(0, await visitor.Page.Locator("main form").CountAsync());
        var review = await maker.ReportAsync(id);
        var effect = GateLiftings.EffectOf(review, review.ReviewOf(ReviewMaker.TaskKey)!, ReviewMaker.Gate)!.ToJson();
        var answer = await visitor.PostAsync(
            path, (Token, await visitor.TokenAsync()), ("actie", "opheffen"), ("reden", "Mijn reden"), ("bron", "Mijn bron"), ("einddatum", $"{NextYear:d-M-yyyy}"), ("gezien", effect));
        Assert.Contains(ReviewRights.NotYours, await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Mijn reden", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Empty((await maker.ReviewAsync(id)).Liftings);
    }

    [Fact]
    public async Task Effect_that_changed_is_shown_again_and_a_form_sent_twice_lifts_once()
    {
        var id = await maker.Cases.MakeAsync("review");
        var path = $"/doorlichtingen/{id}/drempelregels/{ReviewMaker.TaskKey}/{ReviewMaker.Gate}";
        await using var jurist = await installation.SignedInAsync("jurist");
        await jurist.GoAsync(path);
        await maker.LowerAsync(id);
        await LiftAsync(jurist, NextYear);
        await Assertions.Expect(jurist.Page.Locator(".error-summary")).ToContainTextAsync(GateLiftings.Changed);

        var values = new Dictionary<string, string>();
        foreach (var field in new[] { "gezien", "inzending", "reden", "bron", "einddatum" })
        {
            values[field] = await jurist.Page.Locator($"form:has(#reden) [name={field}]").InputValueAsync();
        }

        (string, string)[] form = [(Token, await jurist.TokenAsync()), ("actie", "opheffen"), .. values.Select(pair => (pair.Key, pair.Value))];
        var answers = await Task.WhenAll(jurist.PostAsync(path, form), jurist.PostAsync(path, form));
        Assert.All(answers, answer => Assert.Equal(302, answer.Status));
        Assert.Single((await maker.ReviewAsync(id)).Liftings);
    }

    private static async Task ChooseAsync(Visitor auditor, string riskClass, string reason)
    {
        await auditor.Page.GetByLabel(riskClass, new() { Exact = true }).CheckAsync();
        await auditor.Page.GetByLabel("Waarom?").FillAsync(reason);
        await auditor.PressAsync("Oordeel vastleggen");
    }

    private static async Task AnswerAsync(Visitor member, Guid id, string value)
    {
        await member.GoAsync($"/doorlichtingen/{id}/vragen/{ReviewMaker.TaskKey}/policy");
        await member.Page.Locator($"input[name=P15][value={value}]").CheckAsync();
        await member.PressAsync("Opslaan");
    }

    private static async Task LiftAsync(Visitor jurist, DateOnly until)
    {
        await jurist.Page.GetByLabel("Waarom staat deze drempelregel niet in de weg?").FillAsync("De wet staat dit toe.");
        await jurist.Page.Locator("#bron").FillAsync("Artikel 1 (fictief)");
        await jurist.Page.GetByLabel("Tot en met welke dag geldt dit?").FillAsync($"{until:d-M-yyyy}");
        await jurist.PressAsync("Drempelregel opheffen");
    }
}
