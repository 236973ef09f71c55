using System.Text;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Cases;

/// <summary>What an administrator does to add a version.</summary>
public static class UploadPage
{
    public const string Path = "/beheer/werkstromen/nieuw";

    public static Task UploadAsync(this Visitor visitor, string json) => visitor.UploadAsync("werkstroom.json", Encoding.UTF8.GetBytes(json));

    public static async Task UploadAsync(this Visitor visitor, string name, byte[] content)
    {
        await visitor.GoAsync(Path);
        await visitor.Page.GetByLabel("Bestand", new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/json", Buffer = content });
        await visitor.PressAsync("Nakijken");
    }

    public static async Task PasteAsync(this Visitor visitor, string text)
    {
        await visitor.GoAsync(Path);
        await visitor.Page.GetByLabel("Of plak de tekst").FillAsync(text);
        await visitor.PressAsync("Nakijken");
    }
}
