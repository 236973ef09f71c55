using Audit.Core.Instruments;
using Audit.Core.Scoring;

namespace Audit.Core.Tests.Scoring;

public sealed class RiskMatrixTests
{
    private static readonly RiskClass[][] Default =
    [
        [RiskClass.Low, RiskClass.Low, RiskClass.Low, RiskClass.Medium],
        [RiskClass.Low, RiskClass.Low, RiskClass.Medium, RiskClass.High],
        [RiskClass.Low, RiskClass.Medium, RiskClass.High, RiskClass.Critical],
        [RiskClass.Medium, RiskClass.High, RiskClass.Critical, RiskClass.Critical],
    ];

    [Fact]
    public void Problems_Default_AreNone() => Assert.Empty(RiskMatrix.Problems(Default));

    [Theory]
    [InlineData(3, 1, RiskClass.Low)]
    [InlineData(1, 3, RiskClass.Low)]
    [InlineData(0, 3, RiskClass.Critical)]
    [InlineData(3, 0, RiskClass.Critical)]
    [InlineData(2, 1, RiskClass.Critical)]
    public void Problems_OneCellWrong_AreReported(int row, int column, RiskClass wrong)
    {
        var matrix = Default.Select(line => line.ToArray()).ToArray();
        matrix[row][column] = wrong;

        Assert.NotEmpty(RiskMatrix.Problems(matrix));
        Assert.Throws<ArgumentException>(() => new RiskMatrix(matrix));
    }

    [Fact]
    public void ClassOf_EveryCell_IsTheCellOfTheTable()
    {
        var matrix = new RiskMatrix(Default);
        for (var likelihood = 1; likelihood <= RiskMatrix.Size; likelihood++)
        {
            for (var severity = 1; severity <= RiskMatrix.Size; severity++)
            {
                Assert.Equal(Default[likelihood - 1][severity - 1], matrix.ClassOf(likelihood, severity));
            }
        }
    }
}
