using System.Text;
using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Workflows.Cases;

namespace Audit.Web.Pages.Life;

/// <summary>An answers file that was handed in: what it holds, or what is wrong with it.</summary>
/// <param name="Answers">The assessment; null when there are errors.</param>
/// <param name="Content">What a case with these answers runs on: the version that the file names.</param>
/// <param name="Problems">Errors and warnings with their lines.</param>
public sealed record AnswersUpload(Assessment? Answers, CaseContent? Content, IReadOnlyList<Problem> Problems)
{
    /// <summary>Largest file. Unit: bytes.</summary>
    public const int Most = 2 * 1024 * 1024;

    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];
    private static readonly DocumentLimits Limits = new(Most, 64, 200_000);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IEnumerable<Problem> Errors => Problems.Where(problem => !problem.IsWarning);

    /// <summary>Why a file is not read at all; null when it can be.</summary>
    public static string? RefusalOf(IFormFile? file) =>
        file is null ? Tr($"Kies een bestand met antwoorden.")
        : file.Length == 0 ? Tr($"Het bestand is leeg.")
        : file.Length > Most ? Tr($"Het bestand is groter dan {Most / 1024 / 1024} MB.")
        : !Extensions.Contains(Path.GetExtension(file.FileName).ToLowerInvariant()) ? Tr($"Kies een bestand waarvan de naam eindigt op .yaml, .yml of .json.")
        : null;

    /// <summary>Reads a file and checks it against the version of the instrument that it names.</summary>
    public static async Task<AnswersUpload> ReadAsync(AuditContext db, InstrumentLibrary library, IFormFile file)
    {
        var problems = new ProblemList("bestand");
        var root = await TextAsync(file, problems) is { } text ? DocumentReader.Read(text, problems, Limits) : null;
        var set = new TemplateSet();
        set.Add(root, problems, Formats.AnswersSchema);
        var answers = set.Answers.FirstOrDefault();
        if (answers is null)
        {
            return new(null, null, problems.All);
        }

        return await CheckAsync(db, library, (set, answers), problems);
    }

    private static async Task<AnswersUpload> CheckAsync(AuditContext db, InstrumentLibrary library, (TemplateSet Set, Template<Assessment> Answers) read, ProblemList problems)
    {
        var (id, version) = (read.Answers.Value.InstrumentId, read.Answers.Value.InstrumentVersion);
        var versions = (await library.VersionsAsync(db)).Where(known => known.IsOffered && known.Instrument.Id == id).ToList();
        var shipped = library.Shipped();
        if (InstrumentLibrary.Find(versions, id, version) is not { } named || shipped.Refusal is not null)
        {
            problems.Error(read.Answers.Root.Find("instrument")!.Line, versions.Count == 0
                ? Sentence.Of($"vragenset '{id}' versie {version} is hier niet bekend")
                : Sentence.Of($"vragenset '{id}' versie {version} is hier niet bekend; wel: {string.Join(", ", versions.Select(known => known.Instrument.Version))}"));
            return new(null, null, problems.All);
        }

        read.Set.Add(named.Template.Root, new ProblemList("vragenset"), Formats.InstrumentSchema);
        read.Set.CheckReferences();
        return problems.HasErrors
            ? new(null, null, problems.All)
            : new(Marked(read.Answers.Value), new(named.Template, shipped.Profiles[0], await library.MeasuresOfAsync(db, named)), problems.All);
    }

    /// <summary>Names in a file are what its maker says; the screens say so.</summary>
    private static Assessment Marked(Assessment answers) => answers with
    {
        Tasks = [.. answers.Tasks.Select(task => new PublicTask(task.Id, task.Name, Marked(task.Answers)) { Distinctions = [.. task.Distinctions.Select(distinction => distinction with { By = Marked(distinction.By) })] })],
        CrossCutting = Marked(answers.CrossCutting),
    };

    private static Dictionary<string, Answer> Marked(IReadOnlyDictionary<string, Answer> answers) =>
        answers.ToDictionary(pair => pair.Key, pair => pair.Value with { By = Marked(pair.Value.By) });

    private static string? Marked(string? by) => by is null ? null : Tr($"{by} (uit een bestand)");

    private static async Task<string?> TextAsync(IFormFile file, ProblemList problems)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            return Strict.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            problems.Error(1, Sentence.Of($"het bestand is geen geldige UTF-8-tekst"));
            return null;
        }
    }
}
