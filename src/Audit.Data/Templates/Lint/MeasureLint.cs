using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Lint;

/// <summary>Warns about measures that cannot change a score.</summary>
internal static class MeasureLint
{
    public static void Check(Template<MeasureCatalogue> catalogue, IReadOnlyList<Instrument> newest, ProblemList problems)
    {
        var meant = catalogue.Value.InstrumentId is { } id ? newest.FirstOrDefault(instrument => instrument.Id == id) : newest.Count == 1 ? newest[0] : null;
        var maps = catalogue.Root.Maps("measures").ToDictionary(map => map.Text("id")!);
        foreach (var measure in catalogue.Value.Measures)
        {
            if (measure.Effects.Count == 0)
            {
                problems.Warning(maps[measure.Id].Line, Sentence.Of($"maatregel '{measure.Id}' heeft geen effect: 'effects' is leeg"));
            }
            else if (meant is not null && !measure.Effects.Any(effect => Improves(effect, meant)))
            {
                problems.Warning(maps[measure.Id].Line, Sentence.Of($"maatregel '{measure.Id}' kan geen score verbeteren: geen van de effecten maakt een gescoord antwoord over een taak beter"));
            }
        }
    }

    /// <summary>Whether the effect moves a scored answer of a task away from its worst.</summary>
    private static bool Improves(MeasureEffect effect, Instrument instrument)
    {
        var question = instrument.Components.SelectMany(component => component.Questions).FirstOrDefault(question => question.Id == effect.QuestionId);
        if (question is not { Kind: QuestionKind.Exposure or QuestionKind.Safeguard } || question.IndexOf(effect.To) is not (>= 0 and var index))
        {
            return false;
        }

        var values = question.Scale.Options.Select(option => option.Value ?? 0).ToList();
        return question.Kind == QuestionKind.Exposure ? values[index] < values.Max() : values[index] > 0;
    }
}
