using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>Why an answer that was recorded does not count under a version of the instrument.</summary>
public enum Misfit
{
    /// <summary>The version does not have the question.</summary>
    QuestionGone,

    /// <summary>The question is about a task and was answered for the body, or the other way round.</summary>
    QuestionMoved,

    /// <summary>The question does not offer the chosen answer.</summary>
    OptionGone,

    /// <summary>The question is of another kind, so that evidence or a motivation does not fit.</summary>
    RuleChanged,
}

/// <summary>Which recorded answers a version of the instrument can hold; the others are kept aside and do not count.</summary>
public sealed class AnswerFit
{
    private readonly Dictionary<string, (Question Question, bool ForBody, int Index)> questions;

    /// <summary>Prepares a version.</summary>
    /// <param name="instrument">The version.</param>
    public AnswerFit(Instrument instrument)
    {
        Instrument = instrument;
        questions = instrument.BodyQuestions.Select(question => (question, ForBody: true)).Concat(instrument.TaskQuestions.Select(question => (question, ForBody: false)))
            .Select((pair, index) => (pair.question, pair.ForBody, index))
            .ToDictionary(entry => entry.question.Id);
    }

    /// <summary>The version.</summary>
    public Instrument Instrument { get; }

    /// <summary>Why an answer does not count; null when it does.</summary>
    /// <param name="forBody">True when it was given once for the body.</param>
    /// <param name="questionId">Id of the question.</param>
    /// <param name="answer">The answer.</param>
    public Misfit? Check(bool forBody, string questionId, Answer answer) =>
        !questions.TryGetValue(questionId, out var asked) ? Misfit.QuestionGone
        : asked.ForBody != forBody ? Misfit.QuestionMoved
        : AnswerRules.Check(asked.Question, answer) is { } refusal ? ReasonOf(refusal) : null;

    /// <summary>The answers that count, in the order of the instrument.</summary>
    /// <param name="forBody">True when they were given once for the body.</param>
    /// <param name="answers">Recorded answers by question id.</param>
    public IReadOnlyDictionary<string, Answer> Fitting(bool forBody, IEnumerable<KeyValuePair<string, Answer>> answers) => answers
        .Where(pair => Check(forBody, pair.Key, pair.Value) is null)
        .OrderBy(pair => questions[pair.Key].Index)
        .ToDictionary();

    /// <summary>An assessment with only the answers and distinctions that count.</summary>
    /// <param name="recorded">Everything that was recorded, under whatever version.</param>
    public Assessment Fitting(Assessment recorded) => recorded with
    {
        InstrumentId = Instrument.Id,
        InstrumentVersion = Instrument.Version,
        CrossCutting = Fitting(true, recorded.CrossCutting),
        Tasks =
        [
            .. recorded.Tasks.Select(task => task with
            {
                Answers = Fitting(false, task.Answers),
                Distinctions = [.. task.Distinctions.Where(distinction => RegisterAnswers.Fits(Instrument, distinction))],
            }),
        ],
    };

    private static Misfit ReasonOf(AnswerRefusal refusal) => refusal switch
    {
        AnswerRefusal.NoSuchOption => Misfit.OptionGone,
        AnswerRefusal.MotivationMissing or AnswerRefusal.EvidenceNotAllowed => Misfit.RuleChanged,
    };
}
