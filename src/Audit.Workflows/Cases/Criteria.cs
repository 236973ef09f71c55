using System.Globalization;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>What is known of the criteria of a case: when they were fixed, and whether they are still those.</summary>
/// <param name="FixedUtc">When they were fixed for the last time.</param>
/// <param name="IsFirst">Whether they were fixed once only, when the case began: before any answer.</param>
/// <param name="Fixed">What was fixed; null when retention erased it.</param>
/// <param name="Now">What the case is judged by now, in the same words.</param>
public sealed record CriteriaStamp(DateTime FixedUtc, bool IsFirst, string? Fixed, string Now)
{
    /// <summary>Whether the case is judged by what was fixed; unknown counts as so.</summary>
    public bool Holds => Fixed is null || Fixed == Now;
}

/// <summary>Evaluation criteria are fixed when a case begins, before the first answer: question set, scoring profile, measures, class aimed for and reference date. The stamp is a sealed record of the trail.</summary>
/// <remarks>Source: question on independence in the letter to the Eerste Kamer of 28 August 2024 (35 741, H). Moving to another question set fixes them anew, with the reason; nothing else can.</remarks>
public static class Criteria
{
    /// <summary>Word of the records in the trail.</summary>
    public const string Event = "criteria.fixed";

    /// <summary>Fixes the criteria as they stand, in the caller's transaction.</summary>
    public static async Task FixAsync(AuditContext db, AssessmentRow row, Actor actor, string? reason = null)
    {
        Guid[] ids = [row.InstrumentId, row.ProfileId, row.MeasuresId];
        var contents = await db.PublishedContents.Where(content => ids.Contains(content.Id)).Select(content => new { content.Id, Name = content.ContentId, content.ContentVersion, content.Sha256 }).ToListAsync();
        var parts = ids.Select(id => contents.Single(content => content.Id == id)).Select(content => (content.Name, content.ContentVersion, content.Sha256));
        new CaseTrail(row.BodyId, row.Id).Add(db, actor, Event, "case", TextOf(row, [.. parts]), reason);
    }

    /// <summary>The stamp of a case; null when it began with a version of the program that made none.</summary>
    public static async Task<CriteriaStamp?> StampAsync(AuditContext db, Case current)
    {
        var caseId = current.Row.Id;
        var records = await db.Trail.Where(record => record.AssessmentId == caseId && record.Event == Event).OrderBy(record => record.Id).Select(record => new { record.AtUtc, record.After }).ToListAsync();
        return records.Count == 0 ? null : new(records[^1].AtUtc, records.Count == 1 && records[0].AtUtc == current.Row.CreatedUtc, records[^1].After, TextOf(current));
    }

    /// <summary>Refuses to go on when the content of a case is not what was fixed: somebody changed the database.</summary>
    /// <exception cref="ActivityFailedException">It is not.</exception>
    public static async Task RequireAsync(AuditContext db, Case current)
    {
        if (await StampAsync(db, current) is { Holds: false })
        {
            throw new ActivityFailedException(Sentence.Of($"De vragenset, het scoreprofiel of de maatregelen zijn niet meer die bij het begin zijn vastgelegd. Er is niets berekend. Laat de beheerder het spoor nalopen."));
        }
    }

    private static string TextOf(Case current)
    {
        var (instrument, profile, measures) = (current.Instrument, current.Profile, current.Measures.Sha256);
        return TextOf(current.Row, [(instrument.Value.Id, instrument.Value.Version, instrument.Sha256), (profile.Value.Id, profile.Value.Version, profile.Sha256), (instrument.Value.Id, ContentStore.MeasuresVersion(measures), measures)]);
    }

    private static string TextOf(AssessmentRow row, (string Id, string Version, string Sha256)[] parts)
    {
        string[] kinds = ["vragenset", "scoreprofiel", "maatregelen"];
        return string.Join("; ",
        [
            .. kinds.Zip(parts, (kind, part) => $"{kind} {part.Id} {part.Version} (sha256 {part.Sha256})"),
            $"beoogde klasse {row.TargetClass.ToString(CultureInfo.InvariantCulture)}",
            $"peildatum {row.ReferenceDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "de dag van berekenen"}",
        ]);
    }
}
