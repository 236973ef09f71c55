using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Forms;

/// <summary>All errors of the page on top, each with a link to its field. Shows nothing when there are none.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.ModelState.IsValid)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "fouten");
        output.Content.AppendHtml("<h2 class=\"error-summary__title\" id=\"fouten\">").Append(Tr($"Er ging iets niet goed")).AppendHtml("</h2>");
        var list = new TagBuilder("ul");
        list.AddCssClass("error-summary__list");
        foreach (var (key, error) in Errors())
        {
            list.InnerHtml.AppendHtml(Line(key, error));
        }

        output.Content.AppendHtml(list);
    }

    private IEnumerable<(string Key, ModelError Error)> Errors()
    {
        var order = PageOrder.Of(ViewContext);
        // Binding writes a name as the property does; the page has the name of the field.
        return ViewContext.ModelState
            .Select(entry => (Field: order.Find(field => field.Equals(entry.Key, StringComparison.OrdinalIgnoreCase)) ?? entry.Key, entry.Value))
            .OrderBy(entry => order.IndexOf(entry.Field))
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Field, error)));
    }

    private static TagBuilder Line(string key, ModelError error)
    {
        var line = new TagBuilder("li");
        if (key.Length == 0)
        {
            line.InnerHtml.Append(error.ErrorMessage);
            return line;
        }

        var link = new TagBuilder("a");
        link.AddCssClass("utrecht-link utrecht-link--html-a");
        link.Attributes["href"] = $"#{FieldIds.Of(key)}";
        link.InnerHtml.Append(error.ErrorMessage);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
