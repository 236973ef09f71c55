using Audit.Data.Database;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Audit.Browser.Tests.Access;

/// <summary>Two addresses as a careless programmer could write them, which the check must find: one without the filter on the body, one that forgets to ask for membership.</summary>
internal sealed class PlantedFault : IStartupFilter
{
    public const string OverAllBodies = "doorlichtingen/{id:guid}/geplant/alle-organen";
    public const string OfOwnBody = "doorlichtingen/{id:guid}/geplant/eigen-orgaan";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.UseRouting();
        app.UseEndpoints(routes =>
        {
            routes.MapGet(OverAllBodies, (Guid id, AuditDatabase database) => NameAsync(id, database.OverAllBodies()));
            routes.MapGet(OfOwnBody, (Guid id, AuditDatabase database) => NameAsync(id, database));
        });
    };

    private static async Task<IResult> NameAsync(Guid id, AuditDatabase database)
    {
        await using var db = database.Read();
        return await db.Assessments.SingleOrDefaultAsync(row => row.Id == id) is { } found ? Results.Text(found.Name) : Results.NotFound();
    }
}
