using Audit.Web.Mail;
using Xunit;

namespace Audit.Integration.Tests.Mail;

/// <summary>Signing in at a mail server over TLS, and what is refused.</summary>
public sealed class SecureMailTests : IDisposable
{
    private const string Password = "geheim-van-de-proef";

    private readonly string folder = Directory.CreateTempSubdirectory("audit-tls-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task SendDueAsync_StartTlsAndPassword_DeliversOverTlsAsThatUser()
    {
        await using var office = await PostOffice.OpenAsync();
        var (certificate, key) = PostOffice.MakeCertificate(folder);
        using var server = await SecureAsync(certificate, key);
        await office.WriteAsync("proef");

        Assert.Equal(1, await office.SenderTo(SettingsFor(server, Password, certificate)).SendDueAsync());
        Assert.Equal("tls doorlichting", server.Received().Single().Headers["X-Transport"]);
    }

    [Fact]
    public async Task SendDueAsync_CertificateByWayOfAnother_IsTrustedOnTheWordOfTheAuthority()
    {
        await using var office = await PostOffice.OpenAsync();
        var (certificate, key, authority) = CertificateChain.Make(folder);
        using var server = await SecureAsync(certificate, key);
        await office.WriteAsync("proef");

        Assert.Equal(1, await office.SenderTo(SettingsFor(server, Password, authority)).SendDueAsync());
        Assert.Equal("tls doorlichting", server.Received().Single().Headers["X-Transport"]);
    }

    [Fact]
    public async Task SendDueAsync_WrongPassword_SaysSoWithoutThePassword()
    {
        await using var office = await PostOffice.OpenAsync();
        var (certificate, key) = PostOffice.MakeCertificate(folder);
        using var server = await SecureAsync(certificate, key);
        await office.WriteAsync("proef");

        Assert.Equal(0, await office.SenderTo(SettingsFor(server, "een-ander-geheim", certificate)).SendDueAsync());
        Assert.Equal("De mailserver neemt de gebruikersnaam of het wachtwoord niet aan.", PostOffice.Why(await office.RowAsync("proef")));
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task SendDueAsync_CertificateOfAnUnknownAuthority_SendsNothing()
    {
        await using var office = await PostOffice.OpenAsync();
        var (certificate, key) = PostOffice.MakeCertificate(folder);
        using var server = await SecureAsync(certificate, key);
        var other = PostOffice.MakeCertificate(Directory.CreateDirectory(Path.Combine(folder, "ander")).FullName).Certificate;
        await office.WriteAsync("proef");
        foreach (var authority in new[] { string.Empty, other })
        {
            Assert.Equal(0, await office.SenderTo(SettingsFor(server, Password, authority)).SendDueAsync());
            Assert.StartsWith("De verbinding met de mailserver is niet veilig", PostOffice.Why(await office.RowAsync("proef")), StringComparison.Ordinal);
            office.Time.NowUtc = office.Time.NowUtc.AddHours(1);
        }

        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task SendDueAsync_CertificateOfAnotherName_SendsNothing()
    {
        await using var office = await PostOffice.OpenAsync();
        var (certificate, key) = PostOffice.MakeCertificate(folder, "127.0.0.2");
        using var server = await SecureAsync(certificate, key);
        await office.WriteAsync("proef");

        Assert.Equal(0, await office.SenderTo(SettingsFor(server, Password, certificate)).SendDueAsync());
        Assert.Empty(server.Received());
    }

    [Fact]
    public async Task SendDueAsync_ServerWithoutStartTls_SendsNothing()
    {
        await using var office = await PostOffice.OpenAsync();
        using var server = await new MailServer(PostOffice.Script).StartAsync();
        await office.WriteAsync("proef");

        Assert.Equal(0, await office.SenderTo(PostOffice.Settings(server.Port, ("Security", "StartTls"))).SendDueAsync());
        Assert.Equal("De mailserver kan niet wat de instellingen vragen, zoals STARTTLS of aanmelden.", PostOffice.Why(await office.RowAsync("proef")));
        Assert.Empty(server.Received());
    }

    [Theory]
    [InlineData("Security", "Soms", "mogelijk zijn None, StartTls en Tls")]
    [InlineData("Port", "smtp", "kies een getal")]
    [InlineData("Port", "70000", "kies een getal")]
    [InlineData("From", "", "Mail:From")]
    [InlineData("From", "geen adres", "Mail:From")]
    [InlineData("From", "doorlichting", "Mail:From")]
    [InlineData("PublicAddress", "", "Mail:PublicAddress ontbreekt")]
    [InlineData("PublicAddress", "doorlichting.example", "geen webadres")]
    [InlineData("PublicAddress", "file:///etc", "geen webadres")]
    [InlineData("User", "doorlichting", "het wachtwoord leesbaar")]
    [InlineData("Authority", "/bestaat/niet.pem", "is er niet")]
    public void Refusal_SettingThatCannotWork_NamesIt(string key, string value, string words) =>
        Assert.Contains(words, MailSettings.Refusal(PostOffice.Configuration(25, (key, value))), StringComparison.Ordinal);

    [Theory]
    [InlineData("None", 25)]
    [InlineData("StartTls", 587)]
    [InlineData("", 587)]
    [InlineData("Tls", 465)]
    public void Of_WithoutPort_TakesTheUsualOne(string security, int port) =>
        Assert.Equal(port, MailSettings.Of(PostOffice.Configuration(0, ("Security", security), ("Port", ""))).Port);

    private static Task<MailServer> SecureAsync(string certificate, string key) =>
        new MailServer(PostOffice.Script, "--cert", certificate, "--key", key, "--user", "doorlichting", "--password", Password).StartAsync();

    private static MailSettings SettingsFor(MailServer server, string password, string authority) =>
        PostOffice.Settings(server.Port, ("Security", "StartTls"), ("User", "doorlichting"), ("Password", password), ("Authority", authority));
}
