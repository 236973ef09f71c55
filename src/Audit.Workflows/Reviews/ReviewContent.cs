using Audit.Data.Database;

namespace Audit.Workflows.Reviews;

/// <summary>What a reviewer puts to the team.</summary>
/// <param name="TaskKey">Key of the task; empty for the whole body.</param>
/// <param name="Kind">What is asked.</param>
/// <param name="Text">The finding, request or remark.</param>
public sealed record ReviewContent(string TaskKey, ReviewItemKind Kind, string Text)
{
    /// <summary>Question that it is about; null when it is about more.</summary>
    public string? QuestionId { get; init; }

    /// <summary>Component that it is about; null when it is about more, or follows from the question.</summary>
    public string? ComponentId { get; init; }

    /// <summary>When an answer is wanted; null when no day was agreed.</summary>
    public DateOnly? DueDate { get; init; }
}

/// <summary>A turn in the course of a review item.</summary>
/// <param name="ItemId">The item.</param>
/// <param name="Move">What is done.</param>
/// <param name="Text">Why, or the answer; empty when nothing was said.</param>
/// <param name="Seen">Version of the item that the person was looking at.</param>
/// <param name="EntryId">Made when the form was shown, so that a form sent twice counts once.</param>
public sealed record ReviewTurn(Guid ItemId, ReviewMove Move, string Text, Guid Seen, Guid EntryId);
