using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Workflows.Administration;

/// <summary>A version of an instrument that breaks no rule.</summary>
/// <param name="Instrument">The instrument.</param>
/// <param name="Measures">Its own measures; null = those that come with the program.</param>
/// <param name="Warnings">What its author may want to know.</param>
public sealed record CheckedInstrument(Template<Instrument> Instrument, Template<MeasureCatalogue>? Measures, IReadOnlyList<UploadProblem> Warnings);

/// <summary>Checks a new version with the measures that it will be used with.</summary>
internal static class InstrumentCheck
{
    /// <summary>The version, or else every error of both files.</summary>
    public static (CheckedInstrument? Content, IReadOnlyList<UploadProblem> Problems) Of(UploadedInstrument upload, ShippedContent shipped)
    {
        var set = new TemplateSet();
        set.Add(upload.Instrument.Root, upload.Instrument.Problems, Formats.InstrumentSchema);
        var beside = upload.Measures is { } own ? [own] : shipped.Catalogues.Select(AsTree).ToList();
        beside.ForEach(tree => set.Add(tree.Root, tree.Problems, Formats.MeasuresSchema));
        set.CheckReferences();
        if (upload.Measures is { } measures)
        {
            CheckMeant(measures, upload.Instrument);
        }

        // Measures that come with the program and name something that is gone do nothing; their author is somebody else.
        var files = upload.Measures is null ? [upload.Instrument] : new[] { upload.Instrument, upload.Measures };
        List<UploadProblem> errors = [.. upload.Problems, .. files.SelectMany(file => file.Found(warnings: false))];
        return errors.Count > 0 || set.Instruments.FirstOrDefault() is not { } instrument
            ? (null, errors)
            : (new(
                instrument,
                upload.Measures is null ? null : set.Catalogues.Single(),
                [.. files.SelectMany(file => file.Found(warnings: true)), .. beside.Except(files).SelectMany(tree => tree.Found(warnings: false))]), []);
    }

    private static UploadedTree AsTree(Template<MeasureCatalogue> catalogue)
    {
        var name = Path.GetFileName(catalogue.Path);
        return new(name, catalogue.Root, new(name));
    }

    /// <summary>Measures for another instrument would not be used at all.</summary>
    private static void CheckMeant(UploadedTree measures, UploadedTree instrument)
    {
        var (meant, id) = ((measures.Root as MapNode)?.Text("instrument"), (instrument.Root as MapNode)?.Text("id"));
        if (meant is not null && id is not null && meant != id)
        {
            measures.Problems.Error(((MapNode)measures.Root!).Find("instrument")!.Line, Sentence.Of($"de maatregelen zijn voor instrument '{meant}', maar de vragenset heet '{id}'"));
        }
    }
}
