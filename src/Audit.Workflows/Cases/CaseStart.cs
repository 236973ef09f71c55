using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Cases;

/// <summary>What a new case runs on.</summary>
public sealed record CaseContent(
    Template<Instrument> Instrument, Template<ScoringProfile> Profile, IReadOnlyList<Template<MeasureCatalogue>> Measures);

/// <summary>A person in a new case.</summary>
public sealed record CaseMember(Guid UserId, string Role);

/// <summary>A new case.</summary>
public sealed record NewCase(Guid BodyId, string Name, CaseContent Content)
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public IReadOnlyList<CaseMember> Members { get; init; } = [];

    public DateOnly? ReferenceDate { get; init; }

    public RiskClass Target { get; init; } = RiskClass.Medium;

    /// <summary>What the plan of a run without a screen is asked to reach; null = the target class.</summary>
    public PlanAim? Aim { get; init; }

    public string DefinitionId { get; init; } = "doorlichting";
}

/// <summary>Who acts, and when.</summary>
/// <param name="UserId">The person; null for the program itself.</param>
/// <param name="Name">Name as the trail and answers show it.</param>
/// <param name="NowUtc">The moment.</param>
public sealed record Actor(Guid? UserId, string Name, DateTime NowUtc);

/// <summary>Begins a case: its rows, its members and its process in one transaction.</summary>
public sealed class CaseStart(WorkflowRunner runner)
{
    /// <summary>Begins the case.</summary>
    /// <param name="input">The new case.</param>
    /// <param name="actor">Who begins it.</param>
    /// <param name="also">Further changes in the same transaction.</param>
    /// <returns>The reason in Dutch when it did not begin.</returns>
    public async Task<string?> StartAsync(NewCase input, Actor actor, DomainChange? also = null)
    {
        if (input.Members.GroupBy(member => member.UserId).Any(person => !Independence.Allows([.. person.Select(member => member.Role)])))
        {
            return Tr($"Wie invult of begeleidt, kan niet ook auditor of opdrachtgever zijn.");
        }

        var request = new StartRequest(input.DefinitionId, input.Id, actor.UserId);
        var result = await runner.StartAsync(
            request,
            actor.NowUtc,
            async db =>
            {
                if (await db.Assessments.IgnoreQueryFilters().AnyAsync(row => row.Id == input.Id))
                {
                    return Tr($"Dit formulier is al eens verstuurd. Controleer het en verstuur het opnieuw.");
                }

                await WriteAsync(db, input, actor);
                return also is null ? null : await also(db);
            });
        return result.Reason;
    }

    private static async Task WriteAsync(AuditContext db, NewCase input, Actor actor)
    {
        var row = new AssessmentRow
        {
            Id = input.Id,
            BodyId = input.BodyId,
            Name = input.Name,
            InstrumentId = await ContentStore.PublishAsync(db, input.Content.Instrument),
            ProfileId = await ContentStore.PublishAsync(db, input.Content.Profile),
            MeasuresId = await ContentStore.PublishAsync(db, input.Content.Measures, input.Content.Instrument.Value.Id),
            TargetClass = (int)input.Target,
            ReferenceDate = input.ReferenceDate,
            CreatedUtc = actor.NowUtc,
            Version = Guid.NewGuid(),
        };
        db.Assessments.Add(row);
        db.Members.AddRange(input.Members.Select(member => new MemberRow { AssessmentId = input.Id, UserId = member.UserId, Role = member.Role }));
        db.Trail.Add(new TrailRow
        {
            BodyId = input.BodyId,
            AssessmentId = input.Id,
            UserId = actor.UserId,
            AtUtc = actor.NowUtc,
            Event = "case.started",
            Subject = "case",
            After = input.Name,
        });
        await Criteria.FixAsync(db, row, actor);
        await db.SaveChangesAsync();
    }
}
