using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>A round that was handed in: auditor and team side by side, and what was decided where they differ.</summary>
[ShowsAnswers]
public sealed class CompareModel(CaseAccess access) : RatingPage(access)
{
    public RatingRoundRow Round { get; private set; } = null!;

    public string Auditor { get; private set; } = string.Empty;

    public IReadOnlyList<ComparedPart> Parts { get; private set; } = [];

    /// <summary>Whether only the questions are shown on which they differ.</summary>
    public bool OnlyDifferent { get; private set; }

    public int Equal => All.Count(line => line.Row.Value is not null && !line.Differs);

    public int Different => All.Count(line => line.Differs);

    public int Undecided => All.Count(line => line is { Differs: true, Decided: null });

    public int NotRated => All.Count(line => line.Row.Value is null);

    /// <summary>Number of the round when it was not blind.</summary>
    public IReadOnlyList<int> NotBlind => Round.SeenBefore ? [Round.Sequence] : [];

    private IEnumerable<ComparedQuestion> All => Parts.SelectMany(part => part.Lines);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid roundId, string? toon)
    {
        OnlyDifferent = toon == "verschillen";
        if (!await LoadAsync(id) || await Access.ReadAsync(db => RoundAsync(db, id, roundId)) is not { } round)
        {
            return NotFound();
        }

        Round = round;
        await Access.ReadAsync(ReadAsync);
        return Page();
    }

    /// <summary>What the page shows of a part.</summary>
    public IEnumerable<ComparedQuestion> Shown(ComparedPart part) => part.Lines.Where(line => !OnlyDifferent || line.Differs);

    /// <summary>Part of the questionnaire in which a question stands.</summary>
    public string PartOf(ComparedQuestion line) =>
        IsQuickScan(View) ? QuestionPart.QuickScan : View.Case.Instrument.Value.ComponentOf(line.Question.Id)?.Id ?? QuestionPart.Severity;

    private static Task<RatingRoundRow?> RoundAsync(AuditContext db, Guid id, Guid roundId) =>
        db.RatingRounds.SingleOrDefaultAsync(row => row.Id == roundId && row.AssessmentId == id && row.RevealedUtc != null);

    private async Task<bool> ReadAsync(AuditContext db)
    {
        var (roundId, auditorId) = (Round.Id, Round.AuditorId);
        Auditor = await db.Users.Where(user => user.Id == auditorId).Select(user => user.DisplayName).SingleAsync();
        var rows = await db.Ratings.Where(row => row.RoundId == roundId).ToListAsync();
        var reader = await ComparisonReader.OfAsync(db, View, (rows, Access.User.NowUtc));
        Parts = [.. RoundPart.Of(View.Case, rows).Select(part => new ComparedPart(part, [.. part.Part.Questions.Zip(part.Rows, reader.Compare)]))];
        return true;
    }

    /// <summary>The questions of one part.</summary>
    public sealed record ComparedPart(RoundPart Part, IReadOnlyList<ComparedQuestion> Lines);
}
