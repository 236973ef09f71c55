using Audit.Core.Instruments;
using Audit.Web.Texts;

namespace Audit.Web.Questionnaires;

/// <summary>Where a question is answered.</summary>
public static class QuestionLinks
{
    /// <summary>Address of a question; the page of the case when the instrument does not have it.</summary>
    /// <param name="instrument">The instrument of the case.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="place">Key of the task, or empty for the body; and id of the question.</param>
    public static string Href(Instrument instrument, Guid caseId, (string TaskKey, string QuestionId) place)
    {
        var parts = place.TaskKey.Length == 0 ? QuestionPart.OfBody(instrument) : QuestionPart.OfTask(instrument, place.TaskKey);
        return parts.FirstOrDefault(part => part.Questions.Any(question => question.Id == place.QuestionId)) is { } found
            ? StepLinks.Question(caseId, place.TaskKey, found.Id, place.QuestionId)
            : StepLinks.Hub(caseId);
    }
}
