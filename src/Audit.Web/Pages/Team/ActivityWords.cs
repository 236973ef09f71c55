
namespace Audit.Web.Pages.Team;

/// <summary>What records of the trail say in plain words: what happened, never what was answered.</summary>
public static class ActivityWords
{
    /// <summary>Kinds of activity by which the feed can be filtered, with the first words of their events.</summary>
    private static readonly Dictionary<string, string[]> Kinds = new()
    {
        ["antwoorden"] = ["answer.", "answers.", "distinction.", "attachment.", "question."],
        ["overleg"] = ["comment.", "mention.", "notes.", "research.", "suspicion."],
        ["stappen"] = ["case.", "criteria.", "task.", "tasks.", "step.", "process.", "follow-up.", "message.", "reminder."],
        ["beoordeling"] = ["review.", "review-item.", "rating.", "class.", "gate.", "adoption.", "suggestion."],
        ["risicos"] = ["risk."],
        ["acties"] = ["plan.", "action.", "actions.", "effect.", "workbook.", "previous-action."],
        ["team"] = ["member."],
        ["beheer"] = ["workflow.", "instrument.", "mail.", "calendar.", "record.", "trail.", "values."],
    };

    public static IReadOnlyList<(string Value, string Name)> KindNames =>
    [
        ("antwoorden", Tr($"Antwoorden")),
        ("overleg", Tr($"Overleg en onderzoek")),
        ("stappen", Tr($"Stappen en taken")),
        ("beoordeling", Tr($"Beoordeling")),
        ("risicos", Tr($"Risico's")),
        ("acties", Tr($"Acties")),
        ("team", Tr($"Team")),
        ("beheer", Tr($"Beheer")),
    ];

    /// <summary>First words of the events of a kind; none for a kind that is not known.</summary>
    public static IReadOnlyList<string> PrefixesOf(string? kind) => kind is not null && Kinds.TryGetValue(kind, out var found) ? found : [];

    /// <summary>What happened, as the rest of a sentence that begins with a name.</summary>
    /// <param name="happened">The event.</param>
    /// <param name="count">How many times after another.</param>
    public static string Of(string happened, int count) => count == 1 ? One(happened) : Many(happened, count) ?? Tr($"{One(happened)} ({count} keer)");

    private static string? Many(string happened, int count) => happened switch
    {
        "answer.saved" => Tr($"bewaarde {count} antwoorden"),
        "answer.confirmed" => Tr($"bevestigde {count} antwoorden"),
        "action.changed" => Tr($"wijzigde {count} acties"),
        _ => null,
    };

    private static string One(string happened) => OfAnswers(happened) ?? OfSteps(happened) ?? OfReview(happened) ?? OfRisks(happened) ?? OfActions(happened) ?? OfTeam(happened) ?? OfAdministration(happened) ?? Other(happened);

    /// <summary>Whether a record has a sentence of its own.</summary>
    public static bool Knows(string happened) => One(happened) != Tr($"legde iets vast");

    private static string? OfAnswers(string happened) => happened switch
    {
        "answer.saved" => Tr($"bewaarde een antwoord"),
        "answer.started" => Tr($"begon aan een antwoord"),
        "answer.confirmed" => Tr($"bevestigde een antwoord"),
        "answers.taken-over" => Tr($"nam antwoorden over uit een eerdere doorlichting"),
        "answers.imported" => Tr($"nam antwoorden over uit een bestand"),
        "distinction.saved" => Tr($"bewaarde een onderscheid in het register"),
        "distinction.removed" => Tr($"haalde een onderscheid uit het register"),
        "notes.saved" => Tr($"bewaarde notities"),
        "research.added" => Tr($"zette een vraag in het onderzoeksplan"),
        "research.changed" => Tr($"wijzigde een vraag in het onderzoeksplan"),
        "research.removed" => Tr($"haalde een vraag uit het onderzoeksplan"),
        _ => null,
    };

    private static string? OfSteps(string happened) => happened switch
    {
        "case.started" => Tr($"begon de doorlichting"),
        "criteria.fixed" => Tr($"legde vast waarop wordt beoordeeld"),
        "case.shared" => Tr($"deelde de antwoorden met auditor en opdrachtgever"),
        "case.adopted" => Tr($"stelde de doorlichting vast"),
        "case.instrument-moved" => Tr($"zette de doorlichting op een andere vragenset"),
        "case.archived" => Tr($"zette de doorlichting in het archief"),
        "case.restored" => Tr($"haalde de doorlichting uit het archief"),
        "case.withdrawn" => Tr($"trok de doorlichting in"),
        "case.copied" => Tr($"maakte deze doorlichting als kopie"),
        "case.copied-empty" => Tr($"maakte deze doorlichting als kopie zonder antwoorden"),
        "tasks.chosen" => Tr($"koos de taken"),
        "task.added" => Tr($"voegde een taak toe"),
        "task.split" => Tr($"splitste een taak"),
        "task.dropped" => Tr($"liet een taak vervallen"),
        "task.restored" => Tr($"haalde een vervallen taak terug"),
        "task.scored" => Tr($"berekende de score"),
        "step.escalated" => Tr($"meldde dat een termijn voorbij is"),
        "step.retried" => Tr($"probeerde een stap opnieuw"),
        "process.moved" => Tr($"zette de doorlichting op een andere werkstroom"),
        "follow-up.started" => Tr($"begon de opvolging van de acties"),
        "message.left" => Tr($"liet een bericht achter"),
        "reminder.mailed" => Tr($"stuurde een herinnering"),
        _ => null,
    };

    private static string? OfReview(string happened) => happened switch
    {
        "task.reviewed" => Tr($"beoordeelde een taak"),
        "review-item.added" => Tr($"voegde een punt toe aan de beoordeling"),
        "review-item.answered" => Tr($"reageerde op een punt uit de beoordeling"),
        "review-item.settled" => Tr($"handelde een punt uit de beoordeling af"),
        "review-item.reopened" => Tr($"opende een punt uit de beoordeling opnieuw"),
        "review-item.withdrawn" => Tr($"trok een punt uit de beoordeling in"),
        "review.signed" => Tr($"ondertekende de beoordeling"),
        "review.sign-off-withdrawn" => Tr($"trok de ondertekening in"),
        "rating.begun" => Tr($"begon een ronde dubbel beoordelen"),
        "rating.revealed" => Tr($"leverde een ronde dubbel beoordelen in"),
        "rating.decided" => Tr($"besprak een verschil uit het dubbel beoordelen"),
        "class.overridden" => Tr($"gaf een taak een andere klasse"),
        "class.override-withdrawn" => Tr($"trok een andere klasse in"),
        "gate.lifted" => Tr($"hief een drempelregel op"),
        "gate.lifting-withdrawn" => Tr($"trok de opheffing van een drempelregel in"),
        "adoption.decided" => Tr($"nam een besluit over de vaststelling"),
        "suggestion.sent" => Tr($"deed een suggestie voor de vragenset"),
        "suggestion.answered" => Tr($"beantwoordde een suggestie voor de vragenset"),
        _ => null,
    };

    private static string? OfRisks(string happened) => happened switch
    {
        "risk.added" => Tr($"zette een risico in het register"),
        "risk.changed" => Tr($"wijzigde een risico"),
        "risk.judged" => Tr($"beoordeelde een risico"),
        "risk.explained" => Tr($"verklaarde een verschil over een risico"),
        "risk.accepted" => Tr($"accepteerde een restrisico"),
        "risk.acceptance-withdrawn" => Tr($"trok de acceptatie van een restrisico in"),
        "risk.dropped" => Tr($"haalde een risico uit het register"),
        "risk.restored" => Tr($"zette een risico terug in het register"),
        "risk.taken-over" => Tr($"nam een risico over uit een eerdere doorlichting"),
        _ => null,
    };

    private static string? OfActions(string happened) => happened switch
    {
        "plan.generated" => Tr($"maakte een actieplan"),
        "action.added" => Tr($"voegde een actie toe"),
        "action.changed" => Tr($"wijzigde een actie"),
        "action.removed" => Tr($"haalde een actie weg"),
        "action.moved" => Tr($"verplaatste een actie"),
        "action.noted" => Tr($"schreef een notitie bij een actie"),
        "action.evidence-added" => Tr($"voegde bewijs toe bij een actie"),
        "action.escalated" or "actions.escalated" => Tr($"schaalde acties op"),
        "action.decided" => Tr($"besliste over een actie"),
        "action.closed" => Tr($"sloot een actie"),
        "action.reopened" or "previous-action.reopened" => Tr($"opende een actie opnieuw"),
        "action.carried" => Tr($"nam een actie mee naar het nieuwe plan"),
        "action.dependency-added" => Tr($"verbond twee acties"),
        "action.dependency-removed" => Tr($"maakte twee acties los van elkaar"),
        "actions.tracked" => Tr($"legde vast hoe het met de acties gaat"),
        "effect.measured" => Tr($"legde een effectmeting vast"),
        "workbook.exported" => Tr($"haalde het werkboek op"),
        "workbook.uploaded" => Tr($"leverde een werkboek in"),
        "workbook.applied" => Tr($"verwerkte een werkboek"),
        "workbook.set-aside" => Tr($"legde een werkboek opzij"),
        "workbook.undone" => Tr($"maakte de verwerking van een werkboek ongedaan"),
        _ => null,
    };

    private static string? OfTeam(string happened) => happened switch
    {
        "member.added" => Tr($"voegde iemand toe aan het team"),
        "member.removed" => Tr($"beëindigde een rol in het team"),
        "delegation.begun" => Tr($"droeg een rol over aan een collega"),
        "delegation.ended" => Tr($"beëindigde een vervanging"),
        "question.assigned" => Tr($"wees een vraag toe"),
        "question.unassigned" => Tr($"haalde een toewijzing van een vraag weg"),
        _ => null,
    };

    private static string? OfAdministration(string happened) => happened switch
    {
        "comment.added" => Tr($"plaatste een opmerking"),
        "comment.withdrawn" => Tr($"trok een opmerking in"),
        "comment.settled" => Tr($"handelde een opmerking af"),
        "comment.reopened" => Tr($"opende een opmerking opnieuw"),
        "attachment.added" => Tr($"voegde een bijlage toe"),
        "attachment.removed" => Tr($"haalde een bijlage weg"),
        "attachment.expired" => Tr($"verwijderde een bijlage omdat de bewaartermijn voorbij is"),
        "suspicion.reported" => Tr($"meldde een vermoeden"),
        "suspicion.noted" => Tr($"legde iets vast over een vermoeden"),
        "suspicion.closed" => Tr($"sloot een vermoeden"),
        "record.exported" => Tr($"haalde het dossier op"),
        "mail.tested" => Tr($"stuurde een testbericht"),
        "mail.resent" => Tr($"liet e-mail opnieuw versturen"),
        "calendar.made" => Tr($"maakte een agenda-link"),
        "calendar.revoked" => Tr($"trok een agenda-link in"),
        "workflow.published" => Tr($"publiceerde een werkstroom"),
        "instrument.published" => Tr($"publiceerde een vragenset"),
        "trail.sealed" => Tr($"verzegelde de eerdere records van het spoor"),
        "mail.erased" => Tr($"wiste e-mails omdat de bewaartermijn voorbij is"),
        "values.erased" => Tr($"wiste gegevens omdat de bewaartermijn voorbij is"),
        _ => null,
    };

    private static string Other(string happened) => Tr($"legde iets vast");
}
