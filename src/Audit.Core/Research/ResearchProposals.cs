using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Research;

/// <summary>Finds what a research plan should contain, from open answers and weak evidence.</summary>
/// <remarks>
/// A question that certainly does not apply, according to the trace of the score, is never proposed. One whose condition is still open is: its answer
/// may count. The plan itself is the team's; these are proposals only.
/// </remarks>
public static class ResearchProposals
{
    /// <summary>The proposals in the order of the tasks, those for the whole body last; within each in the order of the instrument.</summary>
    /// <param name="model">Instrument and profile.</param>
    /// <param name="assessment">The answers of all tasks and of the body.</param>
    /// <param name="planned">Places that are in the plan already; nothing is proposed for them again.</param>
    /// <param name="on">Reference date: which gates are in force.</param>
    /// <exception cref="ArgumentException">An answer names a question or option that the instrument does not have.</exception>
    public static IReadOnlyList<ResearchProposal> Of(ScoringModel model, Assessment assessment, IReadOnlySet<ResearchPlace> planned, DateOnly on)
    {
        var read = ReadByGates(model.Instrument, on);
        var body = new PublicTask(string.Empty, string.Empty, new Dictionary<string, Answer>());
        return
        [
            .. assessment.Tasks.SelectMany(task => Of(
                new Sheet(model.Instrument.TaskQuestions, RegisterAnswers.Effective(model.Instrument, task, on), model.Score(task, assessment.CrossCutting, on)), read)),
            .. Of(new Sheet(model.Instrument.BodyQuestions, assessment.CrossCutting, model.Score(body, assessment.CrossCutting, on)), read),
        ];

        IEnumerable<ResearchProposal> Of(Sheet sheet, HashSet<string> gates) =>
            sheet.Proposals(gates).Where(proposal => !planned.Contains(proposal.Place));
    }

    /// <summary>Questions that a gate looks at; a gate that is not in force on the day does not count.</summary>
    private static HashSet<string> ReadByGates(Instrument instrument, DateOnly on) =>
        [.. instrument.Gates.Where(gate => gate.IsInForceOn(on)).SelectMany(gate => gate.When.Questions)];

    /// <summary>Questions with their answers as they count, and how the score took them.</summary>
    private sealed record Sheet(IEnumerable<Question> Questions, IReadOnlyDictionary<string, Answer> Answers, TaskScore Score)
    {
        public IEnumerable<ResearchProposal> Proposals(HashSet<string> gates)
        {
            var removed = Score.Trace.Where(trace => trace.State == QuestionState.Removed).Select(trace => trace.QuestionId).ToHashSet();
            return from question in Questions
                   where !removed.Contains(question.Id)
                   let reason = ReasonFor(question, Answers.GetValueOrDefault(question.Id), gates)
                   where reason is not null
                   select new ResearchProposal(Score.TaskId, question, reason.Value);
        }

        private static ResearchReason? ReasonFor(Question question, Answer? answer, HashSet<string> gates) => answer switch
        {
            null => gates.Contains(question.Id) ? ResearchReason.ReadByGate : null,
            { Value: Answer.Unknown } => ResearchReason.Unknown,
            _ => IsWeak(question, answer) ? ResearchReason.WeakEvidence : null,
        };

        private static bool IsWeak(Question question, Answer answer) =>
            question.Kind == QuestionKind.Safeguard
            && answer is { IsOption: true, Evidence: null or EvidenceGrade.E0 }
            && question.Scale.Options[question.IndexOf(answer.Value)].Value > question.Scale.Options.Min(option => option.Value);
    }
}
