using Audit.Web.Access;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.Web.Texts;

/// <summary>Addresses of the pages of a case.</summary>
public static class StepLinks
{
    /// <summary>Task segment in the address of questions that are answered once for the whole body.</summary>
    public const string Body = "organisatie";

    public static string Hub(Guid caseId) => $"/doorlichtingen/{caseId}";

    public static string Questions(Guid caseId, string taskKey, string part) =>
        $"{Hub(caseId)}/vragen/{(taskKey.Length == 0 ? Body : taskKey)}/{part}";

    /// <summary>One question with everything around it.</summary>
    public static string Question(Guid caseId, string taskKey, string part, string questionId) => $"{Questions(caseId, taskKey, part)}/{questionId}";

    /// <summary>The answers of a part, to look over before it is finished.</summary>
    public static string Check(Guid caseId, string taskKey, string part) => $"{Hub(caseId)}/nakijken/{(taskKey.Length == 0 ? Body : taskKey)}/{part}";

    /// <summary>All questions and answers on one page, to print.</summary>
    public static string Print(Guid caseId) => $"{Hub(caseId)}/afdrukken";

    /// <summary>The register of distinctions of a task.</summary>
    public static string Distinctions(Guid caseId, string taskKey) => $"{Hub(caseId)}/onderscheid/{taskKey}";

    /// <summary>One distinction.</summary>
    public static string Distinction(Guid caseId, string taskKey, string key) => $"{Distinctions(caseId, taskKey)}/{key}";

    /// <summary>Page on which an open step is done.</summary>
    public static string Of(CaseView view, OpenStep step) => step.Activity switch
    {
        ActivityNames.SelectTasks => $"{Hub(view.Id)}/taken",
        ActivityNames.QuestionnaireStep or ActivityNames.CultureSurvey or ActivityNames.CitizenPerspective => OfQuestions(view, step),
        ActivityNames.ReviewStep => $"{Hub(view.Id)}/beoordelen/{step.StepId}",
        ActivityNames.Approval => $"{Hub(view.Id)}/vaststellen/{step.StepId}",
        ActivityNames.ResearchPlan => OfResearch(view.Id),
        ActivityNames.TrackActions => $"{Hub(view.Id)}/volgen/{step.StepId}",
        _ => OfSession(view.Id, step.StepId),
    };

    /// <summary>Page with the notes of a step, open or done.</summary>
    public static string OfSession(Guid caseId, Guid stepId) => $"{Hub(caseId)}/stap/{stepId}";

    /// <summary>Page with the notes of a step that may be the research plan, which has a page of its own.</summary>
    public static string OfNotes(Guid caseId, Guid stepId, string activity) =>
        activity == ActivityNames.ResearchPlan ? OfResearch(caseId) : OfSession(caseId, stepId);

    public static string OfResearch(Guid caseId) => $"{Hub(caseId)}/onderzoeksplan";

    /// <summary>Place of a research question within the plan.</summary>
    public static string OfResearch(Guid caseId, Guid itemId) => $"{OfResearch(caseId)}#{ResearchAnchor(itemId)}";

    /// <summary>Page on which a research question is changed.</summary>
    public static string OfResearchItem(Guid caseId, Guid itemId) => $"{OfResearch(caseId)}/{itemId}";

    public static string ResearchAnchor(Guid itemId) => $"onderzoek-{itemId:N}";

    /// <summary>The table of all actions.</summary>
    public static string OfActions(Guid caseId) => $"{Hub(caseId)}/acties";

    /// <summary>One action.</summary>
    public static string OfAction(Guid caseId, Guid rowId) => $"{Hub(caseId)}/actieplan/actie/{rowId}";

    /// <summary>Page on which the effect of an action is measured and the action closes.</summary>
    public static string OfEffect(Guid caseId, Guid actionId) => $"{Hub(caseId)}/actieplan/actie/{actionId}/effect";

    /// <summary>How far the plan has come.</summary>
    public static string OfProgress(Guid caseId) => $"{Hub(caseId)}/voortgang";

    /// <summary>This round beside the one before.</summary>
    public static string OfPreviousRound(Guid caseId) => $"{Hub(caseId)}/vorige-ronde";

    /// <summary>The tasks over the rounds.</summary>
    public static string OfTrend(Guid caseId) => $"{Hub(caseId)}/trend";

    private static string OfQuestions(CaseView view, OpenStep step)
    {
        var instrument = view.Case.Instrument.Value;
        var known = step.TaskKey.Length == 0
            ? instrument.CrossCutting.Any(part => part.Id == step.StepKey)
            : step.StepKey is Questionnaires.QuestionPart.Severity or Questionnaires.QuestionPart.QuickScan || instrument.Components.Any(part => part.Id == step.StepKey);
        return known ? Questions(view.Id, step.TaskKey, step.StepKey)
            : step.TaskKey.Length > 0 ? $"{Hub(view.Id)}/herstel/{step.TaskKey}"
            : OfSession(view.Id, step.StepId);
    }
}
