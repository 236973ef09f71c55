using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>Which questions of a task, or of the body, still need an answer.</summary>
public sealed class PartProgress
{
    private readonly IReadOnlyDictionary<string, Answer> answers;
    private readonly Dictionary<string, QuestionState> states;

    private PartProgress(IReadOnlyDictionary<string, Answer> answers, Dictionary<string, QuestionState> states)
    {
        this.answers = answers;
        this.states = states;
    }

    /// <summary>Progress of a task; of the body when the key is empty.</summary>
    public static PartProgress Of(Case current, string taskKey, DateTime nowUtc)
    {
        var none = new PublicTask(string.Empty, string.Empty, new Dictionary<string, Answer>());
        var task = current.Answers.Tasks.FirstOrDefault(candidate => candidate.Id == taskKey) ?? none;
        var model = new ScoringModel(current.Instrument.Value, (ComputedProfile)current.Profile.Value);
        var score = model.Score(task, current.Answers.CrossCutting, current.ReferenceDate(nowUtc));
        return new(
            taskKey.Length == 0 ? current.Answers.CrossCutting : RegisterAnswers.Effective(current.Instrument.Value, task, current.ReferenceDate(nowUtc)),
            score.Trace.ToDictionary(trace => trace.QuestionId, trace => trace.State));
    }

    /// <summary>Whether the question's condition is certainly false, so that nobody needs to answer it.</summary>
    public bool IsNotNeeded(Question question) =>
        states[question.Id] == QuestionState.Removed && answers.GetValueOrDefault(question.Id)?.Value != Answer.NotApplicable;

    /// <summary>The questions that need an answer and have none; "weet ik niet" is an answer.</summary>
    public IReadOnlyList<Question> Missing(QuestionPart part) =>
        [.. part.Questions.Where(question => !answers.ContainsKey(question.Id) && !IsNotNeeded(question))];

    /// <summary>How many questions need an answer.</summary>
    public int Needed(QuestionPart part) => part.Questions.Count(question => !IsNotNeeded(question));
}
