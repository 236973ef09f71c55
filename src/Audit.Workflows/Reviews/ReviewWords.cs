using Audit.Data.Database;

namespace Audit.Workflows.Reviews;

/// <summary>Dutch words for how far a review item is, as screens and what is signed show them.</summary>
public static class ReviewWords
{
    /// <summary>The word.</summary>
    public static string Of(ReviewItemStatus status) => status switch
    {
        ReviewItemStatus.Open => "open",
        ReviewItemStatus.Answered => "beantwoord",
        ReviewItemStatus.Settled => "afgehandeld",
        ReviewItemStatus.Withdrawn => "ingetrokken",
    };
}
