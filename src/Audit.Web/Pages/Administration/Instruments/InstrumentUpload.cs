using System.Text;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Administration.Instruments;

/// <summary>What an administrator sends to add a version: a file in YAML or JSON or a workbook, and perhaps a file with its measures.</summary>
public sealed class InstrumentUpload
{
    public const string FileField = "bestand";
    public const string MeasuresField = "maatregelen";

    private const string Workbook = ".xlsx";
    private const int LongestName = 100;

    private static readonly string[] Texts = [".yaml", ".yml", ".json"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IFormFile? Bestand { get; set; }

    public IFormFile? Maatregelen { get; set; }

    /// <summary>What was sent; null with an error when there is nothing to check.</summary>
    public async Task<UploadedInstrument?> ReadAsync(ModelStateDictionary state, InstrumentWorkbookReader workbooks)
    {
        Refuse(state, FileField, Bestand is null ? Tr($"Kies een bestand met de vragenset.") : RefusalOf(Bestand, [.. Texts, Workbook], Tr($"op .yaml, .yml, .json of .xlsx")));
        Refuse(state, MeasuresField, Maatregelen is null ? null : RefusalOf(Maatregelen, Texts, Tr($"op .yaml, .yml of .json")));
        if (!state.IsValid)
        {
            return null;
        }

        var measures = Maatregelen is null ? null : await ReadTextAsync(Maatregelen, MeasuresField, state);
        if (IsOf(Bestand!, Workbook))
        {
            return state.IsValid ? ReadWorkbook(workbooks, measures, state) : null;
        }

        var instrument = await ReadTextAsync(Bestand!, FileField, state);
        return state.IsValid ? new(instrument!, measures, []) : null;
    }

    private UploadedInstrument? ReadWorkbook(InstrumentWorkbookReader workbooks, UploadedTree? measures, ModelStateDictionary state)
    {
        using var stream = Bestand!.OpenReadStream();
        var content = workbooks(stream);
        if (content.Measures is not null && measures is not null)
        {
            state.AddModelError(MeasuresField, Tr($"In het Excel-bestand staan al maatregelen. Voeg geen tweede bestand toe."));
            return null;
        }

        var name = NameOf(Bestand);
        UploadedTree Tree(MapNode? root) => new(name, root, new(name)) { PlaceOf = content.PlaceOf };
        return new(
            Tree(content.Instrument),
            content.Measures is { } own ? Tree(own) : measures,
            [.. content.Problems.Select(problem => new UploadProblem(name, problem.Place, problem.Message))]);
    }

    private static void Refuse(ModelStateDictionary state, string field, string? refusal)
    {
        if (refusal is not null)
        {
            state.AddModelError(field, refusal);
        }
    }

    private static string? RefusalOf(IFormFile file, string[] extensions, string words) =>
        !extensions.Any(extension => IsOf(file, extension)) ? Tr($"Kies een bestand waarvan de naam eindigt {words}.")
        : file.Length == 0 ? Tr($"Het bestand is leeg.")
        : file.Length > InstrumentDrafts.MostBytes ? Tr($"Het bestand is groter dan {InstrumentDrafts.MostBytes / 1024 / 1024} MB.")
        : null;

    private static bool IsOf(IFormFile file, string extension) => string.Equals(Path.GetExtension(file.FileName), extension, StringComparison.OrdinalIgnoreCase);

    private static async Task<UploadedTree?> ReadTextAsync(IFormFile file, string field, ModelStateDictionary state)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            return UploadedTree.Read(NameOf(file), Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
        }
        catch (DecoderFallbackException)
        {
            state.AddModelError(field, Tr($"Het bestand is geen tekst in UTF-8."));
            return null;
        }
    }

    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return name.Length <= LongestName ? name : $"{name[..LongestName]}…{Path.GetExtension(name)}";
    }
}
