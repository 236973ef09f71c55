using Audit.Data.Database;
using Audit.Data.Database.Chain;
using Audit.Data.Templates;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>By what a case is judged is fixed when it begins, and a change behind the back of the program is seen.</summary>
public sealed class CriteriaTests(DemoDatabase demo) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Criteria_are_fixed_before_the_first_answer_and_still_hold()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await using var db = world.Database.Read();
        foreach (var id in await db.Assessments.Select(row => row.Id).ToListAsync())
        {
            var stamp = (await Criteria.StampAsync(db, await world.CaseAsync(id)))!;
            Assert.True(stamp is { Holds: true, IsFirst: true }, $"{stamp.Fixed}\n{stamp.Now}");
            var (fixedAt, answeredAt) = (
                await db.Trail.Where(row => row.AssessmentId == id && row.Event == Criteria.Event).MinAsync(row => row.Sequence),
                await db.Trail.Where(row => row.AssessmentId == id && row.Event == "answer.saved").MinAsync(row => row.Sequence));
            Assert.True(answeredAt is null || fixedAt < answeredAt);
        }
    }

    [Fact]
    public async Task Moving_to_another_question_set_fixes_them_anew_with_the_reason()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));
        Assert.Null(await world.MoveAsync(world.RunningId, "9000"));
        await using var db = world.Database.Read();
        var stamp = (await Criteria.StampAsync(db, await world.CaseAsync(world.RunningId)))!;
        Assert.True(stamp is { Holds: true, IsFirst: false });
        Assert.Contains(" 9000 (sha256 ", stamp.Fixed, StringComparison.Ordinal);
        Assert.Equal("proef", await db.Trail.Where(row => row.Event == Criteria.Event && row.AssessmentId == world.RunningId).OrderByDescending(row => row.Id).Select(row => row.Reason).FirstAsync());
    }

    [Fact]
    public async Task Case_of_an_earlier_version_of_the_program_never_claims_to_be_fixed_before_the_first_answer()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.PublishAsync(world.Upload("9000"));
        await world.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Trail SET AssessmentId = NULL WHERE Event = 'criteria.fixed' AND AssessmentId = {0}", world.RunningId));
        await using (var db = world.Database.Read())
        {
            Assert.Null(await Criteria.StampAsync(db, await world.CaseAsync(world.RunningId)));
        }

        Assert.Null(await world.MoveAsync(world.RunningId, "9000"));
        await using (var db = world.Database.Read())
        {
            Assert.True((await Criteria.StampAsync(db, await world.CaseAsync(world.RunningId)))! is { Holds: true, IsFirst: false });
        }
    }

    [Fact]
    public async Task Stamp_of_which_the_content_was_erased_is_no_proof_of_either()
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.Database.WriteAsync(db => TrailErasure.RunAsync(db, db.Trail.Where(row => row.AssessmentId == world.RunningId), world.Admin.NowUtc, CancellationToken.None));
        await using var db = world.Database.Read();
        Assert.True((await Criteria.StampAsync(db, await world.CaseAsync(world.RunningId)))! is { Fixed: null, Holds: true });
    }

    [Theory]
    [InlineData("UPDATE Assessments SET TargetClass = TargetClass + 1 WHERE Id = {0}")]
    [InlineData("UPDATE Assessments SET ReferenceDate = '2001-01-01' WHERE Id = {0}")]
    [InlineData("UPDATE PublishedContents SET Json = replace(Json, '\"version\":', '\"version\": ') || ' ' WHERE Kind = 'profile' AND {0} = {0}", true)]
    [InlineData("UPDATE PublishedContents SET Json = replace(Json, '0.5', '0.4') WHERE Kind = 'profile' AND {0} = {0}")]
    public async Task Change_behind_the_back_is_seen_and_nothing_is_scored(string change, bool isHarmless = false)
    {
        using var world = await InstrumentWorld.OpenAsync(demo);
        await world.Database.WriteAsync(db => db.Database.ExecuteSqlRawAsync(change, world.RunningId));
        await world.Database.WriteAsync(async db =>
        {
            // What is kept in memory is read again, as after a restart.
            var current = (await Case.FindAsync(db, new ContentStore(), world.RunningId))!;
            Assert.Equal(isHarmless, (await Criteria.StampAsync(db, current))!.Holds);
            if (!isHarmless)
            {
                await Assert.ThrowsAsync<ActivityFailedException>(() => ScoreRecorder.AddAsync(db, current, current.Score(world.Admin.NowUtc, current.Tasks[0].Key), (null, world.Admin.NowUtc)));
                Assert.Empty(db.ChangeTracker.Entries<ScoreRow>());
            }
        });
    }
}
