using Audit.Core.Actions;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Mail;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;

namespace Audit.Integration.Tests.Mail;

/// <summary>An adopted case with a plan and members, in the database of a post office.</summary>
public sealed class FollowedCase
{
    public const string Title = "Steekproef op besluiten van risicoklasse kritiek";

    private readonly PostOffice office;
    private readonly ContentStore contents = new();
    private readonly EmbeddedEngine engine;

    private FollowedCase(PostOffice office)
    {
        this.office = office;
        engine = new([new Notify()], new CaseEvents());
    }

    public Guid Id { get; } = Guid.CreateVersion7();

    public Guid PlanId { get; } = Guid.CreateVersion7();

    public Guid Manager { get; private set; }

    public Guid Coach { get; private set; }

    public Guid Owner { get; private set; }

    public IWorkflowEngine Engine => engine;

    public ContentStore Contents => contents;

    public static async Task<FollowedCase> MakeAsync(PostOffice office)
    {
        var made = new FollowedCase(office);
        await office.Database.WriteAsync(made.WriteAsync);
        return made;
    }

    /// <summary>A round of reminders, as each node has one.</summary>
    public DigestRound Round(AuditDatabase? node = null, bool isOn = true) =>
        new(node ?? office.Database, new(contents), isOn ? PostOffice.Settings(25) : PostOffice.Settings(25, ("Host", "")));

    /// <summary>Adds an action; without more it is one of the owner and runs until far away.</summary>
    public async Task<Guid> AddActionAsync(Action<PlannedMeasureRow>? set = null)
    {
        var id = Guid.CreateVersion7();
        await office.Database.WriteAsync(async db =>
        {
            var row = new PlannedMeasureRow
            {
                Id = id,
                PlanId = PlanId,
                TaskKey = "taak",
                Position = await db.PlannedMeasures.CountAsync(),
                Because = string.Empty,
                Title = Title,
                OwnerId = Owner,
                Status = (int)ActionStatus.Running,
                ChangedUtc = office.Time.NowUtc,
                Version = Guid.NewGuid(),
            };
            set?.Invoke(row);
            db.PlannedMeasures.Add(row);
        });
        return id;
    }

    public Task SetAsync(Guid actionId, Action<PlannedMeasureRow> set) => office.Database.WriteAsync(async db => set(await db.PlannedMeasures.SingleAsync(row => row.Id == actionId)));

    public Task ChangeAsync(Func<AuditContext, Task> change) => office.Database.WriteAsync(change);

    /// <summary>Reports a suspicion, as the owner does.</summary>
    public async Task<Guid> ReportAsync(string text, Guid? recipient = null)
    {
        var id = Guid.CreateVersion7();
        await office.Database.WriteAsync(async db =>
        {
            await PublishAsync(db, "vermoeden.json");
            var row = await db.Assessments.SingleAsync(known => known.Id == Id);
            var (_, refusal) = await new Suspicions(engine).ReportAsync(db, (row, id), new(text, string.Empty, recipient), new(Owner, "Ot Eigenaar", office.Time.NowUtc));
            if (refusal is not null)
            {
                throw new InvalidOperationException(refusal);
            }
        });
        return id;
    }

    /// <summary>Begins the monthly rounds along the actions; their first step waits for the manager.</summary>
    public Task FollowUpAsync() => office.Database.WriteAsync(async db =>
    {
        await PublishAsync(db, "actieopvolging.json");
        await engine.StartAsync(db, new(Processes.FollowUp, Id, Coach), office.Time.NowUtc);
    });

    /// <summary>Lets the deadlines of steps up to this moment do what they do.</summary>
    public Task FireAsync() => new WorkflowRunner(office.Database, engine).FireDueTimersAsync(office.Time.NowUtc);

    public async Task<IReadOnlyList<MailRow>> MailsAsync()
    {
        await using var db = office.Database.Read();
        return await db.Mails.OrderBy(row => row.Recipient).ThenBy(row => row.MadeUtc).ToListAsync();
    }

    public Guid AddPerson(AuditContext db, string mailbox, string name, string? role)
    {
        var address = $"{mailbox}@voorbeeld.example";
        var user = new UserRow { Id = Guid.CreateVersion7(), BodyId = office.BodyId, DisplayName = name, UserName = address, Email = address, NormalizedEmail = address.ToUpperInvariant(), NormalizedUserName = address.ToUpperInvariant() };
        db.Users.Add(user);
        if (role is not null)
        {
            db.Members.Add(new() { AssessmentId = Id, UserId = user.Id, Role = role });
        }

        return user.Id;
    }

    private static async Task PublishAsync(AuditContext db, string file)
    {
        var path = RepositoryFiles.PathTo("workflows", file);
        await new EmbeddedEngine([new Notify()], new CaseEvents()).PublishAsync(db, new(path, DefinitionFile.Load(path).Definition!), new(PostOffice.Start, null));
    }

    private async Task WriteAsync(AuditContext db)
    {
        var content = await ContentStore.PublishAsync(db, ExampleFiles.Duo().Instruments.First());
        db.Assessments.Add(new()
        {
            Id = Id,
            BodyId = office.BodyId,
            Name = "Controle; toeslagen, 2026",
            InstrumentId = content,
            ProfileId = content,
            MeasuresId = content,
            AdoptedUtc = PostOffice.Start,
            Status = AssessmentStatus.Adopted,
            CreatedUtc = PostOffice.Start,
        });
        db.PublicTasks.Add(new() { Id = Guid.CreateVersion7(), AssessmentId = Id, Key = "taak", Name = "Geheime taaknaam", Position = 1 });
        db.Plans.Add(new() { Id = PlanId, AssessmentId = Id, Sequence = 1, GeneratedUtc = PostOffice.Start });
        Manager = AddPerson(db, "manager", "Mia Manager", Roles.Manager);
        Coach = AddPerson(db, "begeleider", "Bo Begeleider", Roles.Coach);
        Owner = AddPerson(db, "eigenaar", "Ot Eigenaar", Roles.Assessor);
    }
}
