using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Gates;
using Audit.Web.Pages.Results;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>The gates of a case about which a jurist can decide.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="CaseName">Its name.</param>
/// <param name="Fired">Gates that have fired and are not lifted, over all tasks.</param>
/// <param name="Open">Gates that are still to be investigated and are not lifted.</param>
public sealed record DeskGates(Guid CaseId, string CaseName, int Fired, int Open)
{
    public int Count => Fired + Open;

    /// <summary>The newest cases in which the person is jurist and may read the answers, as far as gates stand.</summary>
    public static async Task<IReadOnlyList<DeskGates>> ReadAsync(CaseAccess access, ContentStore contents)
    {
        var ids = await access.ReadAsync(db => MyCases.InUse(db, access.User, Policies.LiftGates)
            .OrderByDescending(row => row.CreatedUtc).ThenBy(row => row.Id).Take(DeskCase.Most).Select(row => row.Id).ToListAsync());
        var found = new List<DeskGates>();
        foreach (var id in ids)
        {
            if (await CaseReading.FindAsync(access, contents, id) is { } reading
                && await access.ReadAsync(db => CaseSharing.IsSharedAsync(db, reading.View.Case.Row))
                && Of(reading) is { Count: > 0 } gates)
            {
                found.Add(gates);
            }
        }

        return found;
    }

    private static DeskGates Of(CaseReading reading)
    {
        var standing = TaskView.AllOf(reading.Report).SelectMany(GateView.Of).Where(gate => gate.IsPressing && gate.Lifting is not { Counts: true }).ToList();
        var fired = standing.Count(gate => gate.Result!.State == Core.Scoring.Truth.True);
        return new(reading.View.Id, reading.View.Case.Row.Name, fired, standing.Count - fired);
    }
}
