using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Texts;

/// <summary>The body of every page, with its Dutch marked.</summary>
[HtmlTargetElement("body")]
public sealed class DutchMarksTagHelper(HtmlEncoder encoder) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        if (KeptDutch.Count > 0)
        {
            output.Content.SetHtmlContent(DutchMarks.In(content.GetContent(encoder), KeptDutch.Select(encoder.Encode)));
        }
    }
}
