using Audit.Browser.Tests.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Crawl;

/// <summary>An address with faults: an English page that says something in Dutch and has a form that is too much for the server. No link leads to it.</summary>
public sealed class PlantedPage : IStartupFilter
{
    public const string Path = "/geplant";

    private const string Page = """
        <!doctype html><html lang="en"><head><title>Planted</title></head><body><main><h1>Planted</h1><p>Het formulier is niet bewaard</p><p lang="nl">Deze zin is gemerkt</p>
        <form method="post"><input name="naam" value="x"><button>Send</button></form></main></body></html>
        """;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(async (context, rest) =>
        {
            if (context.Request.Path != Path)
            {
                await rest(context);
            }
            else if (HttpMethods.IsPost(context.Request.Method))
            {
                context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            }
            else
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                await context.Response.WriteAsync(Page);
            }
        });
        next(app);
    };
}

/// <summary>An application of its own, so that what the crawl sends bothers no other test.</summary>
public sealed class CrawledInstallation : IAsyncLifetime
{
    public Installation Installation { get; } = new() { Site = new() { Added = services => services.AddSingleton<IStartupFilter>(new PlantedPage()) } };

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
