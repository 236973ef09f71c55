using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes long work in every state, out of reach of the worker.</summary>
public sealed class JobMaker(Installation installation)
{
    /// <summary>Further ahead, the worker would take it for a clock that was set back.</summary>
    private static readonly DateTime NotLate = DateTime.UtcNow.AddHours(20);

    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();

    /// <summary>A job of a demo user, set as wanted.</summary>
    public async Task<Guid> AddAsync(string mailbox, JobState state, Action<JobRow>? set = null)
    {
        var id = Guid.CreateVersion7();
        var address = DemoUsers.AddressOf(mailbox);
        await database.WriteAsync(async db =>
        {
            var user = await db.Users.SingleAsync(row => row.Email == address);
            var now = DateTime.UtcNow;
            var job = new JobRow { Id = id, BodyId = user.BodyId, UserId = user.Id, Kind = "plan-workbook", State = state, MadeUtc = now, SeenUtc = NotLate, Version = Guid.NewGuid() };
            job.EndedUtc = state is JobState.Running ? null : now;
            set?.Invoke(job);
            db.Jobs.Add(job);
        });
        return id;
    }

    public async Task<JobRow> RowAsync(Guid id)
    {
        await using var db = database.Read();
        return await db.Jobs.SingleAsync(row => row.Id == id);
    }
}
