using Audit.Core.Actions.Merge;

namespace Audit.Core.Tests.Actions.Merge;

public sealed class NearDuplicatesTests
{
    [Theory]
    [InlineData("Vierogenprincipe invoeren", "vier-ogenprincipe  invoeren.", true)]
    [InlineData("Vierogenprincipe invoeren", "Vierogenprinciepe invoern", true)]
    [InlineData("Coördinatie", "Coordinatie", true)]
    [InlineData("Controle 2026", "Controle 2027", false)]
    [InlineData("Training", "Training voor nieuwe medewerkers", false)]
    [InlineData("Toets A", "Toets B", false)]
    [InlineData("Werkinstructie vaststellen", "Selectie laten onderzoeken", false)]
    [InlineData("", "", true)]
    [InlineData("👩 plan", "plan 👩", false)]
    public void Resemble_Titles_AsAReaderWould(string one, string other, bool expected)
    {
        Assert.Equal(expected, NearDuplicates.Resemble(one, other));
        Assert.Equal(expected, NearDuplicates.Resemble(other, one));
    }

    /// <summary>The band gives what the whole table of Levenshtein gives.</summary>
    [Fact]
    public void Resemble_RandomTitles_AgreesWithTheWholeTable()
    {
        var random = new Random(20261122);
        for (var i = 0; i < 5_000; i++)
        {
            var one = Letters(random, 8 + random.Next(30));
            var other = string.Concat(one.Select(letter => random.Next(12) == 0 ? "" : random.Next(12) == 0 ? $"{letter}X" : $"{letter}"));
            var expected = one == other || (other.Length >= 8 && Distance(one, other) <= Math.Max(2, Math.Max(one.Length, other.Length) / 10));
            Assert.True(expected == NearDuplicates.Resemble(one, other), $"{one} and {other}, distance {Distance(one, other)}");
        }
    }

    private static string Letters(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('A' + random.Next(4))));

    private static int Distance(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i
                    : Math.Min(table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1), 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
            }
        }

        return table[one.Length, other.Length];
    }
}
