using Audit.Core.Actions.Effects;
using Audit.Core.Outcomes;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Effects;

namespace Audit.Web.Pages.Effects;

/// <summary>The counts of an indicator as an audience may see them.</summary>
public static class CountLines
{
    /// <summary>What a measurement found, in words.</summary>
    public static string Of(RecordedMeasurement measurement, Func<string, string, string> labelOf, CountAudience audience) => measurement.Value switch
    {
        MeasuredAnswer answer => Tr($"Vraag {answer.QuestionId}: {labelOf(answer.QuestionId, answer.Option)}"),
        MeasuredCount count => Tr($"Telling: {EffectWords.Of(count.Cell, audience)}"),
        _ => throw new ArgumentOutOfRangeException(nameof(measurement)),
    };

    /// <summary>The first count beside the last one by day; null when there are not two.</summary>
    public static string? Comparison(IReadOnlyList<RecordedMeasurement> measurements, CountAudience audience)
    {
        var counts = measurements.Select(measurement => measurement.Value).OfType<MeasuredCount>().OrderBy(count => count.On).ToList();
        if (counts.Count < 2)
        {
            return null;
        }

        var (first, last) = (CellSuppression.Shown(counts[0].Cell, audience), CellSuppression.Shown(counts[^1].Cell, audience));
        if (first is null || last is null)
        {
            return Tr($"Een van de tellingen is te klein om te tonen. Daarom staat hier geen vergelijking.");
        }

        var (before, after) = (first.Wilson(), last.Wilson());
        var overlap = before.Low <= after.High && after.Low <= before.High;
        return Tr($"Eerst ({Dates.Day(counts[0].On)}): {EffectWords.Of(first, audience)}. Laatst ({Dates.Day(counts[^1].On)}): {EffectWords.Of(last, audience)}. ")
            + (overlap ? Tr($"De intervallen overlappen: het verschil kan toeval zijn.") : Tr($"De intervallen overlappen niet."));
    }
}
