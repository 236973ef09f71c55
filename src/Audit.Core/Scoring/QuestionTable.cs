using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>How an answer counts.</summary>
public enum QuestionState
{
    /// <summary>Not applicable, or its condition is false: as if the question did not exist.</summary>
    Removed,

    /// <summary>An option was chosen and the question certainly applies.</summary>
    Answered,

    /// <summary>Unknown or not answered yet: anything the scale offers is possible.</summary>
    Open,

    /// <summary>Whether the question applies depends on an open answer: [0, 1].</summary>
    Undetermined,
}

/// <summary>An instrument as arrays: positions instead of ids, conditions compiled, questions sorted so that conditions come first.</summary>
internal sealed class QuestionTable
{
    /// <summary>Marks a recorded answer that is unknown or absent.</summary>
    public const int NoOption = -1;

    /// <summary>Marks a recorded answer "not applicable".</summary>
    public const int NotApplicable = -2;

    public QuestionTable(Instrument instrument)
    {
        Instrument = instrument;
        Questions = [.. instrument.AllQuestions];
        IndexById = Questions.Select((question, index) => (question.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);
        ComponentOf = new int[Questions.Length];
        Array.Fill(ComponentOf, -1);
        for (var c = 0; c < instrument.Components.Count; c++)
        {
            foreach (var question in instrument.Components[c].Questions)
            {
                ComponentOf[IndexById[question.Id]] = c;
            }
        }

        BodyCount = instrument.BodyQuestions.Count();
        Values = [.. Questions.Select(question => question.Scale.Options.Select(option => option.Value ?? 0).ToArray())];
        Smallest = [.. Values.Select(values => values.Min())];
        Largest = [.. Values.Select(values => values.Max())];
        Conditions = [.. Questions.Select(question => question.When is null ? null : Compile(question.When))];
        Gates = [.. instrument.Gates.Select(gate => Compile(gate.When))];
        ReadByCondition = new bool[Questions.Length];
        ReadByGate = new bool[Questions.Length];
        Mark(ReadByCondition, Questions.Select(question => question.When));
        Mark(ReadByGate, instrument.Gates.Select(gate => gate.When));
        EvaluationOrder = Sort();
    }

    public Instrument Instrument { get; }

    public Question[] Questions { get; }

    public Dictionary<string, int> IndexById { get; }

    /// <summary>Position of the component of each question; -1 for body and severity questions.</summary>
    public int[] ComponentOf { get; }

    /// <summary>The first so many questions are answered once for the body.</summary>
    public int BodyCount { get; }

    /// <summary>Value per question and option.</summary>
    public double[][] Values { get; }

    public double[] Smallest { get; }

    public double[] Largest { get; }

    public CompiledCondition?[] Conditions { get; }

    public CompiledCondition[] Gates { get; }

    /// <summary>Whether the answer decides if another question is asked.</summary>
    public bool[] ReadByCondition { get; }

    /// <summary>Whether a gate looks at the answer.</summary>
    public bool[] ReadByGate { get; }

    /// <summary>Positions in an order in which every condition is known before the question that has it.</summary>
    public int[] EvaluationOrder { get; }

    /// <summary>Whether a question enters the score: exposure or safeguard in a component.</summary>
    public bool IsScored(int index) =>
        ComponentOf[index] >= 0 && Questions[index].Kind is QuestionKind.Exposure or QuestionKind.Safeguard;

    private CompiledCondition Compile(Condition condition) =>
        CompiledCondition.From(condition, id => (IndexById[id], Questions[IndexById[id]]));

    private void Mark(bool[] marks, IEnumerable<Condition?> conditions)
    {
        foreach (var id in conditions.OfType<Condition>().SelectMany(condition => condition.Questions))
        {
            marks[IndexById[id]] = true;
        }
    }

    private int[] Sort()
    {
        var order = new List<int>(Questions.Length);
        var visited = new byte[Questions.Length];
        for (var i = 0; i < Questions.Length; i++)
        {
            Visit(i);
        }

        return [.. order];

        void Visit(int index)
        {
            if (visited[index] != 0)
            {
                if (visited[index] == 1)
                {
                    throw new ArgumentException($"the condition of question {Questions[index].Id} depends on itself");
                }

                return;
            }

            visited[index] = 1;
            foreach (var id in Questions[index].When?.Questions ?? [])
            {
                Visit(IndexById[id]);
            }

            visited[index] = 2;
            order.Add(index);
        }
    }
}
