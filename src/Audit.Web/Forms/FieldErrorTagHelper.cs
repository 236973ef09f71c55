using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Forms;

/// <summary>The errors of one field, under the id "…-fout". Shows nothing when there are none.</summary>
[HtmlTargetElement("field-error", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldErrorTagHelper : TagHelper
{
    /// <summary>Name of the field in the form.</summary>
    public required string Field { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        PageOrder.Of(ViewContext).Add(Field);
        if (!ViewContext.ModelState.TryGetValue(Field, out var entry) || entry.Errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-form-field-error-message utrecht-form-field__error-message");
        output.Attributes.SetAttribute("id", $"{FieldIds.Of(Field)}-fout");
        output.Content.AppendHtml("<span class=\"visually-hidden\">").Append(Tr($"Fout: ")).AppendHtml("</span>");
        output.Content.Append(string.Join(" ", entry.Errors.Select(error => error.ErrorMessage)));
    }
}
