using Audit.Data.Database;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes cases with questions in their research plan.</summary>
public sealed class ResearchMaker(CaseMaker maker)
{
    public const string Overdue = "Hoeveel studenten kregen huisbezoek, per groep?";
    public const string OfBody = "Wie houdt het register van profielen bij?";

    /// <summary>A case at its research plan with three questions: one overdue, one of the instrument with a finding, one for the whole body.</summary>
    public async Task<Guid> MakeAsync()
    {
        var id = await maker.MakeAsync("research-plan");
        var owner = await maker.UserAsync(Roles.Assessor);
        await maker.PlanAsync(id, Overdue, content => content with
        {
            InformationNeeded = "Aantallen per jaar en per groep.",
            InformationSource = "De gegevensanalist",
            OwnerId = owner,
            DueDate = new DateOnly(2026, 1, 15),
        });
        await maker.PlanAsync(id, "Staat het kenmerk in de wet?", content => content with
        {
            QuestionId = "R5",
            Status = ResearchStatus.Done,
            Finding = "De wet noemt het kenmerk niet.\nHet staat wel in de werkinstructie.",
        });
        await maker.PlanAsync(id, OfBody, content => content with { TaskKey = string.Empty, Status = ResearchStatus.NotAvailable });
        return id;
    }
}
