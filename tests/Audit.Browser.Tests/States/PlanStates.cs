using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.States;

/// <summary>The pages on which a plan is made and its actions are chosen.</summary>
public static class PlanStates
{
    private const string Draft = "adoption";
    private const string Running = "lopend onderzoek";
    private const string Finished = "vastgesteld en uitgevoerd";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["plan, edited"] = new("manager", "{case}/actieplan", Draft),
        ["plan maker"] = new("manager", "{case}/actieplan/maken", Draft),
        ["plan maker, none yet"] = new("manager", "{case}/actieplan/maken", Running),
        ["plan maker, class"] = new("begeleider", "{case}/actieplan/maken?doel=klasse&klasse=Low", Draft),
        ["plan maker, budget"] = new("manager", "{case}/actieplan/maken?doel=budget&budget=20", Draft),
        ["plan maker, reduction"] = new("manager", "{case}/actieplan/maken?doel=verlaging", Draft),
        ["plan maker, wrong"] = new("manager", "{case}/actieplan/maken", Draft) { Spoil = SpoilBudgetAsync },
        ["plan maker, adopted"] = new("manager", "{case}/actieplan/maken?doel=klasse&klasse=Medium", Finished),
        ["plan maker, not confirmed"] = new("manager", "{case}/actieplan/maken?doel=klasse&klasse=Medium", Finished) { Spoil = visitor => visitor.PressAsync("Dit plan vastleggen") },
        ["add a measure"] = new("manager", "{case}/actieplan/toevoegen", Draft),
        ["add a measure, searched"] = new("begeleider", "{case}/actieplan/toevoegen?onderdeel=culture&zoek=veilig", Draft),
        ["add a measure, none found"] = new("manager", "{case}/actieplan/toevoegen?zoek=bestaatniet", Draft),
        ["own action"] = new("manager", "{case}/actieplan/eigen", Draft),
        ["own action, wrong"] = new("manager", "{case}/actieplan/eigen", Draft) { Spoil = visitor => visitor.PressAsync("Toevoegen") },
        ["drop an action"] = new("manager", "{case}/actieplan/vervallen/{action}", Draft),
        ["drop an action, wrong"] = new("manager", "{case}/actieplan/vervallen/{action}", Draft) { Spoil = visitor => visitor.PressAsync("Laten vervallen") },
    };

    private static async Task SpoilBudgetAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Een budget gebruiken").CheckAsync();
        await visitor.Page.GetByLabel("Budget in punten").FillAsync("veel");
        await visitor.PressAsync("Plan bekijken");
    }
}
