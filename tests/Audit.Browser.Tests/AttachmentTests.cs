using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests;

/// <summary>Files with an answer: only what they say they are, only as a download, and gone when removed.</summary>
public sealed class AttachmentTests(Installation installation)
{
    private const string Place = "vragen/controle-uitwonendenbeurs/regulation/R12/bijlagen";

    private readonly CaseMaker maker = new(installation);

    [Fact]
    public async Task A_file_is_added_handed_out_as_a_download_and_removed_with_a_reason()
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/{Place}");
        await ChooseAsync(member, "verslag <1>.pdf", "%PDF-1.7\n<script>alert(1)</script>");
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("verslag <1>.pdf");

        var address = await member.Page.Locator("main a[download]").GetAttributeAsync("href");
        var file = await member.Page.Context.APIRequest.GetAsync(address!);
        Assert.StartsWith("attachment", file.Headers["content-disposition"], StringComparison.Ordinal);
        Assert.Equal(("application/octet-stream", "nosniff"), (file.Headers["content-type"], file.Headers["x-content-type-options"]));
        Assert.Equal("%PDF-1.7\n<script>alert(1)</script>", await file.TextAsync());
        await using var outsider = await installation.SignedInAsync("coordinator");
        Assert.Equal(404, (await outsider.Page.Context.APIRequest.GetAsync(address!)).Status);

        await member.PressAsync(member.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Verwijderen") }));
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync("Schrijf waarom het bestand weg moet");
        await member.Page.Locator("input[name=reden]").FillAsync("Er stonden namen in.");
        await member.PressAsync(member.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Verwijderen") }));
        await Assertions.Expect(member.Page.Locator("main")).ToContainTextAsync("Er stonden namen in.");
        Assert.Equal(404, (await member.Page.Context.APIRequest.GetAsync(address!)).Status);
    }

    [Theory]
    [InlineData("pagina.html", "<html></html>", "Dit soort bestand kan niet")]
    [InlineData("vermomd.pdf", "<html></html>", "Dit soort bestand kan niet")]
    [InlineData("leeg.txt", "", "Het bestand is leeg.")]
    [InlineData("programma.txt", "MZ\0\0", "Dit soort bestand kan niet")]
    public async Task A_file_that_is_not_taken_says_why(string name, string content, string why)
    {
        var id = await maker.MakeAsync("regulation");
        await using var member = await installation.SignedInAsync("teamlid");
        await member.GoAsync($"/doorlichtingen/{id}/{Place}");
        await ChooseAsync(member, name, content);
        await Assertions.Expect(member.Page.Locator(".error-summary")).ToContainTextAsync(why);
        Assert.Equal(0, await member.Page.Locator("main a[download]").CountAsync());
    }

    private static async Task ChooseAsync(Visitor member, string name, string content)
    {
        await member.Page.Locator("#bestand").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/html", Buffer = Encoding.UTF8.GetBytes(content) });
        await member.PressAsync("Toevoegen");
    }
}
