using Audit.Core.Risks;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>The risk register: what stands in it, and what was set aside.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentShelf shelf) : RiskPage(access, shelf)
{
    public RiskFilter Filter { get; private set; } = new();

    /// <summary>Risks of tasks that are examined, in the register.</summary>
    public IReadOnlyList<RegisteredRisk> Standing => [.. RiskRegister.Standing(All, View.Case)];

    public IReadOnlyList<RegisteredRisk> Shown => [.. Standing.Where(risk => Filter.Shows(risk, Scale, Today))];

    /// <summary>Risks of tasks that are no longer examined.</summary>
    public IReadOnlyList<RegisteredRisk> OfDroppedTasks => [.. All.Where(risk => !risk.IsOut && View.Case.Tasks.All(task => task.Key != risk.Row.TaskKey))];

    public IReadOnlyList<RegisteredRisk> TakenOut => [.. All.Where(risk => risk.IsOut)];

    /// <summary>How many there are and how far they are.</summary>
    public string Counts
    {
        get
        {
            var unjudged = Standing.Count(risk => risk.LevelOf(Data.Database.RiskStage.Residual) is null);
            var parts = new[]
            {
                Tr($"{RiskTexts.Count(Standing.Count)} in het register."),
                unjudged == 0 ? null : Tr($"Nog zonder oordeel over het restrisico: {unjudged}."),
                RiskTexts.Unended(Standing.Count(risk => risk.EndingOn(Today) == RiskEnding.None)),
            };
            return string.Join(' ', parts.OfType<string>());
        }
    }

    /// <summary>What the filter was set to, in words, for who reads it on paper.</summary>
    public string FilterWords => string.Join(", ", new[]
    {
        string.IsNullOrEmpty(Filter.Taak) ? null : Words.TaskName(Filter.Taak),
        string.IsNullOrEmpty(Filter.Onderdeel) ? null : Words.ComponentTitle(Filter.Onderdeel),
        Filter.Niveau is null or "" ? null : Filter.Niveau == RiskFilter.NotJudged ? Tr($"nog geen oordeel") : Tr($"niveau {RiskTexts.Level(Filter.Niveau)}"),
        Enum.TryParse<RiskEnding>(Filter.Stand, out var ending) && Enum.IsDefined(ending) ? RiskTexts.NameOf(ending).ToLowerInvariant() : null,
    }.OfType<string>());

    public async Task<IActionResult> OnGetAsync(Guid id, RiskFilter filter)
    {
        Filter = filter;
        return await LoadAsync(id) ? Page() : NotFound();
    }
}
