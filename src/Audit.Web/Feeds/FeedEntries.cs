using Audit.Core.Actions;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Texts;
using Audit.Workflows.Actions;
using Audit.Workflows.Engine;
using Audit.Workflows.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Feeds;

/// <summary>A day in somebody's calendar.</summary>
/// <param name="Uid">Stays the same when the day moves.</param>
/// <param name="Day">Dutch calendar day.</param>
/// <param name="Title">Without answers, scores or the title of an action: calendars are often open to colleagues.</param>
/// <param name="Path">Page that it leads to.</param>
public sealed record FeedEntry(string Uid, DateOnly Day, string Title, string Path)
{
    /// <summary>How often it was changed; never falls.</summary>
    public int Sequence { get; init; }

    public DateTime ChangedUtc { get; init; }
}

/// <summary>Collects the days of a person: own actions, and open steps for the person's roles. Steps of suspicions are left out.</summary>
public sealed class FeedEntries(IWorkflowEngine engine, ContentStore contents)
{
    /// <summary>The days, earliest first; none of cases of which the person is no member any more.</summary>
    public async Task<IReadOnlyList<FeedEntry>> OfAsync(AuditContext db, UserRow user)
    {
        var cases = FollowedActions.CasesOf(db, (user.Id, user.BodyId));
        var entries = new List<FeedEntry>(await OfActionsAsync(db, cases, user.Id));
        var members = await MemberBook.OfAsync(db, cases);
        foreach (var row in await cases.ToListAsync())
        {
            entries.AddRange(await OfStepsAsync(db, row, members.RolesOf(row.Id, user.Id)));
        }

        return [.. entries.OrderBy(entry => entry.Day).ThenBy(entry => entry.Uid, StringComparer.Ordinal)];
    }

    private static async Task<IEnumerable<FeedEntry>> OfActionsAsync(AuditContext db, IQueryable<AssessmentRow> cases, Guid userId)
    {
        var actions = (await FollowedActions.OfAsync(db, cases)).Where(action => action.IsOf(userId) && action.Facts.Status.IsOpen());
        var changes = await ChangesAsync(db, cases);
        return actions.SelectMany(action => DaysOf(action).Select(entry => entry with
        {
            Sequence = changes.GetValueOrDefault($"{action.Id:D}"),
            ChangedUtc = action.ChangedUtc,
        }));
    }

    private static IEnumerable<FeedEntry> DaysOf(FollowedAction action)
    {
        var path = StepLinks.OfAction(action.Case.Id, action.Id);
        if (action.Facts.Start is { } start)
        {
            yield return new($"actie-{action.Id:N}-start", start, Tr($"Actie {action.Number} begint – {action.Case.Name}"), path);
        }

        if (action.Facts.Due is { } due)
        {
            yield return new($"actie-{action.Id:N}-klaar", due, Tr($"Actie {action.Number} moet klaar zijn – {action.Case.Name}"), path);
        }
    }

    /// <summary>The number of changed cells per action: its history only grows.</summary>
    private static async Task<Dictionary<string, int>> ChangesAsync(AuditContext db, IQueryable<AssessmentRow> cases)
    {
        const int keyLength = 36;
        return await (
            from row in cases
            join trail in db.Trail on row.Id equals trail.AssessmentId
            where trail.Event == ActionChanges.Changed
            group trail by trail.Subject.Substring(0, keyLength) into ofAction
            select new { ofAction.Key, Count = ofAction.Count() }).ToDictionaryAsync(pair => pair.Key, pair => pair.Count);
    }

    private async Task<IEnumerable<FeedEntry>> OfStepsAsync(AuditContext db, AssessmentRow row, IReadOnlyList<string> roles)
    {
        var hidden = await db.Suspicions.Where(suspicion => suspicion.AssessmentId == row.Id).Select(suspicion => suspicion.InstanceId).ToListAsync();
        var instrument = (await contents.InstrumentAsync(db, row.InstrumentId)).Value;
        return from step in await engine.OpenStepsAsync(db, row.Id)
               where step.IsHuman && step.DueUtc is not null && !hidden.Contains(step.InstanceId) && MayAct(step, roles)
               select new FeedEntry(
                   $"stap-{step.StepId:N}",
                   DutchTime.DayOf(step.DueUtc!.Value),
                   Tr($"{StepTexts.NameOf(step.Activity, step.StepKey, instrument)} moet klaar zijn – {row.Name}"),
                   StepLinks.Hub(row.Id))
               {
                   ChangedUtc = step.OpenedUtc,
               };
    }

    private static bool MayAct(OpenStep step, IReadOnlyList<string> roles) =>
        Independence.MayAct(step.Role, roles)
        || (step.EscalatedUtc is not null && step.EscalateTo is { } other && Independence.MayTakeOver(step.Role, other, roles));
}
