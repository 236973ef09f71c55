using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Plain Dutch sentences about the choices in the plan of a task and about what stands in the way of its target.</summary>
internal sealed class ExplanationTexts(TaskPlan plan, TaskScore score, Instrument instrument)
{
    private const int MostQuestions = 5;

    private readonly ActionTexts actions = new(plan, score, instrument);

    public IReadOnlyList<string> Of(PlannedMeasure planned, MeasureForecast forecast, Alternative? alternative)
    {
        string?[] sentences =
        [
            actions.WhyOf(planned),
            Alone(forecast.ResidualHighAlone),
            InPlan(forecast),
            .. forecast.GatesLifted.Select(id => $"Zonder deze maatregel valt drempelregel {id} niet weg: {GateText(id)}"),
            Instead(planned.Measure, alternative),
        ];
        return [.. sentences.OfType<string>().Where(sentence => sentence.Length > 0)];
    }

    public IEnumerable<string> OfGates(IEnumerable<GateResult> gates) => gates.Select(result => result.State == Truth.True
        ? result.Gate.Floor > plan.Target ? $"Drempelregel {result.Gate.Id} blijft gelden en houdt de klasse op ten minste {result.Gate.Floor.Value.Dutch()}: {GateText(result.Gate.Id)}" : null
        : result.Gate.OpenFloor > plan.Target ? $"Drempelregel {result.Gate.Id} blijft te onderzoeken, zodat de klasse ten minste {result.Gate.OpenFloor.Value.Dutch()} kan zijn: {GateText(result.Gate.Id)}" : null)
        .OfType<string>();

    public IEnumerable<string> OfResidual(double? residual, int severity, ComputedProfile profile)
    {
        if (residual is not { } high || profile.ClassOf(high, severity) <= plan.Target)
        {
            yield break;
        }

        var level = Enumerable.Range(1, RiskMatrix.Size).LastOrDefault(level => profile.Matrix.ClassOf(level, severity) <= plan.Target);
        yield return level == 0
            ? $"Bij ernstniveau {severity} hoort bij geen enkel restrisico klasse {plan.Target.Dutch()}. Maatregelen veranderen de ernst niet."
            : $"Het restrisico blijft ten hoogste {DutchNumber.Of(high)}. Bij ernstniveau {severity} moet het onder {DutchNumber.Of(profile.Thresholds[level - 1])} komen.";
        if (score.Severity.Low < severity)
        {
            yield return $"De ernst is nog niet zeker: zij ligt tussen {score.Severity.Low} en {severity}, en telt mee als {severity}. Beantwoord de vragen over de ernst.";
        }
    }

    public static IEnumerable<string> OfOpen(IReadOnlyList<string> questions)
    {
        if (questions.Count > 0)
        {
            var more = questions.Count > MostQuestions ? " en andere" : "";
            yield return $"Nog niet beantwoord, ook niet door een maatregel in dit plan: {string.Join(", ", questions.Take(MostQuestions))}{more}. Zolang dat zo is, telt het ongunstigste antwoord.";
        }
    }

    private string? Alone(double? after)
    {
        if (score.Residual?.High is not { } before || after is not { } alone)
        {
            return null;
        }

        return alone < before - ComputedProfile.Tolerance
            ? $"Alleen deze maatregel verlaagt het restrisico van ten hoogste {DutchNumber.Apart(before, alone)} naar {DutchNumber.Apart(alone, before)}."
            : "Alleen deze maatregel verlaagt het restrisico niet; samen met andere kan dat wel.";
    }

    private string? InPlan(MeasureForecast forecast)
    {
        if (plan.ResidualAfter?.High is not { } after || forecast.ResidualHighWithout is not { } without)
        {
            return null;
        }

        var lower = without > after + ComputedProfile.Tolerance
            ? $"Zonder deze maatregel zou het restrisico met dit plan ten hoogste {DutchNumber.Apart(without, after)} zijn in plaats van {DutchNumber.Apart(after, without)}"
            : "Voor het restrisico is deze maatregel naast de rest van het plan niet nodig";
        return forecast.ClassWithout == plan.After.Working ? $"{lower}." : $"{lower}, en de klasse {Name(forecast.ClassWithout)} in plaats van {Name(plan.After.Working)}.";
    }

    private string? Instead(Measure measure, Alternative? alternative)
    {
        if (alternative is null)
        {
            return "Geen andere maatregel uit de lijst kan deze vervangen.";
        }

        var other = alternative.Measure;
        var cost = other.Effort == measure.Effort ? $"evenveel inspanning ({other.Effort})" : $"inspanning {other.Effort} in plaats van {measure.Effort}";
        var result = alternative.ResidualHigh is { } high ? $"restrisico ten hoogste {DutchNumber.Apart(high, plan.ResidualAfter?.High ?? high)}, klasse {Name(alternative.Class)}" : $"klasse {Name(alternative.Class)}";
        var missed = plan.TargetReached && !(alternative.Class <= plan.Target) ? " Dan is het doel niet gehaald." : "";
        return $"In plaats hiervan komt ‘{other.Title.Nl}’ ({other.Id}) het dichtst bij: {cost}, {result}.{missed}";
    }

    private string GateText(string id) => instrument.Gates.First(gate => gate.Id == id).Text.Nl;

    private static string Name(RiskClass? riskClass) => riskClass?.Dutch() ?? "niet te bepalen";
}
