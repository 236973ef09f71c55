namespace Audit.Browser.Tests.Site;

/// <summary>Sends forms that a page would not offer, with the session and the form token of the visitor.</summary>
public static class Posting
{
    /// <summary>The form token of the page that is shown.</summary>
    public static async Task<string> TokenAsync(this Visitor visitor) =>
        (await visitor.Page.Locator("input[name=__RequestVerificationToken]").First.GetAttributeAsync("value"))!;

    /// <summary>Sends a form; redirects are not followed.</summary>
    public static async Task<IAPIResponse> PostAsync(this Visitor visitor, string path, params (string Name, string Value)[] fields)
    {
        var form = visitor.Page.APIRequest.CreateFormData();
        foreach (var (name, value) in fields)
        {
            form.Append(name, value);
        }

        return await visitor.Page.APIRequest.PostAsync(path, new() { Form = form, MaxRedirects = 0 });
    }
}
