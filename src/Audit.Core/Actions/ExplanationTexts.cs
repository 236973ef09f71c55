using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Actions;

/// <summary>Sentences about the choices in the plan of a task and about what stands in the way of its target.</summary>
internal sealed class ExplanationTexts(TaskPlan plan, TaskScore score, Instrument instrument)
{
    private const int MostQuestions = 5;

    private readonly ActionTexts actions = new(plan, score, instrument);

    public IReadOnlyList<Sentence> Of(PlannedMeasure planned, MeasureForecast forecast, Alternative? alternative)
    {
        Sentence?[] sentences =
        [
            actions.WhyOf(planned),
            Alone(forecast.ResidualHighAlone),
            InPlan(forecast),
            .. forecast.GatesLifted.Select(id => Sentence.Of($"Zonder deze maatregel valt drempelregel {id} niet weg: {GateText(id)}")),
            Instead(planned.Measure, alternative),
        ];
        return [.. sentences.OfType<Sentence>().Where(sentence => sentence.Arguments.Count > 0 || sentence.Format.Length > 0)];
    }

    public IEnumerable<Sentence> OfGates(IEnumerable<GateResult> gates) => gates.Select(result => result.State == Truth.True
        ? result.Gate.Floor > plan.Target ? Sentence.Of($"Drempelregel {result.Gate.Id} blijft gelden en houdt de klasse op ten minste {result.Gate.Floor.InSentence()}: {GateText(result.Gate.Id)}") : null
        : result.Gate.OpenFloor > plan.Target ? Sentence.Of($"Drempelregel {result.Gate.Id} blijft te onderzoeken, zodat de klasse ten minste {result.Gate.OpenFloor.InSentence()} kan zijn: {GateText(result.Gate.Id)}") : null)
        .OfType<Sentence>();

    public IEnumerable<Sentence> OfResidual(double? residual, int severity, ComputedProfile profile)
    {
        if (residual is not { } high || profile.ClassOf(high, severity) <= plan.Target)
        {
            yield break;
        }

        var level = Enumerable.Range(1, RiskMatrix.Size).LastOrDefault(level => profile.Matrix.ClassOf(level, severity) <= plan.Target);
        yield return level == 0
            ? Sentence.Of($"Bij ernstniveau {severity} hoort bij geen enkel restrisico klasse {((RiskClass?)plan.Target).InSentence()}. Maatregelen veranderen de ernst niet.")
            : Sentence.Of($"Het restrisico blijft ten hoogste {new Figure(high)}. Bij ernstniveau {severity} moet het onder {new Figure(profile.Thresholds[level - 1])} komen.");
        if (score.Severity.Low < severity)
        {
            yield return Sentence.Of($"De ernst is nog niet zeker: zij ligt tussen {score.Severity.Low} en {severity}, en telt mee als {severity}. Beantwoord de vragen over de ernst.");
        }
    }

    public static IEnumerable<Sentence> OfOpen(IReadOnlyList<string> questions)
    {
        if (questions.Count > 0)
        {
            var more = questions.Count > MostQuestions ? Sentence.Of($" en andere") : Sentence.Fixed("");
            yield return Sentence.Of($"Nog niet beantwoord, ook niet door een maatregel in dit plan: {string.Join(", ", questions.Take(MostQuestions))}{more}. Zolang dat zo is, telt het ongunstigste antwoord.");
        }
    }

    private Sentence? Alone(double? after)
    {
        if (score.Residual?.High is not { } before || after is not { } alone)
        {
            return null;
        }

        return alone < before - ComputedProfile.Tolerance
            ? Sentence.Of($"Alleen deze maatregel verlaagt het restrisico van ten hoogste {Figure.Apart(before, alone)} naar {Figure.Apart(alone, before)}.")
            : Sentence.Of($"Alleen deze maatregel verlaagt het restrisico niet; samen met andere kan dat wel.");
    }

    private Sentence? InPlan(MeasureForecast forecast)
    {
        if (plan.ResidualAfter?.High is not { } after || forecast.ResidualHighWithout is not { } without)
        {
            return null;
        }

        var lower = without > after + ComputedProfile.Tolerance
            ? Sentence.Of($"Zonder deze maatregel zou het restrisico met dit plan ten hoogste {Figure.Apart(without, after)} zijn in plaats van {Figure.Apart(after, without)}")
            : Sentence.Of($"Voor het restrisico is deze maatregel naast de rest van het plan niet nodig");
        return forecast.ClassWithout == plan.After.Working ? Sentence.Of($"{lower}.") : Sentence.Of($"{lower}, en de klasse {Name(forecast.ClassWithout)} in plaats van {Name(plan.After.Working)}.");
    }

    private Sentence? Instead(Measure measure, Alternative? alternative)
    {
        if (alternative is null)
        {
            return Sentence.Of($"Geen andere maatregel uit de lijst kan deze vervangen.");
        }

        var other = alternative.Measure;
        var cost = other.Effort == measure.Effort ? Sentence.Of($"evenveel inspanning ({other.Effort})") : Sentence.Of($"inspanning {other.Effort} in plaats van {measure.Effort}");
        var result = alternative.ResidualHigh is { } high ? Sentence.Of($"restrisico ten hoogste {Figure.Apart(high, plan.ResidualAfter?.High ?? high)}, klasse {Name(alternative.Class)}") : Sentence.Of($"klasse {Name(alternative.Class)}");
        var missed = plan.TargetReached && !(alternative.Class <= plan.Target) ? Sentence.Of($" Dan is het doel niet gehaald.") : Sentence.Fixed("");
        return Sentence.Of($"In plaats hiervan komt ‘{other.Title}’ ({other.Id}) het dichtst bij: {cost}, {result}.{missed}");
    }

    private LocalizedText GateText(string id) => instrument.Gates.First(gate => gate.Id == id).Text;

    private static Sentence Name(RiskClass? riskClass) => riskClass.InSentence();
}
