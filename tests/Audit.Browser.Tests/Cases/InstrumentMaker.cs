using Audit.Browser.Tests.Site;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes what the pages about instruments show: other versions, drafts and cases on them.</summary>
public sealed class InstrumentMaker(Installation installation)
{
    /// <summary>A version that is older than any that comes with the program, so that new cases do not use it.</summary>
    public const string Old = "0001";

    /// <summary>A question that only the old version has.</summary>
    public const string Gone = "OUD1";

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly CaseMaker maker = new(installation);

    /// <summary>A case on an old version, with an answer that the version of the program has no question for, and without one that only that version asks.</summary>
    public async Task<Guid> OnOldVersionAsync(string stepKey = "session-1")
    {
        var caseId = await maker.MakeAsync(stepKey);
        var (like, missing) = (ChangedInstrument.Free[0], ChangedInstrument.Free[1]);
        await database.WriteAsync(async db =>
        {
            var admin = await AdminAsync(db);
            var old = new ChangedInstrument(Old).Adding(Gone, like).Without(missing);
            var row = await db.Assessments.SingleAsync(known => known.Id == caseId);
            row.InstrumentId = await ContentStore.PublishAsync(db, old.Template, null, new(DateTime.UtcNow, admin.Id));
            var answer = await db.Answers.SingleAsync(known => known.AssessmentId == caseId && known.QuestionId == like);
            AnswerRecorder.Copy(db, new() { QuestionId = Gone, Value = answer.Value, By = answer.By, At = answer.At, TaskKey = answer.TaskKey }, (caseId, answer.TaskKey), new(admin.Id, admin.DisplayName, DateTime.UtcNow));
            db.Answers.Remove(await db.Answers.SingleAsync(known => known.AssessmentId == caseId && known.QuestionId == missing));
            db.AnswerRevisions.RemoveRange(db.AnswerRevisions.Where(revision => db.Answers.Any(known => known.Id == revision.AnswerId && known.AssessmentId == caseId && known.QuestionId == missing)));
        });
        return caseId;
    }

    /// <summary>A draft of a newer version, of the body of the demo or of another one.</summary>
    public Task<Guid> DraftAsync(Guid? bodyId = null) => database.WriteAsync(async db =>
    {
        var admin = await AdminAsync(db);
        var draft = new InstrumentDraftRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = bodyId ?? admin.BodyId,
            FileName = "vragenset-9001.json",
            InstrumentJson = new ChangedInstrument("9001").Adding("NIEUW1", ChangedInstrument.Free[0]).Without(ChangedInstrument.Free[1]).With(ChangedInstrument.Free[2], "weight", 3).Template.Json,
            UploadedById = admin.Id,
            UploadedUtc = DateTime.UtcNow,
        };
        db.InstrumentDrafts.Add(draft);
        return draft.Id;
    });

    /// <summary>A version after every one that is known.</summary>
    public async Task<string> NextVersionAsync()
    {
        await using var db = database.Read();
        return $"{9000 + await db.PublishedContents.CountAsync()}";
    }

    /// <summary>The instrument on which a case runs.</summary>
    public async Task<Instrument> InstrumentOfAsync(Guid caseId)
    {
        await using var db = database.Read();
        return (await Case.FindAsync(db, new ContentStore(), caseId))!.Instrument.Value;
    }

    /// <summary>Every answer of a case as it is stored.</summary>
    public async Task<IReadOnlyList<(string Question, string Value, Guid Version)>> AnswersAsync(Guid caseId)
    {
        await using var db = database.Read();
        var rows = await db.Answers.Where(row => row.AssessmentId == caseId).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => (row.QuestionId, row.Value, row.Version))];
    }

    private static Task<UserRow> AdminAsync(AuditContext db) => db.Users.SingleAsync(user => user.Email == DemoUsers.AddressOf("beheerder"));
}
