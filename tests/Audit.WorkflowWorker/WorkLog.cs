namespace Audit.WorkflowWorker;

/// <summary>What happened to a submission or a round of timers, as the worker saw it.</summary>
public enum LogEvent
{
    /// <summary>About to be submitted: whether it was taken is only known from the database.</summary>
    Tried,

    /// <summary>The engine answered that the process went on; from here on it may never be lost.</summary>
    Acknowledged,

    /// <summary>The engine answered that another submission had finished the step.</summary>
    AlreadyDone,

    /// <summary>Timers fired, as many as the outcome says.</summary>
    Fired,
}

/// <summary>One line of the log of a worker.</summary>
public sealed record LogLine(LogEvent Event, Guid StepId, Guid SubmissionId, string Outcome)
{
    public static LogLine Parse(string line) => line.Split(' ') is [var happened, var step, var submission, var outcome]
        ? new(Enum.Parse<LogEvent>(happened), Guid.Parse(step), Guid.Parse(submission), outcome)
        : throw new FormatException($"'{line}' is no line of a log.");

    public override string ToString() => $"{Event} {StepId} {SubmissionId} {Outcome}";
}

/// <summary>A file with one line per answer, handed to the operating system at once so that a killed worker has not lost any.</summary>
public sealed class WorkLog(string file) : IDisposable
{
    private readonly StreamWriter writer = new(file, append: true) { AutoFlush = true };

    public static IReadOnlyList<LogLine> Read(string file) =>
        File.Exists(file) ? [.. File.ReadLines(file).Select(LogLine.Parse)] : [];

    public void Write(LogLine line) => writer.WriteLine(line);

    public void Dispose() => writer.Dispose();
}
