using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Questions;

/// <summary>What members say to each other about a question. The trail keeps that they did, not what they said.</summary>
public static class Comments
{
    /// <summary>Longest comment. Unit: characters.</summary>
    public const int MostCharacters = 2000;

    /// <summary>Adds a comment and calls the colleagues who are named in it. The same id twice is one comment.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="trail">Where the record goes.</param>
    /// <param name="place">The question.</param>
    /// <param name="given">Id made when the form was shown, the text, and the colleagues who were ticked.</param>
    /// <param name="actor">Who says it.</param>
    /// <returns>Why not, for the screen; null when it was added.</returns>
    public static async Task<string?> AddAsync(AuditContext db, CaseTrail trail, QuestionPlace place, (Guid Id, string? Text, IReadOnlyCollection<Guid> Named) given, Actor actor)
    {
        var text = given.Text?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
        if (text.Length == 0)
        {
            return Tr($"Schrijf eerst uw opmerking.");
        }

        if (text.Length > MostCharacters)
        {
            return Tr($"Maak de opmerking korter: hooguit {MostCharacters} tekens, nu {text.Length}.");
        }

        if (await db.Comments.AnyAsync(row => row.Id == given.Id))
        {
            return null;
        }

        db.Comments.Add(new()
        {
            Id = given.Id,
            AssessmentId = place.AssessmentId,
            TaskKey = place.TaskKey,
            QuestionId = place.QuestionId,
            UserId = actor.UserId!.Value,
            Text = text,
            MadeUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        });
        foreach (var id in await NamedAsync(db, place.AssessmentId, (text, given.Named), actor))
        {
            db.Mentions.Add(new() { CommentId = given.Id, UserId = id });
        }

        trail.Add(db, actor, "comment.added", place.Subject);
        return null;
    }

    /// <summary>Takes a comment of oneself back; its place stays.</summary>
    public static async Task<string?> WithdrawAsync(AuditContext db, CaseTrail trail, QuestionPlace place, Guid commentId, Actor actor)
    {
        if (await place.Comments(db).AsTracking().SingleOrDefaultAsync(row => row.Id == commentId) is not { } comment || comment.UserId != actor.UserId)
        {
            return Tr($"U kunt alleen een opmerking van uzelf intrekken.");
        }

        if (comment.WithdrawnUtc is null)
        {
            (comment.WithdrawnUtc, comment.Version) = (actor.NowUtc, Guid.NewGuid());
            trail.Add(db, actor, "comment.withdrawn", place.Subject);
        }

        return null;
    }

    /// <summary>Marks a comment as settled, or as open again.</summary>
    public static async Task<string?> SettleAsync(AuditContext db, CaseTrail trail, QuestionPlace place, (Guid Id, bool Settled) given, Actor actor)
    {
        if (await place.Comments(db).AsTracking().SingleOrDefaultAsync(row => row.Id == given.Id && row.WithdrawnUtc == null) is not { } comment)
        {
            return Tr($"Deze opmerking is er niet meer.");
        }

        if (comment.SettledUtc is null == given.Settled)
        {
            (comment.SettledUtc, comment.Version) = (given.Settled ? actor.NowUtc : null, Guid.NewGuid());
            trail.Add(db, actor, given.Settled ? "comment.settled" : "comment.reopened", place.Subject);
        }

        return null;
    }

    /// <summary>Marks what a person is called for in the comments of a question as seen.</summary>
    public static async Task SeeAsync(AuditContext db, QuestionPlace place, Guid userId, DateTime nowUtc)
    {
        var ids = place.Comments(db).Select(row => row.Id);
        foreach (var mention in await db.Mentions.AsTracking().Where(row => row.UserId == userId && row.SeenUtc == null && ids.Contains(row.CommentId)).ToListAsync())
        {
            mention.SeenUtc = nowUtc;
        }
    }

    /// <summary>Members who were ticked, or whose name stands in the text behind an @; never the writer.</summary>
    private static async Task<List<Guid>> NamedAsync(AuditContext db, Guid caseId, (string Text, IReadOnlyCollection<Guid> Ticked) given, Actor actor)
    {
        var members = await MembersAsync(db, caseId);
        return [.. members.Where(member => member.Id != actor.UserId
            && (given.Ticked.Contains(member.Id) || given.Text.Contains($"@{member.Name}", StringComparison.OrdinalIgnoreCase))).Select(member => member.Id)];
    }

    /// <summary>The members of a case who can read its answers now, by name: only those can be called.</summary>
    public static async Task<IReadOnlyList<(Guid Id, string Name)>> MembersAsync(AuditContext db, Guid caseId)
    {
        var isShared = await CaseSharing.IsSharedAsync(db, await db.Assessments.SingleAsync(row => row.Id == caseId));
        var readers = Policies.SeeDrafts.Roles;
        var rows = await (
            from user in db.Users
            where db.Members.Any(member => member.AssessmentId == caseId && member.UserId == user.Id && (isShared || readers.Contains(member.Role)))
            orderby user.DisplayName
            select new { user.Id, user.DisplayName }).ToListAsync();
        return [.. rows.Select(row => (row.Id, row.DisplayName))];
    }
}
