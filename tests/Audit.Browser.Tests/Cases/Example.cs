using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Definitions;

namespace Audit.Browser.Tests.Cases;

/// <summary>The public DUO example with everything it is scored by.</summary>
public sealed class Example
{
    private Example(Assessment answers, CaseContent content)
    {
        Answers = answers;
        Content = content;
    }

    public Assessment Answers { get; }

    public CaseContent Content { get; }

    public PublicTask Task => Answers.Tasks[0];

    public static Example Read()
    {
        var set = new TemplateSet();
        var folder = AuditSite.Content;
        var example = Path.Combine(folder.Root, "templates", "examples", "duo-uitwonendenbeurs-2014.yaml");
        foreach (var path in folder.Instruments().Append(folder.DefaultProfile).Append(example).Concat(folder.Measures()))
        {
            set.Add(path);
        }

        set.CheckReferences();
        Assert.DoesNotContain(set.Problems, problem => !problem.IsWarning);
        var answers = set.Answers.Single().Value;
        var instrument = set.Instruments.First(template => (template.Value.Id, template.Value.Version) == (answers.InstrumentId, answers.InstrumentVersion));
        return new(answers, new(instrument, set.Profiles.First(template => template.Value is ComputedProfile), [.. set.Catalogues]));
    }

    /// <summary>The questions of a page, as the address of that page names them.</summary>
    public IReadOnlyList<Question> QuestionsOf(string part)
    {
        var instrument = Content.Instrument.Value;
        return part == "severity"
            ? instrument.Severity
            : instrument.Components.Concat(instrument.CrossCutting).First(component => component.Id == part).Questions;
    }

    /// <summary>Name of a session, which its script may give.</summary>
    public string SessionName(string stepKey) => StepTexts.NameOf(ActivityNames.WorkSession, stepKey, Content.Instrument.Value);

    /// <summary>The answer to a question, of the task or of the body.</summary>
    public Answer AnswerTo(string question) => Task.Answers.GetValueOrDefault(question) ?? Answers.CrossCutting[question];

    /// <summary>Whether the example answers a question; it leaves out what does not apply and what the register fills.</summary>
    public bool IsAnswered(string question) => Task.Answers.ContainsKey(question) || Answers.CrossCutting.ContainsKey(question);

    /// <summary>Whether the register of distinctions answers a question.</summary>
    public bool IsFilled(string question) =>
        RegisterAnswers.Of(Content.Instrument.Value, Task.Distinctions, Answers.Date!.Value).Any(answer => answer.QuestionId == question);

    /// <summary>The same case through the library alone, in memory.</summary>
    public async Task<CaseReport> RunAsync()
    {
        var (definition, problems) = DefinitionFile.Load(AuditSite.Content.DefaultWorkflow);
        Assert.DoesNotContain(problems, problem => !problem.IsWarning);
        using var store = AuditDatabase.InMemory();
        await store.MigrateAsync();
        var input = new NewCase(Guid.Empty, "DUO 2014", Content) { ReferenceDate = Answers.Date, DefinitionId = definition!.DefinitionId };
        var loaded = new LoadedDefinition(AuditSite.Content.DefaultWorkflow, definition);
        var (report, reason) = await new UnattendedRun(store, new ContentStore()).RunAsync(loaded, input, Answers, DateTime.UtcNow);
        Assert.Null(reason);
        return report!;
    }
}
