using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Mail;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Questions;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Questionnaires;

/// <summary>Reads what stands around one question.</summary>
public sealed class QuestionDesk(AuditDatabase database, MentionMail mails)
{
    /// <summary>Adds a comment and tells by e-mail who is called in it.</summary>
    /// <returns>Why not; null when it was added.</returns>
    public async Task<string?> CommentAsync(AuditContext db, CaseView view, (QuestionPlace Place, string Path) at, (Guid Id, string? Text, IReadOnlyCollection<Guid> Named) given, Actor actor)
    {
        var refusal = await Workflows.Questions.Comments.AddAsync(db, new CaseTrail(view.Case.Row.BodyId, view.Id), at.Place, given, actor);
        if (refusal is null)
        {
            await mails.WriteAsync(db, view.Case.Row, at.Path, actor.NowUtc);
        }

        return refusal;
    }

    public async Task<QuestionSurroundings> ReadAsync(CaseView view, QuestionPlace place, Guid userId)
    {
        await using var db = database.Read();
        var names = await db.Users.Where(user => user.BodyId == view.Case.Row.BodyId).ToDictionaryAsync(user => user.Id, user => user.DisplayName);
        string NameOf(Guid id) => names.GetValueOrDefault(id) ?? Tr($"een oud-collega");
        var comments = await place.Comments(db).OrderBy(row => row.MadeUtc).ThenBy(row => row.Id).ToListAsync();
        var called = (await db.Mentions.Where(row => place.Comments(db).Select(comment => comment.Id).Contains(row.CommentId)).ToListAsync()).ToLookup(row => row.CommentId);
        var assignment = await place.Assignment(db).SingleOrDefaultAsync();
        return new()
        {
            Comments = [.. comments.Select(row => new CommentLine(row, NameOf(row.UserId), [.. called[row.Id].Select(mention => NameOf(mention.UserId))]))],
            UnreadForMe = called.SelectMany(group => group).Count(mention => mention.UserId == userId && mention.SeenUtc is null),
            Files = [.. (await place.Attachments(db).OrderBy(row => row.MadeUtc).ToListAsync()).Select(row => new FileLine(row, NameOf(row.UserId)))],
            Assignee = assignment?.UserId,
            AssigneeName = assignment is null ? null : NameOf(assignment.UserId),
            AssignmentVersion = assignment?.Version,
            Candidates = await QuestionAssignments.CandidatesAsync(db, place.AssessmentId),
            Members = await Workflows.Questions.Comments.MembersAsync(db, place.AssessmentId),
            History = await HistoryAsync(db, view, place),
        };
    }

    private static async Task<IReadOnlyList<RevisionLine>> HistoryAsync(AuditContext db, CaseView view, QuestionPlace place)
    {
        var question = view.Case.Instrument.Value.AllQuestions.First(candidate => candidate.Id == place.QuestionId);
        var card = new QuestionCard(question, TypedAnswer.Nothing);
        return [.. (await place.Revisions(db).ToListAsync()).Select(row => new RevisionLine(
            Dates.Moment(row.SavedUtc),
            row.By,
            card.LabelOf(row.Value),
            row.Evidence is { } grade ? EvidenceTexts.Of($"E{grade}") : null,
            row.Motivation,
            row.PublicSource))];
    }
}

/// <summary>What stands around a question.</summary>
public sealed record QuestionSurroundings
{
    public required IReadOnlyList<CommentLine> Comments { get; init; }

    /// <summary>How often this person is called by name without having seen it.</summary>
    public required int UnreadForMe { get; init; }

    public required IReadOnlyList<FileLine> Files { get; init; }

    public Guid? Assignee { get; init; }

    public string? AssigneeName { get; init; }

    public Guid? AssignmentVersion { get; init; }

    /// <summary>Who can look after it.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Candidates { get; init; }

    /// <summary>Who can be called by name.</summary>
    public required IReadOnlyList<(Guid Id, string Name)> Members { get; init; }

    public required IReadOnlyList<RevisionLine> History { get; init; }
}

/// <summary>A comment with names.</summary>
public sealed record CommentLine(CommentRow Row, string By, IReadOnlyList<string> Named);

/// <summary>A file with a name.</summary>
public sealed record FileLine(AttachmentRow Row, string By);

/// <summary>An answer as it was at a moment.</summary>
public sealed record RevisionLine(string When, string By, string Answer, string? Proof, string? Motivation, string? Source);
