using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes cases that were withdrawn.</summary>
public sealed class LifeMaker(Installation installation, CaseMaker maker)
{
    public const string Reason = "De taak is overgegaan naar een andere organisatie.";

    public async Task<Guid> WithdrawnAsync()
    {
        var id = await maker.MakeAsync("regulation");
        var coach = await maker.UserAsync(Roles.Coach);
        var life = installation.Site.Services.GetRequiredService<CaseLife>();
        await installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies().WriteAsync(db => life.WithdrawAsync(db, id, Reason, new(coach, "Bas Begeleider", DateTime.UtcNow)));
        return id;
    }
}
