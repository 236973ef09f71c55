using Audit.Core;
using Audit.Data.Excel.Authoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Data.Templates.Shapes;

namespace Audit.Cli;

/// <summary>An instrument and its measures without errors, from files or from a workbook; every error is printed.</summary>
/// <param name="Instrument">Tree of the instrument.</param>
/// <param name="Measures">Measures of all files together; null = none.</param>
internal sealed record AuthoringInputs(MapNode Instrument, MapNode? Measures)
{
    /// <summary>Reads files that go into one workbook; null when something is wrong.</summary>
    public static AuthoringInputs? Load(string file, IReadOnlyList<string> measures)
    {
        var set = new TemplateSet();
        set.Add(file, Formats.InstrumentSchema);
        foreach (var path in measures)
        {
            set.Add(path, Formats.MeasuresSchema);
        }

        set.CheckReferences();
        if (Output.Report(set.Problems.Concat(OtherInstruments(set))))
        {
            return null;
        }

        var inputs = new AuthoringInputs(set.Instruments.First().Root, MeasureFiles.Merge([.. set.Catalogues]));
        var fits = new ProblemList(file);
        InstrumentWorkbook.CheckFits(inputs.Instrument, inputs.Measures, fits);
        return Output.Report(fits.All) ? null : inputs;
    }

    /// <summary>Reads a workbook; null when something is wrong.</summary>
    public static AuthoringInputs? LoadWorkbook(string file)
    {
        AuthoredContent content;
        try
        {
            using var stream = File.OpenRead(file);
            content = InstrumentWorkbook.Read(stream);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file}: kan het bestand niet lezen ({(File.Exists(file) ? "geen toegang" : "het bestaat niet")})");
            return null;
        }

        foreach (var problem in content.Problems)
        {
            Console.Error.WriteLine($"{file}:{(problem.Sheet is null ? " " : string.Empty)}{problem}");
        }

        return content.HasErrors ? null : new(content.Instrument!, content.Measures);
    }

    /// <summary>Reads an instrument or measures by its own schema; null when something is wrong.</summary>
    public static (MapNode Root, Shape Shape)? LoadAny(string file)
    {
        var set = new TemplateSet();
        set.Add(file);
        if (Output.Report(set.Problems))
        {
            return null;
        }

        if (set.Instruments.FirstOrDefault() is { } instrument)
        {
            return (instrument.Root, Formats.Instrument);
        }

        if (set.Catalogues.FirstOrDefault() is { } catalogue)
        {
            return (catalogue.Root, Formats.Measures);
        }

        Console.Error.WriteLine($"{file}:1: dit is geen instrument en geen maatregelen");
        return null;
    }

    private static IEnumerable<Problem> OtherInstruments(TemplateSet set) =>
        from catalogue in set.Catalogues
        let own = set.Instruments.FirstOrDefault()?.Value.Id
        where own is not null && catalogue.Value.InstrumentId is not null && catalogue.Value.InstrumentId != own
        select new Problem(catalogue.Path, catalogue.Root.Find("instrument")!.Line, Sentence.Of($"deze maatregelen zijn voor instrument '{catalogue.Value.InstrumentId}', niet voor '{own}'"));
}
