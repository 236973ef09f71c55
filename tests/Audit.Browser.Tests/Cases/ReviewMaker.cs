using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes items of a review and decisions of auditor and jurist without pages.</summary>
public sealed class ReviewMaker(Installation installation)
{
    public const string TaskKey = "controle-uitwonendenbeurs";
    public const string Gate = "G3";

    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();

    public AuditDatabase Database { get; } = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    public CaseMaker Cases { get; } = new(installation);

    /// <summary>A case at a step with an item of every kind: one open, one answered, one settled.</summary>
    public async Task<Guid> MakeAsync(string stepKey = "review")
    {
        var id = await Cases.MakeAsync(stepKey);
        await AddAsync(id, new(TaskKey, ReviewItemKind.Finding, "De werkinstructie en het antwoord verschillen.") { ComponentId = "policy", DueDate = new DateOnly(2026, 1, 15) });
        var asked = await AddAsync(id, new(TaskKey, ReviewItemKind.EvidenceRequest, "Waar staat de steekproef?") { QuestionId = "P11" });
        await TurnAsync(id, asked, ReviewMove.Respond, "Die is er.\nBewijs te vinden: map Steekproeven 2013, bladzijde 4");
        var settled = await AddAsync(id, new(string.Empty, ReviewItemKind.Finding, "De enquête ontbreekt."));
        await TurnAsync(id, settled, ReviewMove.Settle, string.Empty);
        return id;
    }

    /// <summary>A case that the auditor sent back with one question.</summary>
    public async Task<Guid> SentBackAsync()
    {
        var id = await Cases.MakeAsync("review");
        await AddAsync(id, new(TaskKey, ReviewItemKind.SentBackQuestion, "De bron noemt iets anders.") { QuestionId = "P11" });
        await AddAsync(id, new(TaskKey, ReviewItemKind.Finding, "De werkinstructie en het antwoord verschillen."));
        await Cases.SendBackAsync(id);
        return id;
    }

    /// <summary>A case at its adoption, signed, with a class of the auditor from before and a gate that was lifted afterwards.</summary>
    public async Task<Guid> DecidedAsync()
    {
        var id = await Cases.MakeAsync("adoption");
        await ChooseClassAsync(id, RiskClass.High, "De waarborg werkt in de praktijk.");
        var actor = await ActorAsync(Roles.Auditor);
        await Database.WriteAsync(async db =>
        {
            var report = (await CaseReport.FindAsync(db, contents, id, actor.NowUtc))!;
            var seen = (await SignOffs.ReadAsync(db, report)).Facts.Sha256;
            Assert.Null(await SignOffs.SignAsync(db, report, (Guid.CreateVersion7(), "Ik heb alle taken beoordeeld.", seen), actor));
        });
        await LiftAsync(id, Gate, DateOnly.FromDateTime(DateTime.UtcNow).AddYears(1));
        return id;
    }

    /// <summary>The oldest item; an empty id when there is none.</summary>
    public async Task<Guid> FirstItemAsync(Guid caseId)
    {
        await using var db = Database.Read();
        return (await ReviewItems.OfCaseAsync(db, caseId)).Select(row => row.Id).FirstOrDefault();
    }

    /// <summary>An auditor adds an item.</summary>
    public async Task<Guid> AddAsync(Guid caseId, ReviewContent content)
    {
        var id = Guid.CreateVersion7();
        var actor = await ActorAsync(Roles.Auditor);
        await Database.WriteAsync(async db => Assert.Null(await ReviewItems.AddAsync(db, (await Case.FindAsync(db, contents, caseId))!, (id, content), actor)));
        return id;
    }

    /// <summary>Somebody takes a turn.</summary>
    public async Task TurnAsync(Guid caseId, Guid itemId, ReviewMove move, string text)
    {
        var actor = await ActorAsync(move is ReviewMove.Respond ? Roles.Assessor : Roles.Auditor);
        await Database.WriteAsync(async db =>
        {
            var seen = await db.ReviewItems.Where(item => item.Id == itemId).Select(item => item.Version).SingleAsync();
            Assert.Null(await ReviewItems.TurnAsync(db, (await Case.FindAsync(db, contents, caseId))!, new(itemId, move, text, seen, Guid.CreateVersion7()), actor));
        });
    }

    /// <summary>An auditor gives the task another class.</summary>
    public async Task ChooseClassAsync(Guid caseId, RiskClass riskClass, string reason)
    {
        var actor = await ActorAsync(Roles.Auditor);
        await Database.WriteAsync(async db =>
        {
            var report = (await CaseReport.FindAsync(db, contents, caseId, actor.NowUtc))!;
            var choice = new ClassChoice(Guid.CreateVersion7(), riskClass, reason, report.ReviewOf(TaskKey)!.Judgements.Count);
            Assert.Null(await ClassOverrides.SetAsync(db, report, TaskKey, choice, actor));
        });
    }

    /// <summary>A jurist lifts a gate.</summary>
    public async Task LiftAsync(Guid caseId, string gateId, DateOnly until)
    {
        var actor = await ActorAsync(Roles.Jurist);
        await Database.WriteAsync(async db =>
        {
            var report = (await CaseReport.FindAsync(db, contents, caseId, actor.NowUtc))!;
            Assert.Null(await GateLiftings.LiftAsync(db, report, LiftingOf(report, gateId, until), actor));
        });
    }

    /// <summary>Sets the last day of every lifting of a case, as if time had passed.</summary>
    public Task ExpireAsync(Guid caseId) => Database.WriteAsync(async db =>
    {
        foreach (var row in await db.GateLiftings.AsTracking().Where(row => row.AssessmentId == caseId).ToListAsync())
        {
            row.ValidUntil = new DateOnly(2026, 1, 31);
        }
    });

    /// <summary>Gives every question of the task that no gate reads the answer with the least risk, so that gates alone keep the class up.</summary>
    public async Task LowerAsync(Guid caseId)
    {
        var actor = await ActorAsync(Roles.Assessor);
        await Database.WriteAsync(async db =>
        {
            var current = (await Case.FindAsync(db, contents, caseId))!;
            var instrument = current.Instrument.Value;
            var read = instrument.Gates.SelectMany(gate => gate.When.Questions)
                .Concat(instrument.TaskQuestions.SelectMany(question => question.When?.Questions ?? [])).ToHashSet();
            var rows = await db.Answers.Where(row => row.AssessmentId == caseId && row.TaskKey == TaskKey).ToDictionaryAsync(row => row.QuestionId, row => row.Version);
            var edits = instrument.TaskQuestions.Where(question => !read.Contains(question.Id) && question.Kind is not QuestionKind.Context)
                .Select(question => new AnswerEdit(TaskKey, question.Id, BestOf(question), rows.TryGetValue(question.Id, out var seen) ? seen : null));
            Assert.True((await AnswerRecorder.SaveAsync(db, current, [.. edits], actor)).IsComplete);
        });
    }

    /// <summary>The case with its scores and decisions.</summary>
    public async Task<CaseReport> ReportAsync(Guid caseId)
    {
        await using var db = Database.Read();
        return (await CaseReport.FindAsync(db, contents, caseId, DateTime.UtcNow))!;
    }

    /// <summary>What was decided about the task.</summary>
    public async Task<ReviewedTask> ReviewAsync(Guid caseId) => (await ReportAsync(caseId)).ReviewOf(TaskKey)!;

    /// <summary>Everything that happened in a case, as stable words.</summary>
    public async Task<IReadOnlyList<string>> TrailAsync(Guid caseId, string prefix)
    {
        await using var db = Database.Read();
        var events = await db.Trail.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Id).Select(row => row.Event).ToListAsync();
        return [.. events.Where(happened => happened.StartsWith(prefix, StringComparison.Ordinal))];
    }

    private static NewLifting LiftingOf(CaseReport report, string gateId, DateOnly until) => new(Guid.CreateVersion7(), TaskKey, gateId)
    {
        Reason = "De wet staat dit onderscheid toe.",
        LegalSource = "Rechtbank Voorbeeldstad, 1 maart 2026 (fictief)",
        ValidUntil = until,
        SeenEffect = GateLiftings.EffectOf(report, report.ReviewOf(TaskKey)!, gateId)!.ToJson(),
    };

    private static Answer BestOf(Question question) => question.Kind switch
    {
        QuestionKind.Exposure => new(question.Scale.Options.MinBy(option => option.Value)!.Id),
        QuestionKind.Safeguard => new(question.Scale.Options.MaxBy(option => option.Value)!.Id, EvidenceGrade.E3),
        QuestionKind.Severity => new(question.Scale.Options.MinBy(option => option.Level)!.Id),
        QuestionKind.Context => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    private async Task<Actor> ActorAsync(string role)
    {
        var userId = await Cases.UserAsync(role);
        await using var db = Database.Read();
        return new(userId, await db.Users.Where(user => user.Id == userId).Select(user => user.DisplayName).SingleAsync(), DateTime.UtcNow);
    }
}
