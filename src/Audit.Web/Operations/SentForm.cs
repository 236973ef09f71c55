namespace Audit.Web.Operations;

/// <summary>A form that could not be handled, to send again from the page that says so: what was typed is not lost.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">Everything in it.</param>
public sealed record SentForm(string Address, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The form of a request; null when there is none to send again: no form, with files, with a secret, or of nobody who is signed in.</summary>
    /// <param name="request">The request.</param>
    /// <param name="path">Its path, before the page that explains took over.</param>
    public static async Task<SentForm?> OfAsync(HttpRequest request, string path)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || request.HttpContext.User.Identity is not { IsAuthenticated: true } || IsAboutAccount(path))
        {
            return null;
        }

        var form = await request.ReadFormAsync();
        return form.Files.Count > 0 ? null : new($"{path}{request.QueryString}", [.. form.SelectMany(field => field.Value.Select(value => (field.Key, value ?? string.Empty)))]);
    }

    /// <summary>Pages with passwords and codes, which are never written into a page.</summary>
    private static bool IsAboutAccount(string path) =>
        !path.StartsWith("/doorlichtingen", StringComparison.Ordinal) && !path.StartsWith("/mijn-acties", StringComparison.Ordinal) && !path.StartsWith("/taken", StringComparison.Ordinal);
}
