using Audit.Core.Outcomes;

namespace Audit.Core.Tests.Outcomes;

public sealed class ProportionTests
{
    [Theory]
    [InlineData(7, 25, 0.1428385, 0.4757661)]
    [InlineData(0, 10, 0.0, 0.2775328)]
    [InlineData(10, 10, 0.7224672, 1.0)]
    public void Wilson_KnownCounts_IsThePublishedInterval(int count, int total, double low, double high)
    {
        var interval = new Proportion(count, total).Wilson();

        Assert.Equal(low, interval.Low, 5e-8);
        Assert.Equal(high, interval.High, 5e-8);
    }

    [Fact]
    public void Wilson_EveryCount_HoldsTheShareAndNarrowsWithTheTotal()
    {
        for (var count = 0; count <= 20; count++)
        {
            var (small, large) = (new Proportion(count, 20), new Proportion(count * 10, 200));
            Assert.InRange(small.Share, small.Wilson().Low - 1e-12, small.Wilson().High + 1e-12);
            Assert.True(large.Wilson().Width < small.Wilson().Width);
        }
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(11, 10)]
    [InlineData(0, 0)]
    public void Proportion_NumbersThatDoNotGoTogether_AreRefused(int count, int total) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Proportion(count, total));

    [Theory]
    [InlineData(10, 20, true)]
    [InlineData(9, 200, false)]
    [InlineData(191, 200, false)]
    [InlineData(0, 200, false)]
    [InlineData(200, 200, false)]
    public void Shown_ToReaders_OnlyWhenNobodyCanBeRecognised(int count, int total, bool shown)
    {
        var cell = new Proportion(count, total);

        Assert.Equal(shown ? cell : null, CellSuppression.Shown(cell, CountAudience.Readers));
        Assert.Equal(cell, CellSuppression.Shown(cell, CountAudience.Makers));
    }

    [Fact]
    public void IsSafe_ZeroAndAll_AreUnsafeWhateverTheMinimum()
    {
        Assert.False(CellSuppression.IsSafe(new(0, 5), 1));
        Assert.False(CellSuppression.IsSafe(new(5, 5), 1));
        Assert.True(CellSuppression.IsSafe(new(1, 5), 1));
    }
}
