using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Reviews;

/// <summary>A reviewer's choice of a class.</summary>
/// <param name="Id">Made when the form was shown, so that a form sent twice counts once.</param>
/// <param name="Class">The class; null withdraws the earlier choice.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">How many choices there were when the form was shown.</param>
public sealed record ClassChoice(Guid Id, RiskClass? Class, string Reason, int Seen);

/// <summary>Keeps the classes that reviewers choose beside the computed ones. Every method works inside the caller's transaction.</summary>
public static class ClassOverrides
{
    /// <summary>Why a choice was not taken because of a colleague.</summary>
    public static string Changed => Tr($"Een collega heeft intussen een besluit over deze klasse genomen. Bekijk dat besluit en kies daarna opnieuw.");

    /// <summary>Adds a choice, or the withdrawal of the one that counts.</summary>
    /// <param name="db">The open transaction.</param>
    /// <param name="report">The case with its scores, read in this transaction.</param>
    /// <param name="taskKey">The task.</param>
    /// <param name="choice">The choice.</param>
    /// <param name="actor">Who chooses.</param>
    /// <returns>Why it was not taken, in Dutch; null when it was, or was so already.</returns>
    public static async Task<string?> SetAsync(AuditContext db, CaseReport report, string taskKey, ClassChoice choice, Actor actor)
    {
        if (report.ReviewOf(taskKey) is not { } review)
        {
            return ReviewRights.NoTask;
        }

        if (review.Judgements.Any(judgement => judgement.Row.Id == choice.Id))
        {
            return null;
        }

        if (RefusalOf(review, choice) is { } refusal)
        {
            return refusal;
        }

        var row = new ClassOverrideRow
        {
            Id = choice.Id,
            AssessmentId = report.Case.Row.Id,
            TaskKey = taskKey,
            Sequence = review.Judgements.Count + 1,
            Class = (int?)choice.Class,
            ComputedClass = (int?)review.Class.Computed.Working,
            Reason = choice.Reason,
            UserId = actor.UserId!.Value,
            DecidedUtc = actor.NowUtc,
        };
        db.ClassOverrides.Add(row);
        new CaseTrail(report.Case.Row.BodyId, report.Case.Row.Id).Add(
            db, actor, choice.Class is null ? "class.override-withdrawn" : "class.overridden", taskKey, (review.Judgement?.Class.ToString(), choice.Class?.ToString()), choice.Reason);
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>Why a choice cannot be taken; null when it can.</summary>
    private static string? RefusalOf(ReviewedTask review, ClassChoice choice)
    {
        if (review.Judgements.Count != choice.Seen)
        {
            return Changed;
        }

        if (choice.Class is not { } chosen)
        {
            return review.Judgement is null ? Tr($"Er is geen andere klasse om in te trekken.") : null;
        }

        return chosen < review.Class.Floor ? FloorRefusal(review, chosen)
            : chosen == review.Judgement?.Class ? Tr($"De klasse is al {ClassWords.Of(chosen)}.")
            : chosen == review.Class.Lifted.Working && review.Judgement is null ? Tr($"De klasse is zonder uw oordeel ook {ClassWords.Of(chosen)}. Kies een andere klasse, of laat het zo.")
            : null;
    }

    private static string FloorRefusal(ReviewedTask review, RiskClass chosen)
    {
        var gates = review.StandingGates(chosen).Select(gate => gate.Id).ToList();
        var names = gates.Count == 1 ? Tr($"drempelregel {gates[0]} is geraakt") : Tr($"drempelregels {string.Join(Tr($" en "), gates)} zijn geraakt");
        return Tr($"De klasse kan niet {ClassWords.Of(chosen)} zijn: {names}, en dan is de klasse ten minste {ClassWords.Of(review.Class.Floor!.Value)}. Alleen een jurist kan een drempelregel opheffen.");
    }
}
