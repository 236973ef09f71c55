using Audit.Web.Access;
using Audit.Workflows.Activities;
using Audit.Workflows.Engine;

namespace Audit.Web.Questionnaires;

/// <summary>Who may change which answers, and by which step a part is finished.</summary>
public static class EditRights
{
    /// <summary>Answers of a task are open as long as the task has a questionnaire step; those of the body as long as their own step is open.</summary>
    public static bool MayEdit(CaseView view, QuestionPart part) => MayEdit(view.Rights, part);

    /// <inheritdoc cref="MayEdit(CaseView, QuestionPart)"/>
    public static bool MayEdit(MemberRights rights, QuestionPart part) => part.IsForBody
        ? StepOf(rights, part) is not null
        : MayEditDistinctions(rights, part.TaskKey);

    /// <summary>The register of a task is open as long as its answers are.</summary>
    public static bool MayEditDistinctions(CaseView view, string taskKey) => MayEditDistinctions(view.Rights, taskKey);

    /// <summary>The open step that finishing this part finishes; null when there is none for this member.</summary>
    public static OpenStep? StepOf(CaseView view, QuestionPart part) => StepOf(view.Rights, part);

    private static bool MayEditDistinctions(MemberRights rights, string taskKey) =>
        rights.MySteps.Any(step => step.Activity == ActivityNames.QuestionnaireStep && step.TaskKey == taskKey);

    private static OpenStep? StepOf(MemberRights rights, QuestionPart part) =>
        rights.MySteps.FirstOrDefault(step => step.StepKey == part.Id && step.TaskKey == part.TaskKey && Asks(step));

    /// <summary>The open step in which a task is mended after its review; null when there is none for this member.</summary>
    public static OpenStep? MendingOf(CaseView view, string taskKey)
    {
        var parts = QuestionPart.OfTask(view.Case.Instrument.Value, taskKey);
        return view.MySteps.FirstOrDefault(step =>
            step.Activity == ActivityNames.QuestionnaireStep && step.TaskKey == taskKey
            && step.StepKey != QuestionPart.QuickScan && parts.All(part => part.Id != step.StepKey));
    }

    private static bool Asks(OpenStep step) =>
        step.Activity is ActivityNames.QuestionnaireStep or ActivityNames.CultureSurvey or ActivityNames.CitizenPerspective;
}
