using Audit.Core.Instruments;
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
    public static string Of(CaseView view, OpenStep step) =>
        Of(view.Case.Instrument.Value, new(view.Id, step.StepId, step.Activity, step.StepKey, step.TaskKey));

    /// <summary>The same without the case.</summary>
    public static string Of(Instrument instrument, StepPlace step) => step.Activity switch
    {
        ActivityNames.SelectTasks => $"{Hub(step.CaseId)}/taken",
        ActivityNames.QuestionnaireStep or ActivityNames.CultureSurvey or ActivityNames.CitizenPerspective => OfQuestions(instrument, step),
        ActivityNames.ReviewStep => $"{Hub(step.CaseId)}/beoordelen/{step.StepId}",
        ActivityNames.Approval => $"{Hub(step.CaseId)}/vaststellen/{step.StepId}",
        ActivityNames.ResearchPlan => OfResearch(step.CaseId),
        ActivityNames.TrackActions => $"{Hub(step.CaseId)}/volgen/{step.StepId}",
        _ => OfSession(step.CaseId, step.StepId),
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

    private static string OfQuestions(Instrument instrument, StepPlace step)
    {
        var known = step.TaskKey.Length == 0
            ? instrument.CrossCutting.Any(part => part.Id == step.StepKey)
            : step.StepKey is Questionnaires.QuestionPart.Severity or Questionnaires.QuestionPart.QuickScan || instrument.Components.Any(part => part.Id == step.StepKey);
        return known ? Questions(step.CaseId, step.TaskKey, step.StepKey)
            : step.TaskKey.Length > 0 ? $"{Hub(step.CaseId)}/herstel/{step.TaskKey}"
            : OfSession(step.CaseId, step.StepId);
    }
}

/// <summary>Where a step stands.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="StepId">The step.</param>
/// <param name="Activity">Type of its activity.</param>
/// <param name="StepKey">Its key.</param>
/// <param name="TaskKey">Key of the task, or empty outside a branch.</param>
public sealed record StepPlace(Guid CaseId, Guid StepId, string Activity, string StepKey, string TaskKey);
