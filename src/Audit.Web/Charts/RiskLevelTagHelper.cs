using Audit.Core.Risks;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Charts;

/// <summary>A judged level as a badge: always the word, with a sign and colour beside it.</summary>
[HtmlTargetElement("risk-level", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RiskLevelTagHelper : TagHelper
{
    private static readonly string[] Suffixes = ["low", "medium", "high"];

    /// <summary>Position of the level; null = nobody has judged.</summary>
    public int? Value { get; set; }

    public required RiskScale Scale { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "span";
        var suffix = Value is { } level ? Suffixes[Math.Min(level, Suffixes.Length - 1)] : "unknown";
        output.Attributes.SetAttribute("class", $"risk-class risk-class--{suffix}");
        output.Content.SetContent(Value is { } known ? DutchText.Level(Scale.Levels[known]) : Tr($"Nog geen oordeel"));
    }
}
