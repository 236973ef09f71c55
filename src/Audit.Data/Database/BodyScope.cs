namespace Audit.Data.Database;

/// <summary>A row that belongs to one body and is kept apart from those of all others.</summary>
public interface IBodyOwned
{
    /// <summary>The body; filled in when the row is first saved, and never changed.</summary>
    Guid BodyId { get; set; }
}

/// <summary>Whose rows a context sees and may change.</summary>
public sealed record BodyScope
{
    /// <summary>Rows of no body: a visitor who has not signed in.</summary>
    public static BodyScope Nobody { get; } = new();

    /// <summary>The accounts of all bodies and the names of the bodies, which is what signing in needs; nothing else.</summary>
    public static BodyScope Accounts { get; } = new() { SeesAccounts = true };

    /// <summary>Everything: the command line, the start of the program and work in the background that looks for what is due.</summary>
    public static BodyScope AllBodies { get; } = new() { SeesAllBodies = true };

    private BodyScope()
    {
    }

    /// <summary>The one body; null when it is none or all.</summary>
    public Guid? BodyId { get; private init; }

    /// <summary>Whether accounts of every body can be seen and changed.</summary>
    public bool SeesAccounts { get; private init; }

    /// <summary>Whether rows of every body can be seen and changed.</summary>
    public bool SeesAllBodies { get; private init; }

    /// <summary>Rows of one body.</summary>
    public static BodyScope Of(Guid bodyId) => new() { BodyId = bodyId };
}

/// <summary>A change would have touched rows outside the scope of its context; nothing was written.</summary>
/// <remarks>Pages never get here: they find no row of another body. Getting here is a fault in the program, so it is written to the log.</remarks>
public sealed class ForeignBodyException(string message) : Exception(message);
