using Audit.Core.Actions;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Pages.Actions;
using Audit.Web.Texts;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>Something to which a risk is linked, as its page shows it.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Href">Where it can be read; null when there is no page for it.</param>
/// <param name="Now">How it stands now.</param>
public sealed record TieLine(string Text, string? Href, string Now);

/// <summary>An action of the plan as the page of a risk shows it.</summary>
public sealed record ActionLine(string Title, string Href, string Status, string Badge);

/// <summary>To what a risk is linked.</summary>
public sealed class TieLines(CaseView view, RegisteredRisk risk, IReadOnlyDictionary<string, Answer> answers, DateOnly day)
{
    private readonly CaseWords words = new(view.Case);

    public IReadOnlyList<TieLine> Questions => [.. risk.TargetsOf(RiskLinkKind.Question).Select(QuestionLine)];

    public IReadOnlyList<TieLine> Distinctions => [.. risk.TargetsOf(RiskLinkKind.Distinction).Select(DistinctionLine)];

    public IReadOnlyList<ActionLine> Actions => [.. risk.Actions.Select(action => new ActionLine(
        action.Title ?? action.MeasureId ?? Tr($"Actie"),
        $"{StepLinks.Hub(view.Id)}/actieplan#{MeasureView.AnchorOf(action.Id)}",
        EffectWords.NameOf((ActionStatus)action.Status),
        StatusBadge.Of((ActionStatus)action.Status)))];

    private TieLine QuestionLine(string id)
    {
        if (words.Question(id) is not { } question)
        {
            return new(Tr($"Vraag {id}"), null, Tr($"staat niet meer in de vragenset"));
        }

        var examined = view.Case.Tasks.Any(task => task.Key == risk.Row.TaskKey);
        var part = examined ? words.PartOf(view.Process, risk.Row.TaskKey, id) : null;
        return new(
            $"{id}. {question.Text.Shown()}",
            part is null ? null : $"{StepLinks.Questions(view.Id, risk.Row.TaskKey, part)}#vraag-{id}",
            Tr($"antwoord nu: {CaseWords.LabelOf(question, answers.GetValueOrDefault(id))}"));
    }

    private TieLine DistinctionLine(string key)
    {
        var found = view.Case.Answers.Tasks.FirstOrDefault(task => task.Id == risk.Row.TaskKey)?.Distinctions.FirstOrDefault(distinction => distinction.Id == key);
        return found is null
            ? new(key, null, Tr($"staat niet meer in het onderscheidregister"))
            : new(
                found.Criterion,
                StepLinks.Distinction(view.Id, risk.Row.TaskKey, key),
                DistinctionTexts.NameOf(DistinctionTest.VerdictOf(found, view.Case.Instrument.Value.Register, day)).ToLowerInvariant());
    }
}
