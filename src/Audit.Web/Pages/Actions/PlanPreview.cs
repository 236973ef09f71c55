using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Results;
using Audit.Workflows.Actions;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Actions;

/// <summary>Least effort that brings a task to a class.</summary>
public sealed record ClassStep(int Effort, RiskClass? Class);

/// <summary>The plan of one task before it is written down.</summary>
public sealed record TaskPreview(PublicTask Task, TaskPlan Plan, Interval? ResidualNow, PlanExplanation Why)
{
    public int Effort => Plan.Measures.Sum(planned => planned.Measure.Effort);

    /// <summary>Where more effort would bring a lower class; only for a budget.</summary>
    public IReadOnlyList<ClassStep> Steps { get; init; } = [];
}

/// <summary>A plan before it is written down.</summary>
/// <param name="Aim">What it is asked to reach.</param>
/// <param name="Stand">What it was made from.</param>
/// <param name="Tasks">The plan of every task.</param>
public sealed record PlanPreview(PlanAim Aim, PlanStand Stand, IReadOnlyList<TaskPreview> Tasks)
{
    public IReadOnlyList<TaskPlan> Plans => [.. Tasks.Select(task => task.Plan)];

    public int Effort => Tasks.Sum(task => task.Effort);

    public int Count => Tasks.Sum(task => task.Plan.Measures.Count);

    /// <summary>Whether it is proven that nothing better exists: dividing a budget over tasks is exact, what each task makes of it need not be.</summary>
    public bool IsProven => Tasks.All(task => task.Plan.ProvenLeast);

    public static PlanPreview Of(Case current, ScoreRun run, PlanStand stand, PlanAim aim)
    {
        var plans = Calculations.PlansOf(run, current.Measures, aim, current.Target);
        return new(aim, stand, [.. run.Answers.Value.Tasks.Zip(plans, (task, plan) =>
        {
            var basis = run.BasisOf(task);
            var why = PlanExplanation.Of(basis, plan, current.Measures.Value.Measures);
            return new TaskPreview(task, plan, PlanForecast.Of(basis, []).ResidualBefore, why)
            {
                Steps = aim is WithinBudget ? StepsOf(Calculations.FrontierOf(run, task, current.Measures)) : [],
            };
        })]);
    }

    private static IReadOnlyList<ClassStep> StepsOf(PlanFrontier frontier) =>
        [.. frontier.Points.GroupBy(point => point.Class).Select(same => same.First()).Select(point => new ClassStep(point.Effort, point.Class))];
}
