using Audit.Core.Risks;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>Which risks the register shows; an empty field leaves none out.</summary>
public sealed class RiskFilter
{
    /// <summary>Level of risks that nobody has judged.</summary>
    public const string NotJudged = "geen";

    public string? Taak { get; set; }

    public string? Onderdeel { get; set; }

    /// <summary>Name of a level, or <see cref="NotJudged"/>.</summary>
    public string? Niveau { get; set; }

    /// <summary>Name of a <see cref="RiskEnding"/>.</summary>
    public string? Stand { get; set; }

    public bool IsEmpty => new[] { Taak, Onderdeel, Niveau, Stand }.All(string.IsNullOrEmpty);

    public bool Shows(RegisteredRisk risk, RiskScale scale, DateOnly today) =>
        Fits(Taak, risk.Row.TaskKey)
        && Fits(Onderdeel, risk.Row.ComponentId)
        && Fits(Niveau, risk.Level is { } level ? scale.Levels[level] : NotJudged)
        && Fits(Stand, risk.EndingOn(today).ToString());

    private static bool Fits(string? wanted, string value) => string.IsNullOrEmpty(wanted) || wanted == value;
}
