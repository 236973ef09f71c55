namespace Audit.Data.Templates.Documents;

/// <summary>Something wrong with a file, where it stands. As text it is Dutch.</summary>
/// <param name="Path">Path of the file as the user gave it.</param>
/// <param name="Line">1-based line number.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="IsWarning">A warning does not make the file invalid.</param>
public sealed record Problem(string Path, int Line, Sentence Message, bool IsWarning = false)
{
    public override string ToString() => $"{Path}:{Line}: {(IsWarning ? "waarschuwing: " : string.Empty)}{Message.ToString().ReplaceLineEndings(" ")}";
}

/// <summary>The problems of one file, in the order found.</summary>
public sealed class ProblemList(string path)
{
    private readonly List<Problem> problems = [];

    public string Path { get; } = path;

    public IReadOnlyList<Problem> All => problems;

    public bool HasErrors => problems.Exists(problem => !problem.IsWarning);

    public void Error(int line, Sentence message) => problems.Add(new(Path, line, message));

    public void Warning(int line, Sentence message) => problems.Add(new(Path, line, message, IsWarning: true));
}
