using Audit.Workflows.Activities;

namespace Audit.Workflows.Definitions;

/// <summary>Something that must have happened on every path before something else may.</summary>
/// <param name="Complaint">What is wrong when it has not.</param>
/// <param name="Needs">A step that may not be taken without it.</param>
/// <param name="Satisfies">A step that brings it about.</param>
/// <param name="Undoes">A step after which it must happen again: changed answers are neither scored nor reviewed.</param>
internal sealed record OrderRule(Sentence Complaint, Func<FlowEdge, bool> Needs, Func<FlowEdge, bool> Satisfies, Func<FlowEdge, bool> Undoes)
{
    /// <summary>Scoring before review, review before plan, plan before tracking.</summary>
    private static readonly (string First, string Then, OrderRule Rule)[] Pairs =
    [
        (ActivityNames.ScoreTasks, ActivityNames.ReviewStep, new(
            Sentence.Of($"wordt bereikt zonder dat de laatste antwoorden zijn gescoord"),
            edge => Is(edge, ActivityNames.ReviewStep),
            edge => Is(edge, ActivityNames.ScoreTasks),
            ChangesAnswers)),
        (ActivityNames.ReviewStep, ActivityNames.GenerateActionPlan, new(
            Sentence.Of($"wordt bereikt zonder dat de laatste antwoorden zijn beoordeeld"),
            edge => Is(edge, ActivityNames.GenerateActionPlan),
            IsReview,
            ChangesAnswers)),
        (ActivityNames.GenerateActionPlan, ActivityNames.TrackActions, new(
            Sentence.Of($"wordt bereikt zonder actieplan"),
            edge => Is(edge, ActivityNames.TrackActions),
            edge => Is(edge, ActivityNames.GenerateActionPlan),
            _ => false)),
    ];

    /// <summary>The rules that concern this definition: an order applies only where both sides occur.</summary>
    public static IEnumerable<OrderRule> For(WorkflowDefinition definition)
    {
        var types = definition.Activities.Select(node => node.Type.Name).ToHashSet();
        return
        [
            .. types.Contains(ActivityNames.Approval) ? [ReviewBeforeAdoption(StepRules.FillingInRoles(definition))] : Array.Empty<OrderRule>(),
            .. Pairs.Where(pair => types.Contains(pair.First) && types.Contains(pair.Then)).Select(pair => pair.Rule),
        ];
    }

    /// <summary>For each activity that breaks the rule the shortest path that does.</summary>
    public IEnumerable<IReadOnlyList<ActivityNode>> Violations(FlowGraph graph) => Violations(graph, graph.First, isSatisfied: false);

    /// <summary>Whether a process that stands at an activity may have come there without what the rule asks.</summary>
    public bool MayBeUnsatisfiedAt(FlowGraph graph, string path) =>
        Walk(graph, new(graph.First, false, null)).Any(arrival => arrival.Node.Path == path && !arrival.Satisfied);

    /// <summary>The same for a process that stands somewhere on the way.</summary>
    /// <param name="graph">The definition.</param>
    /// <param name="place">Where the process stands.</param>
    /// <param name="isSatisfied">Whether what the rule asks has happened on the way there.</param>
    public IEnumerable<IReadOnlyList<ActivityNode>> Violations(FlowGraph graph, ActivityNode place, bool isSatisfied)
    {
        var reported = new HashSet<string>();
        return
            from arrival in Walk(graph, new(place, isSatisfied, null))
            where !arrival.Satisfied && graph.From(arrival.Node).Any(Needs) && reported.Add(arrival.Node.Path)
            select arrival.Path();
    }

    /// <summary>Every way of standing at an activity, nearest first.</summary>
    private IEnumerable<Arrival> Walk(FlowGraph graph, Arrival first)
    {
        var visited = new HashSet<(string, bool)> { (first.Node.Path, first.Satisfied) };
        for (var queue = new Queue<Arrival>([first]); queue.TryDequeue(out var at);)
        {
            yield return at;
            foreach (var edge in graph.From(at.Node))
            {
                var satisfied = Satisfies(edge) || (at.Satisfied && !Undoes(edge));
                if (edge.To is { } next && visited.Add((next.Path, satisfied)))
                {
                    queue.Enqueue(new(next, satisfied, at));
                }
            }
        }
    }

    private static OrderRule ReviewBeforeAdoption(IReadOnlySet<string> fillingIn) => new(
        Sentence.Of($"kan worden vastgesteld zonder beoordeling van de laatste antwoorden door een ander dan de invuller"),
        edge => Is(edge, ActivityNames.Approval) && edge.Outcome == Outcomes.Approved,
        edge => IsReview(edge) && !fillingIn.Contains(edge.From.Role),
        ChangesAnswers);

    private static bool Is(FlowEdge edge, string type) => edge.From.Type.Name == type;

    private static bool IsReview(FlowEdge edge) => Is(edge, ActivityNames.ReviewStep) && edge.Outcome == Outcomes.Approved;

    private static bool ChangesAnswers(FlowEdge edge) => Is(edge, ActivityNames.QuestionnaireStep);

    /// <summary>Having come to an activity along a path on which the condition holds or not.</summary>
    private sealed record Arrival(ActivityNode Node, bool Satisfied, Arrival? Before)
    {
        public List<ActivityNode> Path()
        {
            var path = new List<ActivityNode>();
            for (var at = this; at is not null; at = at.Before)
            {
                path.Insert(0, at.Node);
            }

            return path;
        }
    }
}
