using System.Globalization;
using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Web.Charts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Actions;

/// <summary>What a plan is asked to reach, as the form sends it.</summary>
public sealed class MakeForm
{
    public const string AimField = "doel";
    public const string ClassField = "klasse";
    public const string BudgetField = "budget";
    public const string ConfirmField = "bevestigd";

    /// <summary>Reach a class.</summary>
    public const string ByClass = "klasse";

    /// <summary>Stay within a budget.</summary>
    public const string ByBudget = "budget";

    /// <summary>All that measures can bring.</summary>
    public const string ByReduction = "verlaging";

    /// <summary>More than any catalogue costs for any number of tasks.</summary>
    private const int MostBudget = 100_000;

    public string? Doel { get; set; }

    public string? Klasse { get; set; }

    public string? Budget { get; set; }

    /// <summary>Hash of what the preview was made from.</summary>
    public string? Stand { get; set; }

    /// <summary>The plan that was there when the preview was shown.</summary>
    public Guid Vorig { get; set; }

    /// <summary>Made when the preview was shown: the id of the plan.</summary>
    public Guid Inzending { get; set; }

    /// <summary>Whether an adopted plan may be replaced.</summary>
    public bool Bevestigd { get; set; }

    private RiskClass? Class => Enum.TryParse<RiskClass>(Klasse, out var known) && Enum.IsDefined(known) ? known : null;

    private int? Effort => int.TryParse(Budget?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var effort) && effort <= MostBudget ? effort : null;

    /// <summary>What is asked; null with an error at the field that is not in order.</summary>
    public PlanAim? Read(ModelStateDictionary state)
    {
        PlanAim? aim = Doel switch
        {
            ByClass when Class is { } known => new ReachClass(known),
            ByBudget when Effort is { } effort => new WithinBudget(effort),
            ByReduction => new LargestReduction(),
            _ => null,
        };
        if (aim is null)
        {
            var (field, error) = Doel switch
            {
                ByClass => (ClassField, Tr($"Kies een klasse uit de lijst.")),
                ByBudget => (BudgetField, Tr($"Vul het budget in als een heel getal van 0 tot {DutchText.Count(MostBudget)}.")),
                _ => (AimField, Tr($"Kies wat het plan moet bereiken.")),
            };
            state.AddModelError(field, error);
        }

        return aim;
    }
}
