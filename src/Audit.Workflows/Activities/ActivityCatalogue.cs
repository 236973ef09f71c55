namespace Audit.Workflows.Activities;

/// <summary>The activities that a definition may use; every other type is refused.</summary>
public static class ActivityCatalogue
{
    private static readonly ActivityOutcome DoneOutcome = new(Outcomes.Done);

    private static readonly ActivityInput[] HumanInputs =
    [
        new(Inputs.StepKey, InputType.Text, true),
        new(Inputs.Role, InputType.Role, true),
        new(Inputs.DueDays, InputType.WholeNumber, false),
        new(Inputs.EscalateTo, InputType.Role, false),
    ];

    private static readonly ActivityInput[] DecisionInputs =
    [
        .. HumanInputs,
        new(Inputs.Reviewers, InputType.WholeNumber, false),
    ];

    private static readonly ActivityInput[] AutomaticInputs =
    [
        new(Inputs.StepKey, InputType.Text, false),
        new(Inputs.Role, InputType.Role, false),
    ];

    private static readonly ActivityInput[] NotifyInputs =
    [
        new(Inputs.StepKey, InputType.Text, true),
        new(Inputs.Role, InputType.Role, true),
    ];

    /// <summary>Every activity, in the order in which a screen lists them.</summary>
    public static IReadOnlyList<ActivityType> All { get; } =
    [
        Structure(ActivityNames.Flowchart, ActivityKind.Flowchart, Sentence.Of($"Activiteiten met verbindingen ertussen."), []),
        Structure(ActivityNames.Sequence, ActivityKind.Sequence, Sentence.Of($"Activiteiten die na elkaar komen."), []),
        Structure(
            ActivityNames.ParallelForEach,
            ActivityKind.Parallel,
            Sentence.Of($"Doet de inhoud tegelijk voor elke publieke taak van het onderzoek."),
            [new(Inputs.Items, InputType.Items, false)]),
        new(
            ActivityNames.FlowDecision,
            ActivityKind.Decision,
            Sentence.Of($"Kiest een richting op grond van een vaste waarde of een vastgelegd feit."),
            [new(Inputs.Condition, InputType.Truth, true)],
            [new(Outcomes.True), new(Outcomes.False)],
            Outcomes.True),
        Structure(ActivityNames.Delay, ActivityKind.Timed, Sentence.Of($"Wacht een tijd."), [new(Inputs.TimeSpan, InputType.Duration, true)]),
        Structure(ActivityNames.Timer, ActivityKind.Timed, Sentence.Of($"Wacht tot de volgende tik."), [new(Inputs.Interval, InputType.Duration, true)]),
        Human(ActivityNames.WorkSession, Sentence.Of($"Een werksessie met een verslag.")),
        Human(ActivityNames.SelectTasks, Sentence.Of($"De publieke taken kiezen die worden onderzocht.")),
        Human(ActivityNames.ResearchPlan, Sentence.Of($"Het onderzoeksplan opstellen.")),
        Human(ActivityNames.QuestionnaireStep, Sentence.Of($"Vragen beantwoorden.")),
        Human(ActivityNames.CultureSurvey, Sentence.Of($"De cultuurvragenlijst onder medewerkers."), Outcomes.Skipped, DoneOutcome, new(Outcomes.Skipped)),
        Human(ActivityNames.CitizenPerspective, Sentence.Of($"Het perspectief van burgers ophalen.")),
        Automatic(ActivityNames.ScoreTasks, Sentence.Of($"Berekent de scores: van de taak van de tak, of daarbuiten van alle taken."), AutomaticInputs),
        Judged(ActivityNames.ReviewStep, Sentence.Of($"Beoordeling door iemand die niet zelf heeft ingevuld.")),
        Judged(ActivityNames.Approval, Sentence.Of($"Vaststelling.")),
        Automatic(ActivityNames.GenerateActionPlan, Sentence.Of($"Stelt het actieplan voor."), AutomaticInputs),
        Human(ActivityNames.TrackActions, Sentence.Of($"De voortgang van de acties volgen."), Outcomes.Done, DoneOutcome, new(Outcomes.Escalated, MustLeadOn: true)),
        Automatic(ActivityNames.Notify, Sentence.Of($"Verstuurt een bericht."), NotifyInputs),
    ];

    private static readonly Dictionary<string, ActivityType> ByName = All.ToDictionary(type => type.Name);

    /// <summary>The activity with this type name; null when it is not allowed.</summary>
    public static ActivityType? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The activity with this type name.</summary>
    /// <exception cref="KeyNotFoundException">The name is not in the catalogue.</exception>
    public static ActivityType Get(string name) => ByName[name];

    private static ActivityType Structure(string name, ActivityKind kind, Sentence description, IReadOnlyList<ActivityInput> inputs) =>
        new(name, kind, description, inputs, [DoneOutcome], Outcomes.Done);

    private static ActivityType Automatic(string name, Sentence description, IReadOnlyList<ActivityInput> inputs) =>
        new(name, ActivityKind.Automatic, description, inputs, [DoneOutcome], Outcomes.Done);

    private static ActivityType Human(string name, Sentence description) => Human(name, description, Outcomes.Done, DoneOutcome);

    private static ActivityType Human(string name, Sentence description, string forward, params ActivityOutcome[] outcomes) =>
        new(name, ActivityKind.Human, description, HumanInputs, outcomes, forward);

    private static ActivityType Judged(string name, Sentence description) =>
        new(
            name,
            ActivityKind.Human,
            description,
            DecisionInputs,
            [new(Outcomes.Approved), new(Outcomes.SendBack, MustLeadOn: true)],
            Outcomes.Approved);
}
