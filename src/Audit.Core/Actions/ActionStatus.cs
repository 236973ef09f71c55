namespace Audit.Core.Actions;

/// <summary>How far an action is.</summary>
public enum ActionStatus
{
    /// <summary>Gepland: agreed, not begun.</summary>
    Planned,

    /// <summary>Loopt: work is going on.</summary>
    Running,

    /// <summary>Wacht: begun or due to begin, but held up by something else.</summary>
    Waiting,

    /// <summary>Gereed: carried out; its effect is still to be evaluated.</summary>
    Done,

    /// <summary>Afgesloten: carried out and evaluated.</summary>
    Closed,

    /// <summary>Vervallen: will not be carried out.</summary>
    Dropped,
}

/// <summary>In which order actions are taken up.</summary>
public enum ActionPriority
{
    /// <summary>Taken up at once.</summary>
    First,

    /// <summary>Taken up when the first ones are under way.</summary>
    Next,

    /// <summary>Can wait.</summary>
    Later,
}
