using Audit.Core.Review;
using Audit.Data.Database;

namespace Audit.Workflows.Cases;

/// <summary>A named rule about who may do something, by the roles that somebody has at the moment it is done.</summary>
/// <param name="Name">Name in the table of docs/access.md.</param>
/// <param name="Act">What it allows, as a sentence begins with it.</param>
/// <param name="Roles">Roles of which one is needed.</param>
public sealed record Policy(string Name, Sentence Act, IReadOnlyList<string> Roles)
{
    /// <summary>Whether somebody with these roles may. Who judges a case is not of its team, whatever else that person is.</summary>
    public bool Allows(IReadOnlyCollection<string> roles) => Roles.Any(role => Independence.MayAct(role, roles));
}

/// <summary>Who may do what: every rule about roles stands here. Roles in a case are those of its members, roles in a body those that its administrators give.</summary>
/// <remarks>
/// Steps of a workflow have the role of their definition, and a suspicion has rules about persons too (<see cref="SuspicionRights"/>). Whether the state of a case still allows it is decided where it is done.
/// Rules are asked inside the transaction that writes, not of the cookie: what changed counts at once (decision 0017).
/// </remarks>
public static class Policies
{
    // In a body.
    public static Policy StartCase { get; } = new(nameof(StartCase), Sentence.Of($"Een doorlichting beginnen"), [Roles.Coach, Roles.Assessor]);

    public static Policy AdministerBody { get; } = new(nameof(AdministerBody), Sentence.Of($"Werkstromen, vragensets, accounts en bewaartermijnen beheren"), [Roles.Admin]);

    public static Policy AdministerInstallation { get; } = new(nameof(AdministerInstallation), Sentence.Of($"Publiceren wat voor alle organisaties geldt"), [Roles.Installation]);

    // Of the team of a case.
    public static Policy SeeDrafts { get; } = OfTeam(nameof(SeeDrafts), Sentence.Of($"Antwoorden zien die nog niet gedeeld zijn"));

    public static Policy LookAfterQuestions { get; } = OfTeam(nameof(LookAfterQuestions), Sentence.Of($"Vragen verdelen en op zich nemen"));

    public static Policy ShareAnswers { get; } = OfTeam(nameof(ShareAnswers), Sentence.Of($"De antwoorden delen met auditor en opdrachtgever"));

    public static Policy PlanResearch { get; } = OfTeam(nameof(PlanResearch), Sentence.Of($"Het onderzoeksplan bijhouden"));

    public static Policy DescribeRisks { get; } = OfTeam(nameof(DescribeRisks), Sentence.Of($"Risico's opschrijven en inschatten voor het team"));

    public static Policy RespondToReview { get; } = OfTeam(nameof(RespondToReview), Sentence.Of($"Vragen van de auditor beantwoorden"));

    public static Policy CopyCase { get; } = OfTeam(nameof(CopyCase), Sentence.Of($"Een kopie van een doorlichting beginnen"));

    // Who leads a case.
    public static Policy ChangeTasks { get; } = new(nameof(ChangeTasks), Sentence.Of($"Taken toevoegen, splitsen en laten vervallen"), [Roles.Coach]);

    public static Policy ChangeTeam { get; } = new(nameof(ChangeTeam), Sentence.Of($"Mensen in het team zetten en eruit halen"), [Roles.Coach]);

    public static Policy EndStandIn { get; } = new(nameof(EndStandIn), Sentence.Of($"De vervanging van een ander beëindigen"), [Roles.Coach]);

    public static Policy ContinueCase { get; } = new(nameof(ContinueCase), Sentence.Of($"Een vervolg op een doorlichting beginnen"), [Roles.Coach]);

    public static Policy Recalculate { get; } = new(nameof(Recalculate), Sentence.Of($"Scores opnieuw berekenen"), [Roles.Coach]);

    public static Policy ArchiveCase { get; } = new(nameof(ArchiveCase), Sentence.Of($"Een doorlichting opbergen of intrekken"), [Roles.Coach, Roles.Sponsor]);

    // Who judges.
    public static Policy Review { get; } = new(nameof(Review), Sentence.Of($"Antwoorden beoordelen, ook blind, en ondertekenen"), [Roles.Auditor]);

    public static Policy LiftGates { get; } = new(nameof(LiftGates), Sentence.Of($"Een drempelregel opheffen met een reden"), [Roles.Jurist]);

    public static Policy AcceptRisk { get; } = new(nameof(AcceptRisk), Sentence.Of($"Een risico aanvaarden dat overblijft"), [Roles.Sponsor]);

    // Actions.
    public static Policy ManageActions { get; } = new(nameof(ManageActions), Sentence.Of($"Het actieplan wijzigen en werkboeken versturen en inlezen"), [Roles.Manager, Roles.Coach]);

    public static Policy FollowActions { get; } = new(nameof(FollowActions), Sentence.Of($"De maandelijkse ronde langs de acties beginnen"), [Roles.Manager, Roles.Coach]);

    public static Policy MeasureEffect { get; } = new(nameof(MeasureEffect), Sentence.Of($"Het effect meten van een actie van een ander, en haar afsluiten of heropenen"), [Roles.Assessor, Roles.Coach, Roles.Auditor, Roles.Manager]);

    public static Policy SeeSmallCounts { get; } = new(nameof(SeeSmallCounts), Sentence.Of($"Kleine aantallen zien bij de eigen metingen"), [Roles.Assessor, Roles.Coach, Roles.Manager]);

    // Suspicions.
    public static Policy SeeSuspicions { get; } = new(nameof(SeeSuspicions), Sentence.Of($"Vermoedens van discriminatie zien"), [Roles.Coach, Roles.Sponsor]);

    public static Policy CloseSuspicion { get; } = new(nameof(CloseSuspicion), Sentence.Of($"Een vermoeden voortijdig afsluiten"), [Roles.Sponsor]);

    /// <summary>Every rule, in the order of this file.</summary>
    public static IReadOnlyList<Policy> All { get; } =
    [
        StartCase, AdministerBody, AdministerInstallation,
        SeeDrafts, LookAfterQuestions, ShareAnswers, PlanResearch, DescribeRisks, RespondToReview, CopyCase,
        ChangeTasks, ChangeTeam, EndStandIn, ContinueCase, Recalculate, ArchiveCase,
        Review, LiftGates, AcceptRisk,
        ManageActions, FollowActions, MeasureEffect, SeeSmallCounts,
        SeeSuspicions, CloseSuspicion,
    ];

    private static Policy OfTeam(string name, Sentence act) => new(name, act, [Roles.Assessor, Roles.Coach]);
}
