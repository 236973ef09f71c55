using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Web.Access;

namespace Audit.Web.Pages.Risks;

/// <summary>Something that a risk can be linked to, in a form.</summary>
public sealed record TieChoice(string Value, string Label, string? Hint, bool IsChosen);

/// <summary>Choices under one heading.</summary>
public sealed record TieGroup(string Title, IReadOnlyList<TieChoice> Choices);

/// <summary>A form for one risk, with what can be chosen in it.</summary>
/// <param name="Form">What stands in its fields.</param>
/// <param name="View">The case.</param>
/// <param name="Actions">The actions of the newest plan.</param>
public sealed record RiskEditor(RiskForm Form, CaseView View, IReadOnlyList<PlannedMeasureRow> Actions)
{
    /// <summary>The moment, for the answers that count then.</summary>
    public required DateTime NowUtc { get; init; }

    public required string Button { get; init; }

    /// <summary>Where one goes without saving.</summary>
    public required string Back { get; init; }

    public required bool MaySend { get; init; }

    public CaseWords Words => new(View.Case);

    public string TaskName => Words.TaskName(Form.Taak ?? string.Empty);

    /// <summary>Every question with its answer now, by part of the instrument.</summary>
    public IReadOnlyList<TieGroup> Questions
    {
        get
        {
            var answers = Words.AnswersOf(Form.Taak ?? string.Empty, NowUtc);
            return [.. Words.Parts.Select(part => new TieGroup(part.Title, [.. part.Questions.Select(question => ChoiceOf(question, answers.GetValueOrDefault(question.Id)))]))];
        }
    }

    /// <summary>The distinctions of the task.</summary>
    public IReadOnlyList<TieChoice> Distinctions =>
        [.. (View.Case.Answers.Tasks.FirstOrDefault(task => task.Id == Form.Taak)?.Distinctions ?? [])
            .Select(distinction => new TieChoice(distinction.Id, distinction.Criterion, Texts.DistinctionTexts.NameOf(VerdictOf(distinction)), Form.Onderscheid.Contains(distinction.Id)))];

    public IReadOnlyList<TieChoice> Grounds =>
        [.. View.Case.Instrument.Value.Register.Grounds.Select(ground => new TieChoice(ground.Id, ground.Title.Shown(), null, Form.Gronden.Contains(ground.Id)))];

    /// <summary>Actions for the same task first: those are most likely meant.</summary>
    public IReadOnlyList<TieChoice> ActionChoices =>
        [.. Actions.OrderBy(action => action.TaskKey != Form.Taak).Select(action => new TieChoice(
            action.Id.ToString(), action.Title ?? action.MeasureId ?? Tr($"Actie"), Words.TaskName(action.TaskKey), Form.Acties.Contains(action.Id.ToString())))];

    private DistinctionVerdict VerdictOf(Distinction distinction) => DistinctionTest.VerdictOf(distinction, View.Case.Instrument.Value.Register, View.Case.ReferenceDate(NowUtc));

    private TieChoice ChoiceOf(Question question, Answer? answer) =>
        new(question.Id, $"{question.Id}. {question.Text.Shown()}", Tr($"Antwoord nu: {CaseWords.LabelOf(question, answer)}"), Form.Vragen.Contains(question.Id));
}
