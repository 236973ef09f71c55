using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Web.Pages.Results;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Reviews;

namespace Audit.Web.Pages.Gates;

/// <summary>How a question that a gate looks at is answered.</summary>
public sealed record GateAnswerLine(string QuestionId, string Question, string Answer);

/// <summary>One gate of one task, ready to be shown.</summary>
/// <param name="Task">The task.</param>
/// <param name="Gate">The gate.</param>
public sealed record GateView(TaskView Task, Gate Gate)
{
    /// <summary>State of the gate; null when it is not in force on the reference date.</summary>
    public GateResult? Result => Task.Score.Gates.FirstOrDefault(result => result.Gate.Id == Gate.Id);

    /// <summary>Whether there is something to lift.</summary>
    public bool IsPressing => Result?.State is Truth.True or Truth.Open;

    public string StateName => Result is { } result ? ResultWords.Of(result.State) : Tr($"Niet van kracht op de peildatum");

    public string Badge => Result is { } result ? ResultWords.Badge(result.State) : "inactive";

    public string Href => ReviewLinks.Gate(Task.Report.Case.Row.Id, Task.Task.Id, Gate.Id);

    /// <summary>When it fires, in words.</summary>
    public string FiresWhen => Tr($"Geraakt als {new ConditionText(Task.Instrument).Clause(Gate.When)}.");

    /// <summary>What it does to the class once it fires.</summary>
    public IEnumerable<string> Effects
    {
        get
        {
            if (Gate.Floor is { } floor)
            {
                yield return Tr($"Geraakt: de klasse is minstens {ResultWords.Lower(floor)}.");
            }

            if (Gate.OpenFloor is { } open)
            {
                yield return Tr($"Te onderzoeken: wij werken met minstens {ResultWords.Lower(open)}.");
            }

            if (Gate.BlocksPublication)
            {
                yield return Tr($"Geraakt: blokkeert publicatie.");
            }
        }
    }

    /// <summary>The questions that it looks at, as they are answered and count now.</summary>
    public IEnumerable<GateAnswerLine> Answers => Gate.When.Questions.Distinct().Select(id =>
    {
        var trace = Task.Score.Trace.First(known => known.QuestionId == id);
        return new GateAnswerLine(id, Task.Question(id).Text.Shown(), trace switch
        {
            { State: QuestionState.Removed } => Tr($"Telt niet mee: niet van toepassing"),
            { Option: { } option } => Task.OptionLabel(id, option),
            _ => Tr($"Nog onbekend"),
        });
    });

    /// <summary>The newest lifting that was not withdrawn; null when there is none.</summary>
    public LiftingNow? Lifting => Task.Review.LiftingOf(Gate.Id);

    /// <summary>Every lifting, newest first.</summary>
    public IReadOnlyList<LiftingNow> AllLiftings => [.. Task.Review.Liftings.Where(lift => lift.Lift.Row.GateId == Gate.Id).Reverse()];

    /// <summary>Every gate of a task: fired, to be investigated, clear, not in force.</summary>
    public static IReadOnlyList<GateView> Of(TaskView task) =>
        [.. task.Instrument.Gates.Select(gate => new GateView(task, gate)).OrderByDescending(view => view.Result is { } result ? (int)result.State : -1)];
}
