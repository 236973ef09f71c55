using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Administration.Suggestions;

/// <summary>A suggestion with the names that go with it.</summary>
/// <param name="Row">The suggestion.</param>
/// <param name="CaseName">The case from which it came.</param>
/// <param name="By">Who made it.</param>
/// <param name="Instrument">The instrument in which the question stands.</param>
/// <param name="HandledBy">Who answered it; null while nobody did.</param>
public sealed record SuggestionLine(KeeperSuggestionRow Row, string CaseName, string By, PublishedInstrument Instrument, string? HandledBy)
{
    /// <summary>The suggestions of a body, those that wait first, then the newest.</summary>
    public static async Task<IReadOnlyList<SuggestionLine>> OfAsync(AuditContext db, Guid bodyId)
    {
        var rows = await (
            from row in db.KeeperSuggestions
            join assessment in db.Assessments on row.AssessmentId equals assessment.Id
            join user in db.Users on row.MadeById equals user.Id
            join content in db.PublishedContents on row.InstrumentId equals content.Id
            where row.BodyId == bodyId
            select new
            {
                Row = row,
                assessment.Name,
                user.DisplayName,
                content.ContentId,
                content.ContentVersion,
                HandledBy = db.Users.Where(person => person.Id == row.HandledById).Select(person => person.DisplayName).FirstOrDefault(),
            }).ToListAsync();
        return
        [
            .. rows.OrderBy(found => found.Row.Accepted is not null).ThenByDescending(found => found.Row.MadeUtc)
                .Select(found => new SuggestionLine(found.Row, found.Name, found.DisplayName, new(found.ContentId, found.ContentVersion), found.HandledBy)),
        ];
    }
}

/// <summary>Which version of which instrument.</summary>
public sealed record PublishedInstrument(string Id, string Version);
