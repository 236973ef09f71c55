using System.Text;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Cases;

/// <summary>What an administrator does on the pages about instruments.</summary>
public static class InstrumentPages
{
    public const string Home = "/beheer/vragensets";

    public static string Move(string version) => $"{Home}/discriminatietoets/{version}/verplaatsen";

    /// <summary>Sends an instrument, and measures when there are any.</summary>
    public static Task SendInstrumentAsync(this Visitor visitor, string json, string? measures = null) =>
        visitor.SendInstrumentAsync(("vragenset.json", Encoding.UTF8.GetBytes(json)), measures is null ? null : ("maatregelen.json", Encoding.UTF8.GetBytes(measures)));

    public static async Task SendInstrumentAsync(this Visitor visitor, (string Name, byte[] Content) file, (string Name, byte[] Content)? measures = null)
    {
        await visitor.GoAsync($"{Home}/nieuw");
        await visitor.Page.GetByLabel("Vragenset", new() { Exact = true }).SetInputFilesAsync(PayloadOf(file));
        if (measures is { } more)
        {
            await visitor.Page.GetByLabel("Maatregelen bij deze versie (mag leeg blijven)").SetInputFilesAsync(PayloadOf(more));
        }

        await visitor.PressAsync("Nakijken");
    }

    private static FilePayload PayloadOf((string Name, byte[] Content) file) => new() { Name = file.Name, MimeType = "application/octet-stream", Buffer = file.Content };
}
