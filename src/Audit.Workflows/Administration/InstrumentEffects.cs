using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Administration;

/// <summary>Calculates what a version of an instrument would mean for cases on other versions, without changing anything.</summary>
public sealed class InstrumentEffects(ContentStore contents)
{
    /// <summary>The cases of a body on other contents of the same instrument.</summary>
    public static IQueryable<AssessmentRow> Cases(AuditContext db, Guid bodyId, Template<Instrument> target)
    {
        var (instrumentId, sha256) = (target.Value.Id, target.Sha256);
        return from row in db.Assessments
               join content in db.PublishedContents on row.InstrumentId equals content.Id
               where row.BodyId == bodyId && content.ContentId == instrumentId && content.Sha256 != sha256
               select row;
    }

    /// <summary>The effect on each case, oldest first.</summary>
    public async Task<IReadOnlyList<CaseOnVersion>> OfAsync(AuditContext db, IQueryable<AssessmentRow> cases, Template<Instrument> target, DateTime nowUtc)
    {
        var rows = await cases.OrderBy(row => row.CreatedUtc).ThenBy(row => row.Id).ToListAsync();
        var records = await CaseRecords.OfAsync(db, cases.Select(row => row.Id));
        var models = new Dictionary<(Guid? Instrument, Guid Profile), ScoringModel>();
        var effects = new List<CaseOnVersion>(rows.Count);
        foreach (var row in rows)
        {
            var profile = (ComputedProfile)(await contents.ProfileAsync(db, row.ProfileId)).Value;
            var current = (await contents.InstrumentAsync(db, row.InstrumentId)).Value;
            var (before, after) = (Model(row.InstrumentId, current), Model(null, target.Value));
            effects.Add(new()
            {
                Id = row.Id,
                Name = row.Name,
                Status = row.Status,
                CreatedUtc = row.CreatedUtc,
                Version = current.Version,
                State = records.StateOf(row),
                HasPlan = records.Planned.Contains(row.Id),
                HasDecision = records.Decided.Contains(row.Id),
                Effect = VersionEffect.Of(records.RecordedIn(row, current), before, after, row.ReferenceDate ?? DateOnly.FromDateTime(nowUtc)),
            });

            ScoringModel Model(Guid? id, Instrument instrument) =>
                models.TryGetValue((id, row.ProfileId), out var known) ? known : models[(id, row.ProfileId)] = new(instrument, profile);
        }

        return effects;
    }
}
