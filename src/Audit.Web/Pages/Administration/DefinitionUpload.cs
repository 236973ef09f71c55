using System.Text;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Administration;

/// <summary>What an administrator sends to add a version: a file, or its text.</summary>
public sealed class DefinitionUpload
{
    public const string FileField = "bestand";
    public const string TextField = "tekst";

    private const int LongestName = 100;
    private static string TooLarge => Tr($"is groter dan 1 MB. Een werkstroom is veel kleiner.");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IFormFile? Bestand { get; set; }

    public string? Tekst { get; set; }

    /// <summary>Field to which what is wrong with the content belongs.</summary>
    public string Field => Bestand is null ? TextField : FileField;

    /// <summary>Name and text of what was sent; null with an error when there is nothing to check.</summary>
    public async Task<(string FileName, string Text)?> ReadAsync(ModelStateDictionary state)
    {
        var hasText = !string.IsNullOrWhiteSpace(Tekst);
        if (Bestand is null == !hasText)
        {
            state.AddModelError(FileField, Bestand is null ? Tr($"Kies een bestand of plak de tekst.") : Tr($"Kies een bestand of plak de tekst, niet allebei."));
            return null;
        }

        if (Bestand is null)
        {
            return ReadText(Tekst!.ReplaceLineEndings("\n"), state);
        }

        if (RefusalOf(Bestand) is { } refusal)
        {
            state.AddModelError(FileField, refusal);
            return null;
        }

        return await ReadFileAsync(Bestand, state);
    }

    private static (string FileName, string Text)? ReadText(string text, ModelStateDictionary state)
    {
        if (Encoding.UTF8.GetByteCount(text) > DefinitionDrafts.MostBytes)
        {
            state.AddModelError(TextField, Tr($"De tekst {TooLarge}"));
            return null;
        }

        return (Tr($"geplakte tekst"), text);
    }

    private static string? RefusalOf(IFormFile file) =>
        !string.Equals(Path.GetExtension(file.FileName), ".json", StringComparison.OrdinalIgnoreCase) ? Tr($"Kies een bestand waarvan de naam eindigt op .json.")
        : file.Length == 0 ? Tr($"Het bestand is leeg.")
        : file.Length > DefinitionDrafts.MostBytes ? Tr($"Het bestand {TooLarge}")
        : null;

    private static async Task<(string FileName, string Text)?> ReadFileAsync(IFormFile file, ModelStateDictionary state)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            var text = Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF');
            return (NameOf(file), text);
        }
        catch (DecoderFallbackException)
        {
            state.AddModelError(FileField, Tr($"Het bestand is geen tekst in UTF-8."));
            return null;
        }
    }

    private static string NameOf(IFormFile file)
    {
        var name = string.Concat(Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter)));
        return name.Length <= LongestName ? name : $"{name[..LongestName]}….json";
    }
}
