using Audit.Core.Actions;
using Audit.Core.Actions.Effects;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Effects;

/// <summary>A measurement as somebody records it.</summary>
/// <param name="Id">Made when the form was shown: a form that is sent twice counts once.</param>
/// <param name="ActionId">The action.</param>
/// <param name="Measured">What was measured.</param>
/// <param name="Motivation">How, and what was seen.</param>
/// <param name="Place">Where it can be looked up.</param>
public sealed record MeasurementEntry(Guid Id, Guid ActionId, EffectMeasurement Measured, string Motivation, string Place);

/// <summary>Who records something, with their roles in the case.</summary>
public sealed record EffectActor(Actor Actor, IReadOnlyCollection<string> Roles);

/// <summary>Records measurements of effect; append-only. Every method works inside the caller's transaction.</summary>
public static class EffectRecorder
{
    /// <summary>Why an action cannot be measured that is not in the newest plan.</summary>
    public static string NotInPlan => Tr($"Deze actie staat niet in het nieuwste actieplan.");

    /// <summary>Records a measurement, and reopens what it speaks against.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="current">The case.</param>
    /// <param name="entry">The measurement.</param>
    /// <param name="by">Who records it.</param>
    /// <returns>Why it was not recorded, in Dutch; or the titles of the actions that reopened by it.</returns>
    public static async Task<(string? Refusal, IReadOnlyList<string> Reopened)> MeasureAsync(AuditContext db, Case current, MeasurementEntry entry, EffectActor by)
    {
        var caseId = current.Row.Id;
        if (await EffectRecords.NewestPlan(db, caseId).SingleOrDefaultAsync(row => row.Id == entry.ActionId) is not { } action)
        {
            return (NotInPlan, []);
        }

        if (await db.EffectMeasurements.SingleOrDefaultAsync(row => row.Id == entry.Id) is { } known)
        {
            return (known.ActionId == action.Id ? null : Tr($"Dit formulier hoort bij een andere actie. Open de bladzijde opnieuw."), []);
        }

        if ((EffectRights.RefusalOf(action, by.Actor.UserId!.Value, by.Roles) ?? RefusalOf(current, action, entry)) is { } refusal)
        {
            return (refusal, []);
        }

        var row = RowOf(entry, by.Actor);
        db.EffectMeasurements.Add(row);
        new CaseTrail(current.Row.BodyId, caseId).Add(db, by.Actor, "effect.measured", ActionChanges.SubjectOf(action.Id, "Effectmeting"), Describe(row), entry.Motivation);
        await db.SaveChangesAsync();
        var reopened = await RelapseWatch.AfterMeasurementAsync(db, current, new(row, action), by.Actor);
        await db.SaveChangesAsync();
        return (null, reopened);
    }

    private static string? RefusalOf(Case current, PlannedMeasureRow action, MeasurementEntry entry) =>
        current.Row.AdoptedUtc is null ? Tr($"Het actieplan is nog niet vastgesteld. Daarna kunt u het effect meten.")
        : (ActionStatus)action.Status == ActionStatus.Dropped ? Tr($"Deze actie is vervallen. Er valt geen effect te meten.")
        : entry.Measured is MeasuredAnswer answer ? RefusalOf(current, action, answer)
        : null;

    private static string? RefusalOf(Case current, PlannedMeasureRow action, MeasuredAnswer answer) =>
        current.Instrument.Value.AllQuestions.FirstOrDefault(question => question.Id == answer.QuestionId) is not { } question || question.IndexOf(answer.Option) < 0
            ? Tr($"Kies een antwoord uit de lijst.")
            : EffectRecords.QuestionsOf(action) is { Count: > 0 } questions && !questions.Contains(question.Id)
                ? Tr($"Deze actie gaat niet over die vraag.")
                : null;

    private static EffectMeasurementRow RowOf(MeasurementEntry entry, Actor actor)
    {
        var (answer, count) = (entry.Measured as MeasuredAnswer, entry.Measured as MeasuredCount);
        return new()
        {
            Id = entry.Id,
            ActionId = entry.ActionId,
            QuestionId = answer?.QuestionId,
            Value = answer?.Option,
            Count = count?.Cell.Count,
            Total = count?.Cell.Total,
            Evidence = (int)entry.Measured.Evidence,
            Motivation = entry.Motivation,
            Place = entry.Place,
            MeasuredOn = entry.Measured.On,
            UserId = actor.UserId!.Value,
            SavedUtc = actor.NowUtc,
        };
    }

    // Without the numbers of a count: the trail is open to who may not see small cells.
    private static string Describe(EffectMeasurementRow row) => row.QuestionId is { } question
        ? $"{question}: {row.Value} E{row.Evidence}, {row.MeasuredOn:yyyy-MM-dd}"
        : $"telling van de indicator, E{row.Evidence}, {row.MeasuredOn:yyyy-MM-dd}";
}
