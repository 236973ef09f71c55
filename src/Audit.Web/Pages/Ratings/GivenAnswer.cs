using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;

namespace Audit.Web.Pages.Ratings;

/// <summary>An answer of the auditor or the team, in words.</summary>
/// <param name="Label">What was chosen.</param>
/// <param name="Evidence">Grade of the evidence; null when none was given.</param>
/// <param name="Motivation">Why; null when not given.</param>
public sealed record GivenAnswer(string Label, string? Evidence, string? Motivation)
{
    /// <summary>Where it comes from; null when it was given by hand.</summary>
    public string? Origin { get; init; }

    /// <summary>What the auditor rated.</summary>
    public static GivenAnswer OfAuditor(Question question, RatingRow row) =>
        new(row.Value is null ? Tr($"Nog niet beoordeeld") : LabelOf(question, row.Value), EvidenceOf(row.Evidence), row.Motivation);

    /// <summary>What the team had answered when the round was handed in.</summary>
    /// <param name="question">The question.</param>
    /// <param name="row">The rating.</param>
    /// <param name="revision">The answer that was compared; null when the register of distinctions gave it, or nobody.</param>
    public static GivenAnswer OfTeam(Question question, RatingRow row, AnswerRevisionRow? revision) =>
        new(row.TeamValue is null ? Tr($"Nog geen antwoord") : LabelOf(question, row.TeamValue), EvidenceOf(row.TeamEvidence), revision?.Motivation)
        {
            Origin = row is { TeamValue: not null, TeamRevision: null } ? Tr($"Uit het onderscheidregister van het team.") : null,
        };

    /// <summary>What the user reads for an answer; its id when the question no longer offers it.</summary>
    public static string LabelOf(Question question, string value) =>
        new QuestionCard(question, TypedAnswer.Nothing).Choices.FirstOrDefault(choice => choice.Value == value).Label ?? value;

    private static string? EvidenceOf(int? grade) => EvidenceTexts.Of($"E{grade}");
}
