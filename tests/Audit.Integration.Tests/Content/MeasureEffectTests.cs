using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>The shipped measures: enough of them, complete, and each able to change a score.</summary>
public sealed class MeasureEffectTests
{
    public static TheoryData<string> Ids => new(ShippedContent.Measures.Select(measure => measure.Id));

    [Fact]
    public void Catalogue_Shipped_CoversEveryPartOfTheInstrument()
    {
        Assert.True(ShippedContent.Measures.Count >= 60, $"{ShippedContent.Measures.Count} measures");
        string[] parts = ["regulation", "policy", "discretion", "process", "culture", "citizens"];
        Assert.Equal(parts.Order(), ShippedContent.Measures.Select(measure => measure.ComponentId).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Measure_Alone_LowersTheScoreOfAnExample(string id)
    {
        var measure = ShippedContent.Measures.Single(candidate => candidate.Id == id);

        Assert.Contains(
            from example in ShippedContent.Examples from task in example.Tasks select (example, task),
            pair => Lowers(measure, pair.example, pair.task));
    }

    [Theory]
    [InlineData("M-OC-5")]
    [InlineData("M-OC-6")]
    public void Programme_Shipped_SaysAimsRolesResponsibilitiesAndEvaluation(string id)
    {
        var measure = ShippedContent.Measures.Single(candidate => candidate.Id == id);

        Assert.NotEmpty(measure.Programme.Objectives);
        Assert.NotEmpty(measure.Programme.Roles);
        Assert.NotEmpty(measure.Programme.Responsibilities);
        Assert.NotNull(measure.Programme.Evaluation);
        Assert.NotEqual(string.Empty, measure.Description.TargetGroup.Nl);
    }

    [Fact]
    public void CultureAndCitizens_Measures_NameEffectsOnTaskQuestions() => Assert.All(
        ShippedContent.Measures.Where(measure => measure.ComponentId is "culture" or "citizens"),
        measure => Assert.Contains(measure.Effects, effect => ShippedContent.Pack.TaskQuestions.Any(question => question.Id == effect.QuestionId)));

    /// <summary>Asks the plan maker, which is how a body would meet the measure: with this one alone to choose from.</summary>
    private static bool Lowers(Measure measure, Assessment example, PublicTask task)
    {
        var day = example.Date!.Value;
        var before = ShippedContent.Model.Score(task, example.CrossCutting, day);
        var plan = new PlanMaker(ShippedContent.Model, [measure], RiskClass.Low).Make(task, example.CrossCutting, day);
        return plan.Measures.Count == 1 && (plan.ResidualAfter!.Value.High < before.Residual!.Value.High || plan.After.High < before.Class.High);
    }
}
