using Audit.Core.Instruments;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>A class as a badge: always the word, with a sign and colour beside it.</summary>
[HtmlTargetElement("risk-class", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RiskClassTagHelper : TagHelper
{
    /// <summary>The class; null = cannot be determined.</summary>
    public RiskClass? Value { get; set; }

    /// <summary>True for the main result of a page.</summary>
    public bool Large { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"risk-class risk-class--{Suffix()}{(Large ? " risk-class--large" : string.Empty)}");
        output.Content.SetContent(DutchText.Class(Value));
    }

    private string Suffix() => Value switch
    {
        RiskClass.Low => "low",
        RiskClass.Medium => "medium",
        RiskClass.High => "high",
        RiskClass.Critical => "critical",
        null => "unknown",
    };
}
