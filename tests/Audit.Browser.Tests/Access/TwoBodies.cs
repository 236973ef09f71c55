using System.Security.Cryptography;
using System.Text;
using Audit.Browser.Tests.Cases;
using Audit.Browser.Tests.Site;
using Audit.Data.Database;
using Audit.Workflows.Seed;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Access;

/// <summary>An installation with two bodies: the demo body with a case in full swing, and another one with somebody in every role.</summary>
public sealed partial class TwoBodies : IAsyncLifetime
{
    /// <summary>Name of the case of the demo body; nobody else may read it.</summary>
    public const string Secret = "Alleen voor eigen ogen 4711";

    private const string TaskKey = "controle-uitwonendenbeurs";
    private const string Colleague = "collega@demo.example";
    private const string FormerMember = "oudlid@demo.example";

    /// <summary>A colleague who asks nothing, so that what is done to the account disturbs nobody.</summary>
    private const string Absent = "afwezig@demo.example";
    private const string Elsewhere = "elders.example";

    /// <summary>Body roles of the people of the other body, by mailbox; the same as in the demo body.</summary>
    private static readonly (string Mailbox, string Role)[] People =
    [
        ("teamlid", Roles.Assessor), ("begeleider", Roles.Coach), ("auditor", Roles.Auditor), ("manager", Roles.Manager),
        ("opdrachtgever", Roles.Sponsor), ("beheerder", Roles.Admin), ("coordinator", Roles.Coordinator), ("jurist", Roles.Jurist),
    ];

    private readonly Dictionary<string, string> values = new()
    {
        ["taskKey"] = TaskKey,
        ["part"] = "regulation",
        ["hulp/part"] = "policy",
        ["questionId"] = "R5",
        ["gateId"] = ReviewMaker.Gate,
        ["key"] = "nieuw",
        ["stage"] = "restrisico",
        ["role"] = Roles.Assessor,
        ["definitionId"] = "doorlichting",
        ["version"] = "2",
        ["instrumentId"] = "discriminatietoets",
        ["code"] = "404",
        ["secret"] = "geen",
    };

    private HttpClient http = null!;
    private AuditDatabase database = null!;
    private Guid bodyId;

    public TwoBodies() => Installation = new() { Site = Site };

    public AuditSite Site { get; } = new()
    {
        Settings = new Dictionary<string, string> { ["SignIn:AttemptsPerMinute"] = "1000", ["Jobs:AtOnce"] = "0" },
        Added = services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, PlantedFault>(),
    };

    /// <summary>What stands in for the ids in an address: all of the demo body, in one case.</summary>
    public IReadOnlyDictionary<string, string> Values => values;

    /// <summary>Fields of forms that name something; all of the demo body.</summary>
    public Dictionary<string, string> Fields { get; } = [];

    /// <summary>Who asks, by how the table calls them; the members of the case first.</summary>
    public Dictionary<string, Client> Members { get; } = [];

    /// <summary>Those of the other body.</summary>
    public Dictionary<string, Client> Strangers { get; } = [];

    public Client Anonymous { get; private set; } = null!;

    /// <summary>A colleague of the same body who is in no case.</summary>
    public Client NoMember { get; private set; } = null!;

    private Installation Installation { get; }

    public async ValueTask InitializeAsync()
    {
        await Task.Run(Site.Start);
        http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(Site.Address), Timeout = TimeSpan.FromMinutes(3) };
        database = Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
        await FillCaseAsync();
        await database.WriteAsync(AddPeopleAsync);
        await database.WriteAsync(AddRowsAsync);
        foreach (var (mailbox, _) in People)
        {
            Members[mailbox] = await Client.SignedInAsync(http, DemoUsers.AddressOf(mailbox));
            Strangers[mailbox] = await Client.SignedInAsync(http, $"{mailbox}@{Elsewhere}");
        }

        Anonymous = await Client.AnonymousAsync(http);
        NoMember = await Client.SignedInAsync(http, Colleague);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Site.DisposeAsync();
    }

    /// <summary>Hash of every row of the demo body, and of what is common to all bodies, by table.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync()
    {
        await using var db = database.Read();
        await using var connection = new SqliteConnection(Site.Database.Connection);
        await connection.OpenAsync();
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in db.Model.GetEntityTypes())
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{entity.GetTableName()}\" WHERE {OfDemoBody(entity)} ORDER BY 1, 2, 3";
            command.Parameters.AddWithValue("$body", bodyId.ToString().ToUpperInvariant());
            rows[entity.GetTableName()!] = await HashAsync(command);
        }

        return rows;
    }

    private static string OfDemoBody(IReadOnlyEntityType entity) => entity.ClrType.IsAssignableTo(typeof(IBodyOwned)) ? "\"BodyId\" = $body"
        : entity.FindProperty("UserId") is not null ? "\"UserId\" IN (SELECT \"Id\" FROM \"Users\" WHERE \"BodyId\" = $body)"
        : "$body = $body";

    private static async Task<string> HashAsync(SqliteCommand command)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var reader = await command.ExecuteReaderAsync();
        var count = 0;
        for (; await reader.ReadAsync(); count++)
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                hash.AppendData(reader.GetValue(column) as byte[] ?? Encoding.UTF8.GetBytes($"{reader.GetValue(column)}|"));
            }
        }

        return $"{count} {Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private async Task FillCaseAsync()
    {
        var maker = new CaseMaker(Installation);
        var id = await maker.SeededAsync("acties over tijd");
        values["id"] = values["userCase"] = $"{id}";
        values["stepId"] = $"{(await maker.FirstStepAsync(id))!.StepId}";
        values["rij"] = $"{await maker.FirstActionAsync(id)}";
        values["reviewItemId"] = $"{await new ReviewMaker(Installation).AddAsync(id, new(TaskKey, ReviewItemKind.Finding, "Klopt dit?"))}";
        values["itemId"] = $"{await maker.PlanAsync(id, "Welke kenmerken gebruikt het profiel?")}";
        values["riskId"] = $"{await new RiskMaker(Installation).AddAsync(id)}";
        values["owner"] = await new WorkbookMaker(Installation).OwnerAsync(id);
        values["instrumentVersion"] = ChangedInstrument.Content.Instrument.Value.Version;
        values["jobId"] = $"{await new JobMaker(Installation).AddAsync("begeleider", JobState.Done, job => job.AssessmentId = id)}";
        Fields["mail"] = $"{await new MailMaker(Installation).MailsAsync()}";
        await database.WriteAsync(async db => (await db.Assessments.AsTracking().SingleAsync(row => row.Id == id)).Name = Secret);
        await MakePlacesAsync(maker);
        foreach (var field in new[] { ("stap", "stepId"), ("rij", "rij"), ("nummer", "rij"), ("actie", "rij") })
        {
            Fields[field.Item1] = values[field.Item2];
        }

        foreach (var made in new[] { "inzending", "gezien", "versie" })
        {
            Fields[made] = Client.OwnId;
        }
    }

    private async Task AddPeopleAsync(AuditContext db)
    {
        var hasher = new PasswordHasher<UserRow>(Microsoft.Extensions.Options.Options.Create(new PasswordHasherOptions { IterationCount = 1000 }));
        var other = new BodyRow { Id = Guid.CreateVersion7(), Name = "Gemeente Elders (fictief)" };
        db.Bodies.Add(other);
        bodyId = await db.Users.Where(row => row.Email == DemoUsers.AddressOf("teamlid")).Select(row => row.BodyId).SingleAsync();
        foreach (var (mailbox, role) in People)
        {
            Add(db, hasher, other.Id, $"{mailbox}@{Elsewhere}", role);
        }

        Add(db, hasher, bodyId, Colleague, Roles.Coach);
        var former = Add(db, hasher, bodyId, FormerMember, Roles.Assessor);
        db.Members.Add(new() { AssessmentId = Guid.Parse(values["id"]), UserId = former.Id, Role = Roles.Assessor });
        values["accountId"] = $"{Add(db, hasher, bodyId, Absent, Roles.Assessor).Id}";
        values["userId"] = Fields["wie"] = Fields["noem"] = $"{former.Id}";
    }

    private static UserRow Add(AuditContext db, PasswordHasher<UserRow> hasher, Guid bodyId, string address, string role)
    {
        var user = new UserRow
        {
            Id = Guid.CreateVersion7(),
            BodyId = bodyId,
            DisplayName = $"Iemand ({role})",
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = hasher.HashPassword(user, DemoUsers.Password);
        db.Users.Add(user);
        db.BodyRoles.Add(new() { BodyId = bodyId, UserId = user.Id, Role = role });
        return user;
    }

    /// <summary>Rows for the ids that no maker makes; what is in them does not matter, whose they are does.</summary>
    private async Task AddRowsAsync(AuditContext db)
    {
        var (id, now) = (Guid.Parse(values["id"]), DateTime.UtcNow);
        var auditor = await db.Users.SingleAsync(row => row.Email == DemoUsers.AddressOf("auditor"));
        var coach = await db.Users.SingleAsync(row => row.Email == DemoUsers.AddressOf("begeleider"));
        var current = await db.Assessments.SingleAsync(row => row.Id == id);
        var round = New("roundId", "ratingId", "suggestionId", "importId", "fileId", "draftId", "vermoedens/id");
        db.RatingRounds.Add(new() { Id = round["roundId"], AssessmentId = id, AuditorId = auditor.Id, Sequence = 1, Seed = 1, BegunUtc = now, RevealedUtc = now });
        db.Ratings.Add(new() { Id = round["ratingId"], RoundId = round["roundId"], TaskKey = TaskKey, QuestionId = "R5", Position = 1, Value = "present", TeamValue = "absent", RatedUtc = now });
        db.KeeperSuggestions.Add(new() { Id = round["suggestionId"], BodyId = bodyId, AssessmentId = id, InstrumentId = current.InstrumentId, QuestionId = "R5", Text = "Onduidelijk.", MadeById = auditor.Id, MadeUtc = now });
        db.Attachments.Add(new() { Id = round["fileId"], AssessmentId = id, TaskKey = TaskKey, QuestionId = "R5", FileName = "bewijs.txt", Kind = "txt", Bytes = 3, Sha256 = Convert.ToHexStringLower(SHA256.HashData("abc"u8)), UserId = coach.Id, MadeUtc = now });
        db.AttachmentContents.Add(new() { AttachmentId = round["fileId"], Content = [.. "abc"u8] });
        var plan = await db.Plans.Where(row => row.AssessmentId == id).OrderByDescending(row => row.Sequence).FirstAsync();
        var export = new WorkbookExportRow { Id = Guid.CreateVersion7(), AssessmentId = id, PlanId = plan.Id, BaseJson = "[]", UserId = coach.Id, ExportedUtc = now };
        db.WorkbookExports.Add(export);
        db.WorkbookImports.Add(new() { Id = round["importId"], ExportId = export.Id, AssessmentId = id, FileName = "plan.xlsx", ContentJson = "{}", Status = WorkbookImportStatus.SetAside, UserId = coach.Id, UploadedUtc = now });
        db.InstrumentDrafts.Add(new() { Id = round["draftId"], BodyId = bodyId, FileName = "vragen.yaml", InstrumentJson = (await db.PublishedContents.SingleAsync(row => row.Id == current.InstrumentId)).Json, UploadedById = coach.Id, UploadedUtc = now });
        var definition = await db.WorkflowDefinitions.OrderByDescending(row => row.DefinitionVersion).FirstAsync(row => row.DefinitionId == "doorlichting");
        db.WorkflowDrafts.Add(new() { Id = round["draftId"], BodyId = bodyId, FileName = "doorlichting.json", Json = definition.Json, UploadedById = coach.Id, UploadedUtc = now });
        var instance = new WorkflowInstanceRow { Id = Guid.CreateVersion7(), AssessmentId = id, WorkflowDefinitionId = await db.WorkflowDefinitions.Where(row => row.DefinitionId == "vermoeden").Select(row => row.Id).FirstAsync(), StartedUtc = now };
        db.WorkflowInstances.Add(instance);
        db.Suspicions.Add(new() { Id = round["vermoedens/id"], AssessmentId = id, InstanceId = instance.Id, ReporterId = coach.Id, TaskKey = TaskKey, Text = "Een vermoeden.", ReportedUtc = now });
    }

    private Dictionary<string, Guid> New(params string[] names)
    {
        var ids = names.ToDictionary(name => name, _ => Guid.CreateVersion7());
        foreach (var (name, id) in ids)
        {
            values[name] = $"{id}";
        }

        return ids;
    }
}
