using Audit.Browser.Tests.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Access;

/// <content>Cases at other moments: what can be asked only then is asked there, so that a 404 for somebody else is not a 404 for everybody.</content>
public sealed partial class TwoBodies
{
    private readonly List<(string Part, Dictionary<string, string> Values)> places = [];

    /// <summary>What stands in for the ids in the address of a handler: all of the demo body.</summary>
    public IReadOnlyDictionary<string, string> ValuesOf(Handler handler) =>
        places.Find(place => handler.Template.Contains(place.Part, StringComparison.Ordinal)).Values ?? values;

    private async Task MakePlacesAsync(CaseMaker maker)
    {
        var regulation = await PlaceAsync(maker, await maker.MakeAsync("regulation"), "/vragen/", "/taken-wijzigen", "/onderscheid/");
        regulation["key"] = "nieuw";
        await PlaceAsync(maker, await maker.MakeAsync("start"), "/stap/");
        var planning = await PlaceAsync(maker, await maker.MakeAsync("research-plan"), "/onderzoeksplan");
        planning["itemId"] = $"{await maker.PlanAsync(Guid.Parse(planning["id"]), "Wie wordt vaker gecontroleerd?")}";
        var review = await PlaceAsync(maker, await maker.MakeAsync("review"), "/beoordelen/", "/risicos");
        review["riskId"] = $"{await new RiskMaker(Installation).AddAsync(Guid.Parse(review["id"]))}";
        var adoption = await PlaceAsync(maker, await maker.MakeAsync("adoption"), "/vaststellen/", "/actieplan/vervallen/");
        adoption["itemId"] = $"{await maker.FirstActionAsync(Guid.Parse(adoption["id"]))}";
        var rated = await new RatingMaker(Installation).CaseAsync();
        var rating = await PlaceAsync(maker, rated, "/dubbel-beoordelen/{roundId:guid}/");
        rating["roundId"] = $"{await new RatingMaker(Installation).BeginAsync(rated)}";
        await using var db = database.Read();
        values["version"] = $"{await db.WorkflowDefinitions.Where(row => row.DefinitionId == "doorlichting").MaxAsync(row => row.DefinitionVersion)}";
    }

    private async Task<Dictionary<string, string>> PlaceAsync(CaseMaker maker, Guid caseId, params string[] parts)
    {
        var place = new Dictionary<string, string>(values) { ["id"] = $"{caseId}", ["stepId"] = $"{(await maker.FirstStepAsync(caseId))!.StepId}" };
        places.AddRange(parts.Select(part => (part, place)));
        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == caseId)).Name = Secret);
        return place;
    }
}
