using System.Text.Json.Nodes;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Administration;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>The demo data with an administrator, and versions of the instrument made from the newest one.</summary>
internal sealed class InstrumentWorld : IDisposable
{
    private readonly ContentStore contents = new();
    private readonly JsonObject newest;

    private InstrumentWorld(AuditDatabase database)
    {
        Database = database;
        Library = new(new TemplateFolder(RepositoryFiles.Root), contents);
        Drafts = new(Library);
        Effects = new(contents);
        Moves = new(Effects, Library);
        newest = JsonNode.Parse(Library.Shipped().Instruments.Where(template => template.Value.Id == InstrumentLibrary.InstrumentId).MaxBy(template => template.Value.Version, VersionOrder.Instance)!.Json)!.AsObject();
    }

    public AuditDatabase Database { get; }

    public InstrumentLibrary Library { get; }

    public InstrumentDrafts Drafts { get; }

    public InstrumentEffects Effects { get; }

    public InstrumentMoves Moves { get; }

    public Actor Admin { get; private set; } = null!;

    public Guid BodyId { get; private set; }

    /// <summary>The case that is under way.</summary>
    public Guid RunningId { get; private set; }

    /// <summary>The case that is finished.</summary>
    public Guid FinishedId { get; private set; }

    public string ShippedVersion => (string)newest["version"]!;

    public static async Task<InstrumentWorld> OpenAsync(DemoDatabase demo)
    {
        var world = new InstrumentWorld(DemoDatabase.Open(demo.NewCopy()));
        await using var db = world.Database.Read();
        var admin = await db.Users.SingleAsync(user => user.Email!.StartsWith("beheerder"));
        (world.Admin, world.BodyId) = (new(admin.Id, admin.DisplayName, DateTime.UtcNow), admin.BodyId);
        world.RunningId = await db.Assessments.Where(row => row.Name.EndsWith("lopend onderzoek")).Select(row => row.Id).SingleAsync();
        world.FinishedId = await db.Assessments.Where(row => row.Name.EndsWith("vastgesteld en uitgevoerd")).Select(row => row.Id).SingleAsync();
        return world;
    }

    /// <summary>A new version as it is uploaded.</summary>
    /// <param name="version">Its number.</param>
    /// <param name="change">What else is different; null = nothing.</param>
    /// <param name="measures">Title of the first of its own measures; null = those that come with the program.</param>
    public UploadedInstrument Upload(string version, Action<JsonObject>? change = null, string? measures = null)
    {
        var file = newest.DeepClone().AsObject();
        file["version"] = version;
        change?.Invoke(file);
        return new(UploadedTree.Read("vragenset.json", file.ToJsonString()), measures is null ? null : UploadedTree.Read("maatregelen.json", MeasuresWith(measures)), []);
    }

    /// <summary>Uploads and publishes a version.</summary>
    public async Task<PublishAdvice> PublishAsync(UploadedInstrument upload)
    {
        var (draft, problems) = Drafts.Read(BodyId, upload, Admin);
        Assert.Empty(problems);
        return await Database.WriteAsync(async db =>
        {
            db.InstrumentDrafts.Add(draft!);
            await db.SaveChangesAsync();
            return await Drafts.PublishAsync(db, draft!, Admin);
        });
    }

    /// <summary>Moves a case as it is now.</summary>
    public async Task<string?> MoveAsync(Guid caseId, string version, Guid? bodyId = null, Guid? seen = null)
    {
        var state = seen ?? await StateAsync(caseId, version);
        return await Database.WriteAsync(async db =>
        {
            var target = InstrumentLibrary.Find(await Library.VersionsAsync(db), InstrumentLibrary.InstrumentId, version)!;
            return await Moves.MoveAsync(db, bodyId ?? BodyId, new(caseId, state, target, "proef"), Admin);
        });
    }

    /// <summary>What a version would mean for a case.</summary>
    public async Task<CaseOnVersion> EffectAsync(Guid caseId, string version)
    {
        await using var db = Database.Read();
        var target = InstrumentLibrary.Find(await Library.VersionsAsync(db), InstrumentLibrary.InstrumentId, version)!;
        return (await Effects.OfAsync(db, db.Assessments.Where(row => row.Id == caseId), target.Template, Admin.NowUtc)).Single();
    }

    public async Task<AssessmentRow> RowAsync(Guid caseId)
    {
        await using var db = Database.Read();
        return await db.Assessments.SingleAsync(row => row.Id == caseId);
    }

    public async Task<Case> CaseAsync(Guid caseId)
    {
        await using var db = Database.Read();
        return (await Case.FindAsync(db, contents, caseId))!;
    }

    public void Dispose() => Database.Dispose();

    private async Task<Guid> StateAsync(Guid caseId, string version) => (await EffectAsync(caseId, version)).State;

    private string MeasuresWith(string title)
    {
        var merged = JsonNode.Parse(ContentStore.Merge(Library.Shipped().Catalogues, InstrumentLibrary.InstrumentId).Json)!;
        merged["measures"]![0]!["title"] = new JsonObject { ["nl"] = title };
        return merged.ToJsonString();
    }
}
