using Audit.Data.Database;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Reviews;

/// <summary>Who may do what in the review of a case. Everybody in the case may read it.</summary>
public static class ReviewRights
{
    /// <summary>What is said to somebody who may not, or not any more.</summary>
    public static string NotYours => Tr($"Dit is niet aan u, of de doorlichting is al afgerond. Er is niets opgeslagen.");

    /// <summary>What is said when a task was dropped meanwhile.</summary>
    public static string NoTask => Tr($"Deze taak wordt niet meer onderzocht. Er is niets opgeslagen.");

    /// <summary>Whether the review goes on: before, during and after the step of the reviewer, until the case is finished.</summary>
    public static bool IsOpen(AssessmentRow row) => row.Status is not AssessmentStatus.Finished;

    /// <summary>Whether somebody with these roles asks, settles, chooses a class and signs.</summary>
    public static bool MayReview(AssessmentRow row, IReadOnlyCollection<string> roles) => IsOpen(row) && Policies.Review.Allows(roles);

    /// <summary>Whether somebody with these roles answers for the team.</summary>
    public static bool MayRespond(AssessmentRow row, IReadOnlyCollection<string> roles) =>
        IsOpen(row) && Policies.RespondToReview.Allows(roles);

    /// <summary>Whether somebody with these roles lifts gates.</summary>
    public static bool MayLift(AssessmentRow row, IReadOnlyCollection<string> roles) => IsOpen(row) && MayEndLifting(roles);

    /// <summary>Whether somebody with these roles ends a lifting, which is possible for as long as it is shown.</summary>
    public static bool MayEndLifting(IReadOnlyCollection<string> roles) => Policies.LiftGates.Allows(roles);
}
