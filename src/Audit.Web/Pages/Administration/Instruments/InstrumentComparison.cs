using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Administration;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>What differs between a version and an earlier one.</summary>
/// <param name="Since">The earlier version.</param>
/// <param name="Elements">Every difference.</param>
/// <param name="Measures">What differs in the measures.</param>
/// <param name="Counts">How many there are of everything, before and after.</param>
public sealed record InstrumentComparison(
    string Since, IReadOnlyList<ElementDifference> Elements, MeasuresDifference Measures, IReadOnlyList<InstrumentComparison.CountLine> Counts)
{
    /// <summary>Compares with a version that is known.</summary>
    /// <param name="db">The database.</param>
    /// <param name="library">Where the earlier version and its measures come from.</param>
    /// <param name="older">The earlier version.</param>
    /// <param name="newer">The version that is looked at, with its measures.</param>
    public static async Task<InstrumentComparison> OfAsync(
        AuditContext db, InstrumentLibrary library, InstrumentVersion older, (Instrument Instrument, IReadOnlyList<Template<MeasureCatalogue>> Measures) newer)
    {
        var id = newer.Instrument.Id;
        var measures = MeasuresDifference.Between(ContentStore.Merge(await library.MeasuresOfAsync(db, older), id), ContentStore.Merge(newer.Measures, id));
        return new(
            older.Instrument.Version,
            InstrumentDifference.Between(older.Instrument, newer.Instrument),
            measures,
            [.. Count(older.Instrument).Zip(Count(newer.Instrument), (before, after) => new CountLine(before.Name, before.Number, after.Number)), new(Tr($"Maatregelen"), measures.Before, measures.After)]);
    }

    private static IEnumerable<(string Name, int Number)> Count(Instrument instrument) =>
    [
        (Tr($"Vragen"), instrument.AllQuestions.Count()),
        (Tr($"Antwoordschalen"), Scales(instrument).Count()),
        (Tr($"Antwoorden in die schalen"), Scales(instrument).Sum(scale => scale.Options.Count)),
        (Tr($"Drempelregels"), instrument.Gates.Count),
        (Tr($"Bronnen"), instrument.Sources.Count),
    ];

    private static IEnumerable<Scale> Scales(Instrument instrument) => instrument.AllQuestions.Select(question => question.Scale).DistinctBy(scale => scale.Id);

    /// <summary>How many there are.</summary>
    public sealed record CountLine(string Name, int Before, int After);
}
