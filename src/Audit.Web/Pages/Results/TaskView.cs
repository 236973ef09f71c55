using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Results;
using Audit.Web.Charts;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;

namespace Audit.Web.Pages.Results;

/// <summary>One public task of a case with its score, ready to be shown.</summary>
public sealed class TaskView
{
    private const int LargestBars = 10;

    private readonly Dictionary<string, Question> questions;
    private readonly Dictionary<string, SourceReference> sources;

    public TaskView(CaseReport report, ScoredTask scored)
    {
        Report = report;
        Scored = scored;
        Task = report.Case.Answers.Tasks.First(task => task.Id == scored.Score.TaskId);
        questions = Instrument.AllQuestions.ToDictionary(question => question.Id);
        sources = Instrument.Sources.ToDictionary(source => source.Id);
        Review = report.ReviewOf(Score);
    }

    public CaseReport Report { get; }

    public ScoredTask Scored { get; }

    public PublicTask Task { get; }

    public TaskScore Score => Scored.Score;

    /// <summary>What reviewer and jurist decided, beside what is computed.</summary>
    public ReviewedTask Review { get; }

    public Insights Insights => Scored.Insights;

    public Instrument Instrument => Report.Case.Instrument.Value;

    public ComputedProfile Profile => (ComputedProfile)Report.Case.Profile.Value;

    /// <summary>Start of the ids of this task on a page.</summary>
    public string Key => $"taak-{Report.Case.Answers.Tasks.ToList().IndexOf(Task) + 1}";

    /// <summary>Every task of a case in its order.</summary>
    public static IReadOnlyList<TaskView> AllOf(CaseReport report) => [.. report.Run.Tasks.Select(scored => new TaskView(report, scored))];

    /// <summary>The task with this key; null when the case has none.</summary>
    public static TaskView? Find(CaseReport report, string taskKey) =>
        report.Run.Tasks.FirstOrDefault(scored => scored.Score.TaskId == taskKey) is { } found ? new TaskView(report, found) : null;

    public Question Question(string id) => questions[id];

    public SourceReference? Source(string id) => sources.GetValueOrDefault(id);

    public string ComponentTitle(string componentId) => Instrument.Components.First(part => part.Id == componentId).Title.Shown();

    /// <summary>What the answer now is: the task's own, or the one given for the body.</summary>
    public Answer? AnswerTo(string questionId) =>
        Task.Answers.GetValueOrDefault(questionId) ?? Report.Case.Answers.CrossCutting.GetValueOrDefault(questionId);

    /// <summary>The words of an option, or of "unknown" and "not applicable".</summary>
    public string OptionLabel(string questionId, string option) => option switch
    {
        Answer.Unknown => Tr($"Weet niet"),
        Answer.NotApplicable => Tr($"Niet van toepassing"),
        _ => questions[questionId].IndexOf(option) is >= 0 and var index ? questions[questionId].Scale.Options[index].Label.Shown() : option,
    };

    /// <summary>Contributions that are not zero, largest first whatever their sign.</summary>
    public IReadOnlyList<Contribution> LargestFirst() =>
        [.. Score.Contributions.Where(part => part.Value != 0).OrderByDescending(part => Math.Abs(part.Value))];

    public IReadOnlyList<ContributionBar> Bars() =>
        [.. LargestFirst().Take(LargestBars).Select(part => new ContributionBar(part.QuestionId, part.Value))];

    /// <summary>Gates in force, the fired ones first, then the undecided ones.</summary>
    public IReadOnlyList<GateResult> Gates(params Truth[] states) =>
        [.. Score.Gates.Where(gate => states.Contains(gate.State)).OrderByDescending(gate => gate.State)];

    /// <summary>Working class without gates; null without R.</summary>
    public RiskClass? ClassWithoutGates =>
        Score.Residual is { } range ? Profile.ClassOf(range.High, Score.Severity.High) : null;
}
