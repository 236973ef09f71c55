namespace Audit.Workflows.Activities;

/// <summary>What happens when a process arrives at an activity.</summary>
public enum ActivityKind
{
    /// <summary>Holds activities joined by connections; ends where no connection leads on.</summary>
    Flowchart,

    /// <summary>Holds activities that follow one another.</summary>
    Sequence,

    /// <summary>Runs its body once per public task of the case, all at the same time.</summary>
    Parallel,

    /// <summary>Chooses True or False from a literal or a fact, without a person.</summary>
    Decision,

    /// <summary>Waits for a moment.</summary>
    Timed,

    /// <summary>Waits for a person.</summary>
    Human,

    /// <summary>Runs by itself, in the transaction that led to it.</summary>
    Automatic,
}
