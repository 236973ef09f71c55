using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Results;
using Audit.Data.Templates;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>Insights and plans are kept as long as their input is the same, and never longer.</summary>
public sealed class CalculationsTests
{
    private static readonly TemplateSet Files = ExampleFiles.Duo();

    private static readonly Template<MeasureCatalogue> Measures = ContentStore.Merge(Files.Catalogues, "discriminatietoets");

    [Fact]
    public void PlanOf_SameInputReadAgain_IsNotMadeAgain() =>
        Assert.Same(PlanOf(RunOf(Files)), PlanOf(RunOf(ExampleFiles.Duo())));

    [Fact]
    public void PlanOf_OtherTargetDateOrAnswer_IsMadeAgain()
    {
        var run = RunOf(Files);
        var task = run.Answers.Value.Tasks[0];
        var changed = task with { Answers = task.Answers.ToDictionary(pair => pair.Key, pair => pair.Value with { Value = Answer.Unknown }) };
        var plans = new[]
        {
            PlanOf(run),
            Calculations.PlanOf(run, task, Measures, RiskClass.Low),
            Calculations.PlanOf(run, changed, Measures, RiskClass.Medium),
            Calculations.PlanOf(new(run.Instrument, run.Profile, run.Answers, run.On.AddDays(1)), task, Measures, RiskClass.Medium),
        };

        Assert.Equal(plans.Length, plans.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void InsightsOf_AskedAtTheSameTime_AreMadeOnce()
    {
        var run = RunOf(Files);
        var task = run.Answers.Value.Tasks[0] with { Id = "tegelijk" };

        var all = ParallelEnumerable.Range(0, 16).Select(_ => Calculations.InsightsOf(run, task)).ToList();

        Assert.Single(all.Distinct(ReferenceEqualityComparer.Instance));
    }

    private static TaskPlan PlanOf(ScoreRun run) => Calculations.PlanOf(run, run.Answers.Value.Tasks[0], Measures, RiskClass.Medium);

    private static ScoreRun RunOf(TemplateSet files) =>
        new(files.Instruments.First(), files.Profiles.First(), files.Answers.First(), files.Answers.First().Value.Date!.Value);
}
