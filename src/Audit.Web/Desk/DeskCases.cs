using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Desk;

/// <summary>A case on the start page: how far it is and what comes next.</summary>
/// <param name="Id">The case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Status">Where it is.</param>
/// <param name="Progress">Questions answered.</param>
/// <param name="Next">Where it is and what follows.</param>
public sealed record DeskCase(Guid Id, string Name, AssessmentStatus Status, CaseProgress Progress, NextSteps Next)
{
    /// <summary>Most cases on the start page; each is read as a whole.</summary>
    public const int Most = 5;
}

/// <summary>Reads the newest cases of a person: those that run come first.</summary>
public static class DeskCases
{
    public static async Task<DeskPart<DeskCase>> ReadAsync(CaseAccess access)
    {
        var (count, ids) = await access.ReadAsync(async db =>
        {
            var mine = MyCases.InUse(db, access.User);
            var newest = mine.OrderBy(row => row.Status == AssessmentStatus.Finished).ThenByDescending(row => row.CreatedUtc).ThenBy(row => row.Id);
            return (await mine.CountAsync(), await newest.Take(DeskCase.Most).Select(row => row.Id).ToListAsync());
        });
        var cases = new List<DeskCase>(ids.Count);
        foreach (var id in ids)
        {
            if (await access.FindAsync(id) is { } view)
            {
                cases.Add(await CaseOfAsync(access, view));
            }
        }

        return new(cases, count);
    }

    private static async Task<DeskCase> CaseOfAsync(CaseAccess access, CaseView view) => new(
        view.Id,
        view.Case.Row.Name,
        view.Case.Row.Status,
        CaseProgress.Of(view.Case, view.Process, access.User.NowUtc),
        await access.ReadAsync(db => NextSteps.ReadAsync(db, view.Id, view.Case.Instrument.Value)));
}
