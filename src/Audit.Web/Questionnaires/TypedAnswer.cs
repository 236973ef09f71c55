using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>What stands in the fields of one question.</summary>
/// <param name="Value">Chosen option; null when none.</param>
/// <param name="Grade">"E0" to "E3"; null when not chosen.</param>
/// <param name="Motivation">Explanation.</param>
/// <param name="Source">Where it can be looked up.</param>
/// <param name="Seen">Version of the answer that the person was looking at.</param>
public sealed record TypedAnswer(string? Value, string? Grade, string? Motivation, string? Source, Guid? Seen)
{
    /// <summary>True when something was typed, but no answer chosen.</summary>
    public bool LacksAnswer => Value is null && (Grade is not null || Motivation is not null || Source is not null);

    /// <summary>Empty fields.</summary>
    public static TypedAnswer Nothing { get; } = new(null, null, null, null, null);

    public static TypedAnswer Of(AnswerRow row) => new(
        row.Value, row.Evidence is { } grade ? $"E{grade}" : null, row.Motivation, row.PublicSource, row.Version);

    public static TypedAnswer Of(StartedAnswerRow row) => new(
        null, row.Evidence is { } grade ? $"E{grade}" : null, row.Motivation, row.PublicSource, row.Version);

    /// <summary>Reads the fields of a question from a form.</summary>
    public static TypedAnswer Read(IFormCollection form, Question question)
    {
        var typed = Read(form, new AnswerFields(question.Id));
        return question.Kind == QuestionKind.Safeguard ? typed : typed with { Grade = null };
    }

    /// <summary>Reads fields from a form, whatever the question.</summary>
    public static TypedAnswer Read(IFormCollection form, AnswerFields fields) => new(
        Text(form, fields.Value),
        Text(form, fields.Grade),
        Text(form, fields.Motivation),
        Text(form, fields.Source),
        Guid.TryParse(form[fields.Seen], out var seen) ? seen : null);

    /// <summary>The answer; only when an option was chosen.</summary>
    public Answer ToAnswer() => new(Value!, Evidence, Motivation, Source);

    /// <summary>What to keep while no option was chosen.</summary>
    public StartedEdit ToStart(string taskKey, string questionId) => new(taskKey, questionId, Evidence, Motivation, Source, Seen);

    private EvidenceGrade? Evidence => Enum.TryParse<EvidenceGrade>(Grade, out var grade) && Enum.IsDefined(grade) ? grade : null;

    private static string? Text(IFormCollection form, string name)
    {
        var text = form[name].ToString().ReplaceLineEndings("\n").Trim();
        return text.Length == 0 ? null : text;
    }
}

/// <summary>Names of the fields of one question.</summary>
/// <param name="QuestionId">Id of the question.</param>
public readonly record struct AnswerFields(string QuestionId)
{
    public string Value => QuestionId;

    public string Grade => $"{QuestionId}-bewijs";

    public string Motivation => $"{QuestionId}-toelichting";

    public string Source => $"{QuestionId}-bron";

    public string Seen => $"{QuestionId}-versie";
}
