namespace Audit.Web.StartUp;

/// <summary>Where the application listens when nobody says otherwise.</summary>
internal static class Address
{
    private const string Default = "http://localhost:5080";

    private static readonly string[] Settings = ["urls", "http_ports", "https_ports"];

    public static void SetDefault(WebApplicationBuilder builder)
    {
        var isSet = Settings.Any(key => !string.IsNullOrEmpty(builder.Configuration[key]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isSet)
        {
            builder.WebHost.UseUrls(Default);
        }
    }
}
