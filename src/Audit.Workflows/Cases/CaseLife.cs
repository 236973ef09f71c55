using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>What can be done with a case as a whole: put it away, withdraw it, copy it. Who may is decided here, and nowhere else.</summary>
public sealed class CaseLife(IWorkflowEngine engine, CaseStart start, ContentStore contents)
{
    /// <summary>Longest reason for withdrawing.</summary>
    public const int MostCharacters = 4000;

    /// <summary>Whether somebody with these roles may put a case in the archive and bring it back.</summary>
    public static bool MayArchive(IReadOnlyCollection<string> roles) => Policies.ArchiveCase.Allows(roles);

    /// <summary>Whether somebody with these roles may withdraw a case, which cannot be undone.</summary>
    public static bool MayWithdraw(IReadOnlyCollection<string> roles, AssessmentRow row) => !row.IsReadOnly && MayArchive(roles);

    /// <summary>Whether somebody with these roles may begin a copy of a case.</summary>
    public static bool MayCopy(IReadOnlyCollection<string> roles) => Policies.CopyCase.Allows(roles);

    /// <summary>Puts a case in the archive, or brings it back; doing it again changes nothing.</summary>
    public static async Task ArchiveAsync(AuditContext db, Guid caseId, bool away, Actor actor)
    {
        var row = await db.Assessments.AsTracking().SingleAsync(known => known.Id == caseId);
        if (row.ArchivedUtc is not null == away)
        {
            return;
        }

        (row.ArchivedUtc, row.Version) = (away ? actor.NowUtc : null, Guid.NewGuid());
        new CaseTrail(row.BodyId, caseId).Add(db, actor, away ? "case.archived" : "case.restored", "case");
    }

    /// <summary>Withdraws a case: its processes stop and nothing can be changed any more. Suspicions go on.</summary>
    public async Task WithdrawAsync(AuditContext db, Guid caseId, string reason, Actor actor)
    {
        var row = await db.Assessments.AsTracking().SingleAsync(known => known.Id == caseId);
        if (row.IsReadOnly)
        {
            return;
        }

        (row.WithdrawnUtc, row.WithdrawnReason, row.Version) = (actor.NowUtc, reason, Guid.NewGuid());
        new CaseTrail(row.BodyId, caseId).Add(db, actor, "case.withdrawn", "case", reason: reason);
        await db.SaveChangesAsync();
        foreach (var instanceId in await OpenToMembers.Instances(db, caseId).Where(instance => instance.Status == WorkflowStatus.Running).Select(instance => instance.Id).ToListAsync())
        {
            await engine.CancelAsync(db, instanceId, actor.NowUtc);
        }
    }

    /// <summary>Begins a new case like this one: with its tasks and, when asked for, its answers. The case itself does not change.</summary>
    /// <param name="source">The case.</param>
    /// <param name="input">The new one.</param>
    /// <param name="withAnswers">Whether the answers come along, as far as they fit.</param>
    /// <param name="actor">Who begins it.</param>
    /// <returns>Why it did not begin; null when it did.</returns>
    public Task<string?> CopyAsync(Case source, NewCase input, bool withAnswers, Actor actor) => start.StartAsync(input, actor, async db =>
    {
        new CaseTrail(input.BodyId, input.Id).Add(db, actor, withAnswers ? CopiedAnswers.Event : "case.copied-empty", source.Row.Id.ToString(), source.Row.Name);
        if (source.Tasks.Count == 0)
        {
            return null;
        }

        var answers = withAnswers ? new AnswerFit(input.Content.Instrument.Value).Fitting(source.Answers) : Empty(source.Answers);
        if (withAnswers)
        {
            await CopySightsAsync(db, source.Row.Id, input);
        }

        return await AnswersIntake.FillInAsync(db, contents, (input.Id, answers), actor);
    });

    private static Assessment Empty(Assessment source) => source with
    {
        Tasks = [.. source.Tasks.Select(task => new PublicTask(task.Id, task.Name, new Dictionary<string, Answer>()))],
        CrossCutting = new Dictionary<string, Answer>(),
    };

    /// <summary>Who saw the answers there has seen them here: a later round of rating is not blind.</summary>
    private static async Task CopySightsAsync(AuditContext db, Guid sourceId, NewCase input)
    {
        var auditors = input.Members.Where(member => member.Role == Roles.Auditor).Select(member => member.UserId).ToList();
        var sights = await db.AnswerSights.Where(sight => sight.AssessmentId == sourceId && auditors.Contains(sight.UserId)).ToListAsync();
        db.AnswerSights.AddRange(sights.Select(sight => new AnswerSightRow { AssessmentId = input.Id, UserId = sight.UserId, FirstUtc = sight.FirstUtc }));
    }
}
