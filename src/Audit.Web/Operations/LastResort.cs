using System.Net;

namespace Audit.Web.Operations;

/// <summary>Answers when even the page that explains a failure could not be made, for instance because reading who is signed in fails too.</summary>
internal sealed class LastResort(RequestDelegate next, ILogger<LastResort> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            logger.LogError(failure, "A request and the page that explains its failure failed");
            await ExplainAsync(context, failure);
        }
    }

    private static Task ExplainAsync(HttpContext context, Exception failure)
    {
        var words = FaultWords.Of(failure);
        context.Response.Clear();
        context.Response.StatusCode = FaultWords.StatusOf(failure);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = $"{FaultWords.RetryAfterSeconds}";
        }

        var (title, advice, code) = (WebUtility.HtmlEncode(words.Title), WebUtility.HtmlEncode(words.Advice), WebUtility.HtmlEncode(Tr($"Code van deze melding: {FaultWords.CodeOf(context)}")));
        return context.Response.WriteAsync($"<!DOCTYPE html><html lang=\"{Code}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title></head><body><main><h1>{title}</h1><p>{advice}</p><p>{code}</p></main></body></html>");
    }
}
