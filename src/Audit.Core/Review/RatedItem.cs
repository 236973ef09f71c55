using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Review;

/// <summary>One question about one subject with what each rater made of it.</summary>
/// <param name="Component">Id of the component to which the question belongs.</param>
/// <param name="Question">Id of the question.</param>
/// <param name="Scale">The categories.</param>
/// <param name="Ratings">Category per rater, always in the same order of raters (assessor, auditor, more); null = that rater did not rate it.</param>
public sealed record RatedItem(string Component, string Question, RatingScale Scale, IReadOnlyList<string?> Ratings)
{
    /// <summary>Category per rater; null = not rated.</summary>
    public IReadOnlyList<string?> Ratings { get; } = Ratings.All(rating => rating is null || Scale.PositionOf(rating) >= 0)
        ? [.. Ratings]
        : throw new ArgumentException($"A rating of {Question} is not a category of {Scale.Id}.", nameof(Ratings));

    /// <summary>True with two ratings or more: only such an item can show agreement.</summary>
    public bool IsRated => Ratings.Count(rating => rating is not null) >= 2;

    /// <summary>
    /// An item from answers. Not answered, unknown, not applicable and an option that the scale does not offer count as not rated, because they have no
    /// place on the scale: look at them separately.
    /// </summary>
    /// <param name="component">Id of the component.</param>
    /// <param name="question">The question.</param>
    /// <param name="answers">Answer per rater, always in the same order of raters.</param>
    public static RatedItem Of(string component, Question question, IReadOnlyList<Answer?> answers)
    {
        var scale = RatingScale.Of(question.Scale);
        return new(component, question.Id, scale, [.. answers.Select(answer => answer is not null && scale.PositionOf(answer.Value) >= 0 ? answer.Value : null)]);
    }

    /// <summary>Position on the scale of what one rater said; null when that rater did not rate it.</summary>
    internal int? PositionBy(int rater) => rater < Ratings.Count && Ratings[rater] is { } rating ? Scale.PositionOf(rating) : null;
}
