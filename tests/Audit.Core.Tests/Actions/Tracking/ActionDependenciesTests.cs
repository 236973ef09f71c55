using Audit.Core.Actions.Tracking;

namespace Audit.Core.Tests.Actions.Tracking;

public sealed class ActionDependenciesTests
{
    private const int Actions = 7;

    [Fact]
    public void WouldCircle_OnItself_IsTrue() => Assert.True(new ActionDependencies([]).WouldCircle(new(Id(1), Id(1))));

    [Fact]
    public void WouldCircle_AlongOthers_IsTrue()
    {
        var dependencies = new ActionDependencies([new(Id(1), Id(2)), new(Id(2), Id(3)), new(Id(3), Id(4))]);
        Assert.True(dependencies.WouldCircle(new(Id(4), Id(1))));
        Assert.False(dependencies.WouldCircle(new(Id(1), Id(4))));
        Assert.False(dependencies.WouldCircle(new(Id(5), Id(1))));
    }

    [Fact]
    public void WouldCircle_InACircleThatIsThere_Ends() =>
        Assert.False(new ActionDependencies([new(Id(1), Id(2)), new(Id(2), Id(1))]).WouldCircle(new(Id(3), Id(1))));

    /// <summary>Against the definition: the closure of the relation, made by squaring a matrix.</summary>
    [Fact]
    public void WouldCircle_AnyGraph_AgreesWithTheClosure()
    {
        var random = new Random(20260630);
        for (var run = 0; run < 500; run++)
        {
            var edges = Enumerable.Range(0, random.Next(0, 12)).Select(_ => (From: random.Next(Actions), To: random.Next(Actions))).ToList();
            var added = (From: random.Next(Actions), To: random.Next(Actions));
            var reach = ClosureOf(edges);
            var would = new ActionDependencies(edges.Select(edge => new ActionDependency(Id(edge.From), Id(edge.To)))).WouldCircle(new(Id(added.From), Id(added.To)));
            Assert.Equal(added.From == added.To || reach[added.To, added.From], would);
        }
    }

    private static bool[,] ClosureOf(List<(int From, int To)> edges)
    {
        var reach = new bool[Actions, Actions];
        edges.ForEach(edge => reach[edge.From, edge.To] = true);
        for (var over = 0; over < Actions; over++)
        {
            for (var from = 0; from < Actions; from++)
            {
                for (var to = 0; to < Actions; to++)
                {
                    reach[from, to] |= reach[from, over] && reach[over, to];
                }
            }
        }

        return reach;
    }

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
