namespace Audit.Web.Texts;

/// <summary>Addresses of the pages of blind double rating.</summary>
public static class RatingLinks
{
    /// <summary>Suggestions, for the administrator.</summary>
    public const string Suggestions = "/beheer/instrumenten/suggesties";

    public static string Home(Guid caseId) => $"{StepLinks.Hub(caseId)}/dubbel-beoordelen";

    public static string New(Guid caseId) => $"{Home(caseId)}/nieuw";

    /// <summary>Choosing the questions by hand.</summary>
    public static string Choose(Guid caseId) => $"{New(caseId)}/kiezen";

    public static string Round(Guid caseId, Guid roundId) => $"{Home(caseId)}/{roundId}";

    /// <summary>The questions of one part of a round.</summary>
    public static string Rate(Guid caseId, Guid roundId, (string TaskKey, string PartId) part) =>
        $"{Round(caseId, roundId)}/{(part.TaskKey.Length == 0 ? StepLinks.Body : part.TaskKey)}/{part.PartId}";

    public static string HandIn(Guid caseId, Guid roundId) => $"{Round(caseId, roundId)}/inleveren";

    public static string Comparison(Guid caseId, Guid roundId) => $"{Round(caseId, roundId)}/vergelijking";

    /// <summary>Settling one difference.</summary>
    public static string Decide(Guid caseId, Guid ratingId) => $"{Home(caseId)}/verschil/{ratingId}";

    public static string Figures(Guid caseId) => $"{Home(caseId)}/cijfers";

    public static string Suggest(Guid caseId, string questionId) => $"{Figures(caseId)}/{questionId}/suggestie";

    public static string Suggestion(Guid suggestionId) => $"{Suggestions}/{suggestionId}";
}
