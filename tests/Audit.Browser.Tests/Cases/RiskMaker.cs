using Audit.Browser.Tests.Site;
using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Questionnaires;
using Audit.Workflows.Cases;
using Audit.Workflows.Risks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Puts risks into the register of a case without pages, so that a test begins where its subject does.</summary>
public sealed class RiskMaker(Installation installation)
{
    public const string TaskKey = "controle-uitwonendenbeurs";
    public const string Title = "Het risico dat studenten met een migratieachtergrond vaker worden gecontroleerd dan anderen";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();
    private readonly CaseMaker maker = new(installation);

    public RiskScale Scale => installation.Site.Services.GetRequiredService<ContentShelf>().RiskScale;

    public static RiskContent Content => new(TaskKey, "policy", Title)
    {
        Cause = "Het profiel weegt de afstand tot het adres van de ouders.",
        Consequence = "Zij krijgen vaker huisbezoek en vaker een terugvordering.",
        Ties = [new(RiskLinkKind.Question, "P1"), new(RiskLinkKind.Group, "ras"), new(RiskLinkKind.Group, "Studenten die dicht bij hun ouders wonen")],
    };

    /// <summary>A case at its adoption with three risks: one that both sides judged differently and that was accepted, one without judgement, one that was taken out.</summary>
    public async Task<Guid> MakeAsync()
    {
        var id = await maker.MakeAsync("adoption");
        var first = await AddAsync(id, content => content with { Ties = [.. content.Ties, new(RiskLinkKind.Distinction, "afstand-tot-ouders")] });
        await JudgeAsync(id, first, new(RiskStage.Inherent, false), new(2, 2, 2));
        await JudgeAsync(id, first, new(RiskStage.Residual, false), new(2, 2, 2));
        await JudgeAsync(id, first, new(RiskStage.Residual, true), new(1, 2, 2));
        await AcceptAsync(id, first, DateOnly.FromDateTime(DateTime.UtcNow).AddDays(100));
        await AddAsync(id, content => content with { Title = "Het risico dat bezwaren van studenten blijven liggen", ComponentId = "process", Ties = [] });
        var third = await AddAsync(id, content => content with { Title = "Het risico dat iets dubbel in het register staat", Ties = [] });
        await ChangeAsync(id, Roles.Assessor, async (db, current, actor) =>
        {
            var row = await db.Risks.SingleAsync(risk => risk.Id == third);
            return await RiskRecorder.MoveAsync(db, current, (third, row.Version, "Dit is hetzelfde als risico 1."), actor);
        });
        return id;
    }

    /// <summary>A risk of the team.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> AddAsync(Guid caseId, Func<RiskContent, RiskContent>? with = null)
    {
        var id = Guid.CreateVersion7();
        var content = with is null ? Content : with(Content);
        await ChangeAsync(caseId, Roles.Assessor, async (db, current, actor) =>
        {
            // A seeded case may lack what the example has.
            var known = current.Answers.Tasks.First(task => task.Id == content.TaskKey).Distinctions.Select(distinction => distinction.Id);
            var fitting = content.Ties.Where(tie => tie.Kind != RiskLinkKind.Distinction || known.Contains(tie.Target));
            return await RiskRecorder.AddAsync(db, current, (id, content with { Ties = [.. fitting] }), actor);
        });
        return id;
    }

    public Task JudgeAsync(Guid caseId, Guid riskId, JudgedSide side, RiskJudgement judgement) =>
        ChangeAsync(caseId, side.ByReviewer ? Roles.Auditor : Roles.Assessor, async (db, current, actor) =>
        {
            var risk = await RiskAsync(db, current, riskId);
            return await RiskJudging.JudgeAsync(db, current, (risk, Scale, new(Guid.CreateVersion7(), side, judgement)
            {
                LikelihoodMotivation = "De cijfers van 2014 laten het zien.",
                ImpactMotivation = "Een terugvordering raakt het hele gezin.",
                LevelMotivation = "Dit volgt uit kans en impact.",
                MeansAboveInherent = true,
                Seen = risk.Newest(side.Stage, side.ByReviewer)?.Id ?? Guid.Empty,
            }), actor);
        });

    /// <summary>The sponsor accepts a risk at the level that it has.</summary>
    public Task AcceptAsync(Guid caseId, Guid riskId, DateOnly until) => ChangeAsync(caseId, Roles.Sponsor, async (db, current, actor) =>
    {
        var risk = await RiskAsync(db, current, riskId);
        return await RiskAccepting.AcceptAsync(db, current, (risk, Scale, Guid.CreateVersion7(), new(risk.LevelOf(RiskStage.Residual), "Het profiel vervalt dit jaar.", until, true)), actor);
    });

    /// <summary>Everything about the risks of a case as the register reads it.</summary>
    public async Task<IReadOnlyList<RegisteredRisk>> ReadAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await RiskRegister.ReadAsync(db, (await Case.FindAsync(db, contents, caseId))!, Scale, DateTime.UtcNow);
    }

    /// <summary>The first risk of a case; an empty id when there is none.</summary>
    public async Task<Guid> FirstAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await db.Risks.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Number).Select(row => row.Id).FirstOrDefaultAsync();
    }

    private async Task<RegisteredRisk> RiskAsync(AuditContext db, Case current, Guid riskId) =>
        (await RiskRegister.ReadAsync(db, current, Scale, DateTime.UtcNow)).Single(risk => risk.Row.Id == riskId);

    private async Task ChangeAsync(Guid caseId, string role, Func<AuditContext, Case, Actor, Task<string?>> change)
    {
        var actor = new Actor(await maker.UserAsync(role), role, DateTime.UtcNow);
        await database.WriteAsync(async db => Assert.Null(await change(db, (await Case.FindAsync(db, contents, caseId))!, actor)));
    }
}
