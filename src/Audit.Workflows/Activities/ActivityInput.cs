namespace Audit.Workflows.Activities;

/// <summary>What kind of value an input takes.</summary>
public enum InputType
{
    Text,

    /// <summary>One of <see cref="Data.Database.Roles.All"/>.</summary>
    Role,

    WholeNumber,

    /// <summary>True or false; the only kind that may be a variable "fact.name".</summary>
    Truth,

    /// <summary>A .NET time span such as "365.00:00:00".</summary>
    Duration,

    /// <summary>The list that Elsa walks; the embedded engine always takes the public tasks of the case.</summary>
    Items,
}

/// <summary>An input of an activity.</summary>
/// <param name="Name">Field name in the definition.</param>
/// <param name="Type">Kind of value.</param>
/// <param name="Required">Whether the definition is unreadable without it.</param>
public sealed record ActivityInput(string Name, InputType Type, bool Required)
{
    /// <summary>Type names that Elsa writes beside a value of this kind; empty = any.</summary>
    public IReadOnlyList<string> TypeNames => Type switch
    {
        InputType.Text or InputType.Role => ["String"],
        InputType.WholeNumber => ["Int32", "Int64"],
        InputType.Truth => ["Boolean"],
        InputType.Duration => ["TimeSpan"],
        InputType.Items => [],
    };
}

/// <summary>A named way out of an activity: the source port of a connection.</summary>
/// <param name="Name">Port name in the definition.</param>
/// <param name="MustLeadOn">Sending back or escalating into nothing would end the process silently.</param>
public sealed record ActivityOutcome(string Name, bool MustLeadOn = false)
{
    /// <summary>What it means, for the reader.</summary>
    public string Words => Name switch
    {
        Outcomes.Done => Tr($"Klaar"),
        Outcomes.Skipped => Tr($"Overgeslagen"),
        Outcomes.Escalated => Tr($"Opgeschaald"),
        Outcomes.Approved => Tr($"Akkoord"),
        Outcomes.SendBack => Tr($"Terug"),
        Outcomes.True => Tr($"Ja"),
        Outcomes.False => Tr($"Nee"),
        _ => Name,
    };
}
