using System.Text.Json.Nodes;
using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>Moving running cases to another version: what is kept, and when it is refused.</summary>
public sealed class InstrumentMovesTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Move_ThereAndBack_KeepsEveryAnswerAndCountsThemAgain()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        var before = await world.CaseAsync(world.RunningId);
        var gone = before.Answers.Tasks[0].Answers.Keys.First(id => before.Instrument.Value.AllQuestions.All(question => question.When?.Questions.Contains(id) != true) && before.Instrument.Value.Gates.All(gate => !gate.When.Questions.Contains(id)) && before.Instrument.Value.Register.Fills.All(fill => fill.QuestionId != id));
        await world.PublishAsync(world.Upload("9000", file => Remove(file, gone)));
        var stored = await AnswersAsync(world);

        Assert.Equal(gone, Assert.Single((await world.EffectAsync(world.RunningId, "9000")).Effect.SetAside).QuestionId);
        Assert.Null(await world.MoveAsync(world.RunningId, "9000"));
        var moved = await world.CaseAsync(world.RunningId);
        Assert.Equal("9000", moved.Instrument.Value.Version);
        Assert.DoesNotContain(gone, moved.Answers.Tasks[0].Answers.Keys);
        Assert.Equal(stored, await AnswersAsync(world));

        Assert.Equal(1, (await world.EffectAsync(world.RunningId, world.ShippedVersion)).Effect.Restored);
        Assert.Null(await world.MoveAsync(world.RunningId, world.ShippedVersion));
        var back = await world.CaseAsync(world.RunningId);
        Assert.Equal(before.Answers.Tasks[0].Answers, back.Answers.Tasks[0].Answers);
        Assert.Equal(before.Row.InstrumentId, back.Row.InstrumentId);
        Assert.Equal(before.Row.MeasuresId, back.Row.MeasuresId);
        Assert.NotEqual(before.Row.Version, back.Row.Version);
    }

    [Fact]
    public async Task Move_VersionWithItsOwnMeasures_TakesThemAndRecordsWhy()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000", measures: "Eigen"));

        Assert.Null(await world.MoveAsync(world.RunningId, "9000"));
        Assert.Equal("Eigen", (await world.CaseAsync(world.RunningId)).Measures.Value.Measures[0].Title.Nl);
        await using var db = world.Database.Read();
        var record = await db.Trail.SingleAsync(row => row.Event == "case.instrument-moved");
        Assert.Equal((world.RunningId, world.ShippedVersion, "9000", "proef", world.Admin.UserId), (record.AssessmentId, record.Before, record.After, record.Reason, record.UserId));
    }

    [Fact]
    public async Task Move_FinishedCaseOrOneOfAnotherBody_IsRefused()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));

        Assert.NotNull(await world.MoveAsync(world.FinishedId, "9000"));
        Assert.NotNull(await world.MoveAsync(world.RunningId, "9000", bodyId: Guid.CreateVersion7()));
        Assert.Equal(world.ShippedVersion, (await world.CaseAsync(world.FinishedId)).Instrument.Value.Version);
        Assert.Equal(world.ShippedVersion, (await world.CaseAsync(world.RunningId)).Instrument.Value.Version);
    }

    [Fact]
    public async Task Move_AfterAnAnswerChanged_IsRefusedUntilItIsSeenAgain()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));
        var seen = (await world.EffectAsync(world.RunningId, "9000")).State;
        await world.Database.WriteAsync(async db => (await db.Answers.FirstAsync(row => row.AssessmentId == world.RunningId)).Version = Guid.NewGuid());

        Assert.Contains("intussen gewijzigd", await world.MoveAsync(world.RunningId, "9000", seen: seen), StringComparison.Ordinal);
        Assert.Null(await world.MoveAsync(world.RunningId, "9000"));
        Assert.Contains("staat al op deze versie", await world.MoveAsync(world.RunningId, "9000", seen: seen), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "actieplan")]
    [InlineData(false, "besluit")]
    public async Task Move_WithAPlanOrADecision_IsRefused(bool isPlan, string reason)
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));
        await world.Database.WriteAsync(async db =>
        {
            await (isPlan
                ? db.AddAsync<object>(new PlanRow { Id = Guid.CreateVersion7(), AssessmentId = world.RunningId, Sequence = 1, GeneratedUtc = DateTime.UtcNow })
                : db.AddAsync<object>(new DecisionRow { Id = Guid.CreateVersion7(), AssessmentId = world.RunningId, TaskKey = string.Empty, StepKey = "review", Outcome = "SendBack", UserId = world.Admin.UserId!.Value, DecidedUtc = DateTime.UtcNow }));
        });

        Assert.Contains(reason, await world.MoveAsync(world.RunningId, "9000"), StringComparison.Ordinal);
        Assert.Equal(world.ShippedVersion, (await world.CaseAsync(world.RunningId)).Instrument.Value.Version);
    }

    private static void Remove(JsonObject file, string id)
    {
        foreach (var list in file["components"]!.AsArray().Select(part => part!["questions"]!.AsArray()).Append(file["severity"]!.AsArray()))
        {
            list.Where(question => (string?)question!["id"] == id).ToList().ForEach(question => list.Remove(question));
        }
    }

    private static async Task<IReadOnlyList<(Guid, string, Guid)>> AnswersAsync(InstrumentWorld world)
    {
        await using var db = world.Database.Read();
        var rows = await db.Answers.Where(row => row.AssessmentId == world.RunningId).OrderBy(row => row.Id).ToListAsync();
        return [.. rows.Select(row => (row.Id, row.Value, row.Version))];
    }
}
