namespace Audit.Workflows.Cases;

/// <summary>Names of the processes that the program itself starts; what happens in them stands in workflows/.</summary>
public static class Processes
{
    /// <summary>The full instrument.</summary>
    public const string Full = "doorlichting";

    /// <summary>Gates and severity only, in one session.</summary>
    public const string QuickScan = "quickscan";

    /// <summary>Repeat from earlier answers.</summary>
    public const string Repeat = "hertoets";

    /// <summary>Handling a suspicion of discrimination, beside the main process.</summary>
    public const string Suspicion = "vermoeden";

    /// <summary>Following actions with reminders and escalation, beside the main process.</summary>
    public const string FollowUp = "actieopvolging";

    /// <summary>Whether a process is the main one of a case, so that its end is the end of the case.</summary>
    public static bool IsMain(string definitionId) => definitionId is not (Suspicion or FollowUp);
}
