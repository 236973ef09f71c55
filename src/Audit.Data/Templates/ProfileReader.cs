using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes scoring profiles.</summary>
internal static class ProfileReader
{
    public static bool IsJudged(MapNode root) => root.Text("kind") == "judged";

    public static void Check(MapNode root, ProblemList problems)
    {
        if (IsJudged(root))
        {
            CheckJudged(root, problems);
            return;
        }

        CheckRising(NumbersOf(root.Map("evidence")), "evidence", root.Find("evidence"), problems);
        CheckRising([.. root.List("thresholds").OfType<ScalarNode>().Select(scalar => scalar.Value)], "thresholds", root.Find("thresholds"), problems);
        if (MatrixOf(root) is { } matrix)
        {
            foreach (var problem in RiskMatrix.Problems(matrix))
            {
                problems.Error(root.List("matrix").ElementAt(problem.Likelihood - 1).Line, problem.Message);
            }
        }
    }

    public static ScoringProfile Read(MapNode root)
    {
        var (id, version) = (root.Text("id")!, root.Text("version")!);
        if (IsJudged(root))
        {
            return new JudgedProfile(id, version, root.Words("levels"), [.. root.List("matrix").Select(WordsOf)]);
        }

        var robustness = root.Map("robustness")!;
        return new ComputedProfile(
            id,
            version,
            root.Number("kappa")!.Value,
            root.Number("lambda")!.Value,
            NumbersOf(root.Map("evidence")),
            [.. root.List("thresholds").OfType<ScalarNode>().Select(scalar => scalar.Value)],
            new RiskMatrix(MatrixOf(root)!),
            new((int)robustness.Number("draws")!.Value, (ulong)robustness.Number("seed")!.Value));
    }

    private static void CheckJudged(MapNode root, ProblemList problems)
    {
        var levels = root.Words("levels").ToHashSet();
        if (levels.Count < root.List("levels").Count())
        {
            problems.Error(root.Find("levels")!.Line, Sentence.Of($"de niveaus in 'levels' moeten verschillend zijn"));
        }

        foreach (var cell in root.List("matrix").OfType<ListNode>().SelectMany(row => row.Items))
        {
            problems.CheckKnown(cell, levels, Nouns.Level);
        }
    }

    private static double[] NumbersOf(MapNode? map) =>
        [.. Enum.GetNames<EvidenceGrade>().Select(grade => map?.Number(grade)).OfType<double>()];

    private static void CheckRising(double[] values, string name, Node? node, ProblemList problems)
    {
        if (node is not null && values.Zip(values.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            problems.Error(node.Line, Sentence.Of($"de getallen in '{name}' moeten oplopen"));
        }
    }

    private static string[] WordsOf(Node node) => [.. ((node as ListNode)?.Items ?? []).OfType<ScalarNode>().Select(scalar => scalar.Text)];

    private static RiskClass[][]? MatrixOf(MapNode root)
    {
        var rows = root.List("matrix").Select(WordsOf).ToArray();
        return rows.Length == RiskMatrix.Size && rows.All(row => row.Length == RiskMatrix.Size && row.All(Formats.RiskClasses.Contains))
            ? [.. rows.Select(row => row.Select(NodeExtensions.ClassOf).ToArray())]
            : null;
    }
}
