using Audit.Core;
using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Core.Scoring;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Cli;

/// <summary>The files that a score needs, as named on the command line or found by default.</summary>
/// <param name="Answers">Path of the answers file.</param>
/// <param name="Instrument">Path of the instrument; null = the one that the answers name.</param>
/// <param name="Profile">Path of the profile; null = the default one.</param>
/// <param name="On">Reference date; null = that of the answers, else today.</param>
internal sealed record ScoreInputs(string Answers, string? Instrument, string? Profile, DateOnly? On)
{
    /// <summary>Reads every file, reporting all errors of all of them; null when there was one.</summary>
    /// <param name="measures">Measure files to read along; they may be empty.</param>
    /// <param name="set">Everything that was read.</param>
    public ScoreRun? Load(IEnumerable<string> measures, TemplateSet set)
    {
        set.Add(Answers, Formats.AnswersSchema);
        var answers = set.Answers.FirstOrDefault();
        var own = new ProblemList(Answers);
        if ((Instrument ?? FindInstrument(answers, own)) is { } instrument)
        {
            set.Add(instrument, Formats.InstrumentSchema);
        }

        if ((Profile ?? TemplateFolder.Find(Environment.CurrentDirectory)?.DefaultProfile) is { } profile)
        {
            set.Add(profile, Formats.ProfileSchema);
        }
        else
        {
            own.Error(1, Sentence.Of($"er is geen scoreprofiel gevonden; geef het met --profile"));
        }

        foreach (var file in measures)
        {
            set.Add(file, Formats.MeasuresSchema);
        }

        set.CheckReferences();
        CheckMatch(answers, set.Instruments.FirstOrDefault(), own);
        CheckComputed(set.Profiles.FirstOrDefault(), own);
        var failed = Output.Report(set.Problems.Concat(own.All));
        return failed ? null : new ScoreRun(set.Instruments.First(), set.Profiles.First(), answers!, On ?? answers!.Value.Date ?? DateOnly.FromDateTime(DateTime.Today));
    }

    private static string? FindInstrument(Template<Assessment>? answers, ProblemList problems)
    {
        if (answers is null)
        {
            return null;
        }

        var path = TemplateFolder.Find(Environment.CurrentDirectory)?.Instrument(answers.Value.InstrumentId, answers.Value.InstrumentVersion);
        if (path is null || !File.Exists(path))
        {
            problems.Error(
                answers.Root.Find("instrument")!.Line,
                Sentence.Of($"instrument '{answers.Value.InstrumentId}' versie {answers.Value.InstrumentVersion} is niet gevonden; geef het met --instrument"));
            return null;
        }

        return Path.GetRelativePath(Environment.CurrentDirectory, path);
    }

    private static void CheckMatch(Template<Assessment>? answers, Template<Instrument>? instrument, ProblemList problems)
    {
        if (answers is not null && instrument is not null
            && (answers.Value.InstrumentId, answers.Value.InstrumentVersion) != (instrument.Value.Id, instrument.Value.Version))
        {
            problems.Error(
                answers.Root.Find("instrument")!.Line,
                Sentence.Of($"de antwoorden horen bij instrument '{answers.Value.InstrumentId}' versie {answers.Value.InstrumentVersion}, maar gegeven is '{instrument.Value.Id}' versie {instrument.Value.Version}"));
        }
    }

    private static void CheckComputed(Template<ScoringProfile>? profile, ProblemList problems)
    {
        if (profile?.Value is JudgedProfile)
        {
            problems.Error(profile.Root.Find("kind")?.Line ?? 1, Sentence.Of($"profiel '{profile.Value.Id}' is voor risico's die een team zelf beoordeelt; daarmee kan niet worden gerekend"));
        }
    }
}
