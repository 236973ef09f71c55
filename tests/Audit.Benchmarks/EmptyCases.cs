using Audit.Data.Database;
using Audit.Workflows.Engine;

namespace Audit.Benchmarks;

/// <summary>Cases without content, so that only the engine is measured.</summary>
internal static class EmptyCases
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public static Task<Content> AddContentAsync(AuditDatabase database) => database.WriteAsync(db =>
    {
        var content = new Content(Guid.CreateVersion7(), Guid.CreateVersion7());
        db.Bodies.Add(new BodyRow { Id = content.BodyId, Name = "Dienst Voorbeeld" });
        db.PublishedContents.Add(new() { Id = content.Id, Kind = "instrument", ContentId = "proef", ContentVersion = "1", Sha256 = "0", Json = "{}" });
        return Task.FromResult(content);
    });

    public static Task<Guid> AddAsync(AuditDatabase database, Content content, int tasks) => database.WriteAsync(db =>
    {
        var id = Guid.CreateVersion7();
        db.Assessments.Add(new() { Id = id, BodyId = content.BodyId, Name = "Onderzoek", InstrumentId = content.Id, ProfileId = content.Id, MeasuresId = content.Id, CreatedUtc = Now });
        db.PublicTasks.AddRange(Enumerable.Range(1, tasks).Select(i => new PublicTaskRow { Id = Guid.CreateVersion7(), AssessmentId = id, Key = $"t{i}", Name = $"Taak {i}", Position = i }));
        return Task.FromResult(id);
    });

    public sealed record Content(Guid BodyId, Guid Id);

    /// <summary>Does nothing, so that only the engine is measured.</summary>
    public sealed class Idle(string type) : IAutomaticActivity
    {
        public string Type => type;

        public Task RunAsync(ActivityContext context, CancellationToken cancellation) => Task.CompletedTask;
    }
}
