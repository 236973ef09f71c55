using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>What is wrong with a row of a matrix.</summary>
/// <param name="Likelihood">Likelihood level of the row, 1 to 4.</param>
/// <param name="Message">What is wrong.</param>
public readonly record struct MatrixProblem(int Likelihood, Sentence Message);

/// <summary>Table from likelihood and severity to class, checked to be consistent.</summary>
/// <remarks>The consistency conditions are those of L.A. Cox, <i>What's Wrong with Risk Matrices?</i>, Risk Analysis 28(2), 2008.</remarks>
public sealed class RiskMatrix
{
    /// <summary>Number of likelihood levels and of severity levels.</summary>
    public const int Size = 4;

    private readonly RiskClass[] cells;

    /// <summary>A matrix from its rows (likelihood 1 to 4) and columns (severity 1 to 4).</summary>
    /// <exception cref="ArgumentException">The rows do not satisfy <see cref="Problems"/>.</exception>
    public RiskMatrix(IReadOnlyList<IReadOnlyList<RiskClass>> rows)
    {
        var problems = Problems(rows);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", problems.Select(problem => problem.Message)), nameof(rows));
        }

        cells = [.. rows.SelectMany(row => row)];
    }

    /// <summary>The class of a likelihood level and a severity level, both 1 to 4.</summary>
    public RiskClass ClassOf(int likelihood, int severity) => cells[((likelihood - 1) * Size) + severity - 1];

    /// <summary>What is wrong with a table; empty when it may be used.</summary>
    public static IReadOnlyList<MatrixProblem> Problems(IReadOnlyList<IReadOnlyList<RiskClass>> rows)
    {
        if (rows.Count != Size || rows.Any(row => row.Count != Size))
        {
            return [new(1, Sentence.Of($"de matrix moet 4 rijen van 4 klassen hebben"))];
        }

        var problems = new List<MatrixProblem>();
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j < Size; j++)
            {
                Check(rows, i, j, problems);
            }
        }

        return problems;
    }

    private static void Check(IReadOnlyList<IReadOnlyList<RiskClass>> rows, int i, int j, List<MatrixProblem> problems)
    {
        var here = rows[i][j];
        if (here == RiskClass.Critical && (i == 0 || j == 0))
        {
            problems.Add(new(i + 1, Sentence.Of($"critical mag niet in de laagste rij of de eerste kolom staan (kans {i + 1}, ernst {j + 1})")));
        }

        foreach (var (row, column) in new[] { (i + 1, j), (i, j + 1) })
        {
            if (row == Size || column == Size)
            {
                continue;
            }

            var next = rows[row][column];
            if (next < here)
            {
                problems.Add(new(i + 1, row > i
                    ? Sentence.Of($"de klasse daalt terwijl de kans stijgt (na kans {i + 1}, ernst {j + 1})")
                    : Sentence.Of($"de klasse daalt terwijl de ernst stijgt (na kans {i + 1}, ernst {j + 1})")));
            }

            if (here == RiskClass.Low && next == RiskClass.Critical)
            {
                problems.Add(new(i + 1, Sentence.Of($"een cel critical grenst aan een cel low (kans {i + 1}, ernst {j + 1})")));
            }
        }
    }
}
