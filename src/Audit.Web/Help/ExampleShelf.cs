using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Results;
using Audit.Data.Templates;

namespace Audit.Web.Help;

/// <summary>A worked example: a score and a plan from an answers file that comes with the program.</summary>
/// <param name="Run">Answers with their score.</param>
/// <param name="Plans">The plan per task, in the order of the tasks.</param>
public sealed record WorkedExample(ScoreRun Run, IReadOnlyList<TaskPlan> Plans)
{
    public Instrument Instrument => Run.Instrument.Value;

    public Audit.Core.Assessments.Assessment Answers => Run.Answers.Value;
}

/// <summary>The example to look around in, calculated when somebody first asks for it and then kept.</summary>
public sealed class ExampleShelf(TemplateFolder folder)
{
    private const string File = "duo-uitwonendenbeurs-2014.yaml";

    private readonly Lazy<WorkedExample?> example = new(() => Make(folder));

    /// <summary>The example; null when the installation has none that can be read.</summary>
    public WorkedExample? Example => example.Value;

    private static WorkedExample? Make(TemplateFolder folder)
    {
        var path = Path.Combine(folder.Root, "templates", "examples", File);
        if (!System.IO.File.Exists(path))
        {
            return null;
        }

        var set = new TemplateSet();
        foreach (var file in ShippedContent.FilesOf(folder).Append(path))
        {
            set.Add(file);
        }

        set.CheckReferences();
        return set.Problems.Any(problem => !problem.IsWarning) || set.Answers.FirstOrDefault() is not { } answers ? null : Of(set, answers);
    }

    private static WorkedExample? Of(TemplateSet set, Template<Audit.Core.Assessments.Assessment> answers)
    {
        var (id, version) = (answers.Value.InstrumentId, answers.Value.InstrumentVersion);
        if (set.Instruments.FirstOrDefault(known => (known.Value.Id, known.Value.Version) == (id, version)) is not { } instrument
            || set.Profiles.FirstOrDefault(known => known.Value is ComputedProfile) is not { } profile
            || answers.Value.Date is not { } day)
        {
            return null;
        }

        var run = new ScoreRun(instrument, profile, answers, day);
        var measures = ContentStore.Merge(set.Catalogues, id);
        return new(run, Calculations.PlansOf(run, measures, new ReachClass(RiskClass.Medium), RiskClass.Medium));
    }
}
