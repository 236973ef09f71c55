using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.States;

/// <summary>The pages on which actions are followed.</summary>
public static class TrackingStates
{
    private const string Overdue = "acties over tijd";
    private const string Finished = "vastgesteld en uitgevoerd";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["actions"] = new("manager", "{case}/acties", Overdue),
        ["actions, overdue"] = new("begeleider", "{case}/acties?toon=te-laat&sorteer=streefdatum&richting=af", Overdue),
        ["actions, stalled"] = new("manager", "{case}/acties?toon=loopt-vast", Overdue),
        ["actions, mine"] = new("teamlid", "{case}/acties?van=mij", Overdue),
        ["actions, nonsense in the address"] = new("manager", "{case}/acties?toon=%00x&sorteer=../&pagina=-5&status=onzin", Overdue),
        ["actions, read"] = new("auditor", "{case}/acties", Finished),
        ["actions, no plan"] = new("teamlid", "{case}/acties", "lopend onderzoek"),
        ["board of actions"] = new("manager", "{case}/acties/bord", Overdue),
        ["board of actions, read"] = new("auditor", "{case}/acties/bord", Overdue),
        ["actions together"] = new("manager", "{case}/acties/wijzigen?rij={rij}&veld=Afdeling", Overdue),
        ["actions together, none"] = new("manager", "{case}/acties/wijzigen", Overdue),
        ["actions together, wrong"] = new("manager", "{case}/acties/wijzigen?alles=ja&veld=Start", Overdue) { Spoil = SpoilBulkAsync },
        ["actions together, refused"] = new("manager", "{case}/acties/wijzigen?alles=ja&veld=Start", Overdue) { Spoil = RefuseBulkAsync },
        ["escalate"] = new("manager", "{case}/acties/opschalen?rij={rij}", Overdue),
        ["escalate, none"] = new("manager", "{case}/acties/opschalen", Overdue),
        ["escalate, wrong"] = new("manager", "{case}/acties/opschalen?rij={rij}", Overdue) { Spoil = visitor => visitor.PressAsync("Opschalen") },
        ["action"] = new("manager", "{case}/actieplan/actie/{rij}", Overdue),
        ["action, wrong"] = new("manager", "{case}/actieplan/actie/{rij}", Overdue) { Spoil = visitor => visitor.PressAsync("Notitie toevoegen") },
        ["action, of its owner"] = new("teamlid", "{case}/actieplan/actie/{rij}", Overdue),
        ["action, read"] = new("auditor", "{case}/actieplan/actie/{rij}", Overdue),
        ["change an action"] = new("manager", "{case}/actieplan/actie/{rij}/wijzigen", Overdue),
        ["change an action, wrong"] = new("manager", "{case}/actieplan/actie/{rij}/wijzigen", Overdue) { Spoil = SpoilEditAsync },
        ["change an action, as owner"] = new("teamlid", "{case}/actieplan/actie/{rij}/wijzigen", Overdue),
        ["my actions"] = new("teamlid", "/mijn-acties", Overdue),
        ["my actions, none"] = new("beheerder", "/mijn-acties"),
    };

    private static async Task SpoilBulkAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Nieuwe waarde voor start").FillAsync("morgen");
        await visitor.PressAsync("Voorbeeld bekijken");
    }

    private static async Task RefuseBulkAsync(Visitor visitor)
    {
        await visitor.Page.GetByLabel("Nieuwe waarde voor start").FillAsync("31-12-2098");
        await visitor.PressAsync("Voorbeeld bekijken");
    }

    private static async Task SpoilEditAsync(Visitor visitor)
    {
        await visitor.Page.Locator("[name=start]").FillAsync("gisteren");
        await visitor.Page.Locator("[name=voortgang]").FillAsync("120");
        await visitor.PressAsync("Opslaan");
    }
}
