namespace Audit.Workflows.Activities;

/// <summary>Type names of the activities in a definition.</summary>
public static class ActivityNames
{
    public const string Flowchart = "Elsa.Flowchart";
    public const string Sequence = "Elsa.Sequence";
    public const string ParallelForEach = "Elsa.ParallelForEach";
    public const string FlowDecision = "Elsa.FlowDecision";
    public const string Delay = "Elsa.Delay";
    public const string Timer = "Elsa.Timer";
    public const string QuestionnaireStep = "Audit.QuestionnaireStep";
    public const string WorkSession = "Audit.WorkSession";
    public const string SelectTasks = "Audit.SelectTasks";
    public const string ResearchPlan = "Audit.ResearchPlan";
    public const string CultureSurvey = "Audit.CultureSurvey";
    public const string CitizenPerspective = "Audit.CitizenPerspective";
    public const string ScoreTasks = "Audit.ScoreTasks";
    public const string ReviewStep = "Audit.ReviewStep";
    public const string Approval = "Audit.Approval";
    public const string GenerateActionPlan = "Audit.GenerateActionPlan";
    public const string TrackActions = "Audit.TrackActions";
    public const string Notify = "Audit.Notify";
}

/// <summary>Names of outcomes.</summary>
public static class Outcomes
{
    public const string Done = "Done";
    public const string Skipped = "Skipped";
    public const string Approved = "Approved";
    public const string SendBack = "SendBack";
    public const string Escalated = "Escalated";
    public const string True = "True";
    public const string False = "False";
}

/// <summary>Names of inputs.</summary>
public static class Inputs
{
    /// <summary>Key of the step; says which questions or which page belong to it, or which message is sent.</summary>
    public const string StepKey = "stepKey";

    /// <summary>Who carries the step out, or gets the message.</summary>
    public const string Role = "role";

    /// <summary>Calendar days from the opening of the step to its deadline.</summary>
    public const string DueDays = "dueDays";

    /// <summary>Who takes over, or is warned, after the deadline.</summary>
    public const string EscalateTo = "escalateTo";

    /// <summary>How many different people must agree: 1 when it is not there, or 2.</summary>
    public const string Reviewers = "reviewers";

    public const string Condition = "condition";
    public const string TimeSpan = "timeSpan";
    public const string Interval = "interval";
    public const string Items = "items";
}
