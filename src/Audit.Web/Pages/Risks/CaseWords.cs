using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Web.Questionnaires;
using Audit.Workflows.Cases;
using Audit.Workflows.Risks;

namespace Audit.Web.Pages.Risks;

/// <summary>Names and answers of a case in words, also of what is no longer there.</summary>
/// <param name="Case">The case.</param>
public sealed record CaseWords(Case Case)
{
    private Instrument Instrument => Case.Instrument.Value;

    public string TaskName(string key) =>
        Case.Tasks.FirstOrDefault(task => task.Key == key)?.Name
        ?? (Case.DroppedTasks.FirstOrDefault(task => task.Key == key) is { } dropped ? Tr($"{dropped.Name} (vervallen)") : key);

    public string ComponentTitle(string id) => Instrument.Components.Concat(Instrument.CrossCutting).FirstOrDefault(part => part.Id == id)?.Title.Shown() ?? id;

    /// <summary>Parts in which a risk can arise.</summary>
    public IEnumerable<(string Id, string Title)> Components => RiskRegister.ComponentsOf(Case).Select(part => (part.Id, part.Title.Shown()));

    public Question? Question(string id) => Instrument.AllQuestions.FirstOrDefault(question => question.Id == id);

    /// <summary>Title of a ground, or the name of a group that somebody wrote.</summary>
    public string Group(string target) => Instrument.Register.FindGround(target)?.Title.Shown() ?? target;

    /// <summary>The answers that count for a task, those for the whole body among them.</summary>
    /// <param name="taskKey">The task.</param>
    /// <param name="nowUtc">The moment, for what the register of distinctions answers.</param>
    public IReadOnlyDictionary<string, Answer> AnswersOf(string taskKey, DateTime nowUtc)
    {
        var answers = new Dictionary<string, Answer>(Case.Answers.CrossCutting);
        if (Case.Answers.Tasks.FirstOrDefault(task => task.Id == taskKey) is { } task)
        {
            foreach (var (id, answer) in RegisterAnswers.Effective(Instrument, task, Case.ReferenceDate(nowUtc)))
            {
                answers[id] = answer;
            }
        }

        return answers;
    }

    /// <summary>Questions of a task and of the body, by part.</summary>
    public IEnumerable<(string Title, IReadOnlyList<Question> Questions)> Parts =>
        Instrument.Components.Select(part => (part.Title.Shown(), part.Questions))
            .Append((Tr($"Ernst van de gevolgen"), Instrument.Severity))
            .Concat(Instrument.CrossCutting.Select(part => (Tr($"{part.Title.Shown()} (voor de hele organisatie)"), part.Questions)))
            .Where(part => part.Item2.Count > 0);

    public static string LabelOf(Question question, Answer? answer) => answer?.Value switch
    {
        null => Tr($"nog geen antwoord"),
        Answer.Unknown => Tr($"weet niet"),
        Answer.NotApplicable => Tr($"niet van toepassing"),
        { } option => question.IndexOf(option) is >= 0 and var index ? question.Scale.Options[index].Label.Shown() : option,
    };

    /// <summary>Part of the questionnaire on which a question is asked; null when the process does not ask it.</summary>
    public string? PartOf(string process, string taskKey, string questionId) =>
        QuestionPart.OfTask(process, Instrument, taskKey).FirstOrDefault(part => part.Questions.Any(question => question.Id == questionId))?.Id;
}
