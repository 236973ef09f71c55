using System.Security.Cryptography;
using System.Text;

namespace Audit.Workflows.Elsa;

/// <summary>What Elsa has yet to be told about a process.</summary>
/// <param name="Cause">The step that was closed, or the process itself when it has just begun or was stopped.</param>
/// <param name="Word">Outcome of the step, or one of the words below.</param>
internal sealed record Resumption(Guid Cause, string Word)
{
    /// <summary>Name of the input with which a waiting activity is told its outcome.</summary>
    public const string Input = "Outcome";

    private const string Begin = "(begin)";
    private const string Stop = "(stop)";

    public bool IsBegin => Word == Begin;

    public bool IsStop => Word == Stop;

    /// <summary>Steps are bookmarks of the same id: Elsa resumes by the id that a form carries.</summary>
    public string BookmarkId => BookmarkIdOf(Cause);

    public static Resumption ToBegin(Guid instanceId) => new(instanceId, Begin);

    public static Resumption ToStop(Guid instanceId) => new(instanceId, Stop);

    public static Resumption Parse(string text) => new(Guid.ParseExact(text[..32], "N"), text[32..]);

    public static string BookmarkIdOf(Guid stepId) => stepId.ToString("N");

    /// <summary>Follows from its cause, so that repeating a move after a crash gives the same steps and bookmarks.</summary>
    public Guid StepId(string path, string taskKey) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Cause:N}\n{path}\n{taskKey}")).AsSpan(0, 16));

    public override string ToString() => $"{Cause:N}{Word}";
}
