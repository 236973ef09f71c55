using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Operations;

/// <summary>The real application does not start in production without a key of the trail of its own.</summary>
public sealed class ProductionStartTests : IDisposable
{
    private const string Demo = "ZGVtby1zbGV1dGVsOiBiZXNjaGVybXQgbmlldHMsIGFsbGVlbiB2b29yIHVpdHByb2JlcmVu";
    private const string Own = "bmlldCBkZSBkZW1vc2xldXRlbCwgbWFhciBlZW4gdmFuIGRlIHByb2VmIQ==";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-production-");

    public static TheoryData<string?, string?, string> Refused => new()
    {
        { null, null, "De sleutel van het spoor ontbreekt" },
        { "Trail__Key", "", "De sleutel van het spoor ontbreekt" },
        { "Trail__Key", Demo, "De sleutel van het spoor is de demosleutel" },
        { "Trail__Key", "a29ydA==", "minstens 32 zijn nodig" },
        { "Trail__Key", "geen-base64!", "geen base64" },
        { "Trail__KeyFile", "/er/is/niets.key", "kan niet worden gelezen" },
        { "Trail__OldKeys", Demo, "De sleutel van het spoor ontbreekt" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Production_without_an_own_key_is_refused(string? setting, string? value, string refusal)
    {
        var settings = Settings();
        if (setting is not null)
        {
            settings[setting] = value!;
        }

        using var server = new ServerProcess(settings);

        Assert.Equal(1, server.Start().Wait());
        Assert.Contains(server.Lines, line => line.Contains(refusal, StringComparison.Ordinal));
        // Nothing was begun that a later key could not verify.
        Assert.False(File.Exists(Path.Combine(folder.FullName, "audit.db")));
    }

    [Fact]
    public void Own_key_does_not_make_up_for_the_demo_key_among_the_old_ones()
    {
        using var server = new ServerProcess(new Dictionary<string, string>(Settings()) { ["Trail__Key"] = Own, ["Trail__OldKeys"] = Demo });

        Assert.Equal(1, server.Start().Wait());
        Assert.Contains(server.Lines, line => line.Contains("De sleutel van het spoor is de demosleutel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Production_with_an_own_key_starts_but_never_on_a_database_of_the_demo()
    {
        using (var server = new ServerProcess(new Dictionary<string, string>(Settings()) { ["Trail__Key"] = Own }))
        {
            await server.Start().ReadyAsync();
            Assert.Equal(0, server.Terminate());
        }

        using (var demo = new ServerProcess(new Dictionary<string, string> { ["Database__Connection"] = $"Data Source={Path.Combine(folder.FullName, "demo.db")}" }))
        {
            await demo.Start().ReadyAsync();
            Assert.Equal(0, demo.Terminate());
        }

        using var later = new ServerProcess(new Dictionary<string, string>(Settings()) { ["Trail__Key"] = Own, ["Database__Connection"] = $"Data Source={Path.Combine(folder.FullName, "demo.db")}" });
        Assert.Equal(1, later.Start().Wait());
        Assert.Contains(later.Lines, line => line.Contains("begonnen met de demosleutel", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Database__Connection"] = $"Data Source={Path.Combine(folder.FullName, "audit.db")}",
        ["Keys__Unprotected"] = "true",
        ["Mail__PublicAddress"] = PostInstallation.PublicAddress,
        ["Templates__Root"] = AuditSite.Content.Root,
    };
}
