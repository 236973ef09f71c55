using System.Diagnostics;
using System.Text.RegularExpressions;
using Audit.Browser.Tests.Site;

namespace Audit.Browser.Tests.Crawl;

/// <summary>Follows the links of a visitor through the application, each kind of page a number of times.</summary>
public sealed partial class Crawler(Visitor visitor, int mostOfAKind)
{
    private readonly Queue<string> waiting = new();
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly HashSet<string> known = [];
    private readonly HashSet<string> seen = [];
    private readonly Dictionary<string, int> kinds = [];
    private readonly List<string> faults = [];
    private readonly List<(string Page, CrawledForm Form)> forms = [];

    /// <summary>What was wrong on the way.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>Forms that were met, with the page where they stand.</summary>
    public IReadOnlyList<(string Page, CrawledForm Form)> Forms => forms;

    public int Pages { get; private set; }

    /// <summary>How long it has been under way.</summary>
    public TimeSpan Time => clock.Elapsed;

    /// <summary>Every page and file that can be reached from an address.</summary>
    /// <param name="start">Where to begin.</param>
    /// <param name="look">Looks at a page that is shown; a text is a fault.</param>
    public async Task GoAsync(string start, Func<IPage, Task<IEnumerable<string>>> look)
    {
        Add(start);
        while (waiting.TryDequeue(out var address))
        {
            await VisitAsync(address, look);
        }
    }

    /// <summary>Sends every form that was met as it stands, and again with nothing in it: neither may be too much for the server.</summary>
    public async Task SendFormsAsync()
    {
        foreach (var (page, form) in forms)
        {
            foreach (var fields in new[] { form.Fields, [.. form.Fields.Select(field => field.Name == "__RequestVerificationToken" ? field : field with { Value = string.Empty })] })
            {
                var answer = await visitor.PostAsync(form.Action, [.. fields.Select(field => (field.Name, field.Value))]);
                if (answer.Status >= 500)
                {
                    faults.Add($"form on {page} to {form.Action}: {answer.Status}");
                }
            }
        }
    }

    /// <summary>Addresses that differ only in ids and keys are of one kind.</summary>
    public static string KindOf(string address) => Key().Replace(Id().Replace(address, "*"), "/*");

    private async Task VisitAsync(string address, Func<IPage, Task<IEnumerable<string>>> look)
    {
        Pages++;
        if (IsFile(address))
        {
            var file = await visitor.Page.APIRequest.GetAsync(address);
            Note(file.Status is >= 200 and < 300, $"{address}: {file.Status}");
            return;
        }

        var before = visitor.Faults.Count;
        var answer = await visitor.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        Note(answer!.Status is >= 200 and < 400, $"{address}: {answer.Status}");
        faults.AddRange(visitor.Faults.Skip(before).Select(fault => $"{address}: {fault}"));
        faults.AddRange((await look(visitor.Page)).Select(fault => $"{address}: {fault}"));
        foreach (var link in await visitor.Page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(link => (link.hasAttribute('download') ? '>' : '') + link.getAttribute('href'))"))
        {
            Follow(link);
        }

        if (kinds[KindOf(address)] == 1)
        {
            forms.AddRange((await visitor.Page.EvaluateAsync<CrawledForm[]>(CrawledForm.Script)).Where(form => !form.Action.Contains("/uitloggen", StringComparison.Ordinal)).Select(form => (address, form)));
        }
    }

    private void Follow(string link)
    {
        var target = link.TrimStart('>').Split('#')[0];
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal))
        {
            return;
        }

        if (link.StartsWith('>'))
        {
            files.Add(target);
        }

        Add(target);
    }

    private readonly HashSet<string> files = [];

    private bool IsFile(string address) => files.Contains(address) || Extension().IsMatch(address);

    private void Add(string address)
    {
        var kind = KindOf(address);
        if (known.Add(address) && HasNews(address) && kinds.GetValueOrDefault(kind) < mostOfAKind)
        {
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            waiting.Enqueue(address);
        }
    }

    /// <summary>Whether a path, or a value of one of its filters, was not met before. Lists with filters link to every combination of them: thousands of addresses that say nothing new.</summary>
    private bool HasNews(string address)
    {
        var parts = address.Split('?', 2);
        var isNew = seen.Add(parts[0]);
        foreach (var value in parts.Length == 1 ? [] : parts[1].Split('&'))
        {
            isNew |= seen.Add($"{parts[0]}?{value}");
        }

        return isNew;
    }

    private void Note(bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();

    /// <summary>Keys of tasks, questions, versions; and what follows a question mark.</summary>
    [GeneratedRegex("(?<=/(vragen|resultaat|onderscheid|nakijken|beoordeling|drempelregels)(/[^/?]+)?)/[^/?]+|\\?.*$|(?<=/(vragensets|werkstromen|voorbeeld)(/[^/?]+)?)/[^/?]+|/[A-Z]+[0-9]+(?=/|$)")]
    private static partial Regex Key();

    [GeneratedRegex("(\\.(xlsx|ics|json|yaml|yml|zip|csv|svg|pdf)|/werkboek|/rekenbewijs|/bestand)(\\?.*)?$")]
    private static partial Regex Extension();
}

/// <summary>A form as it stands on a page.</summary>
public sealed class CrawledForm
{
    /// <summary>Collects the forms of a page that send something.</summary>
    public const string Script = """
        [...document.querySelectorAll('form')].filter(form => form.method === 'post').map(form => ({
          Action: new URL(form.action).pathname + new URL(form.action).search,
          Fields: [...form.elements].filter(field => field.name && field.type !== 'file' && (!['radio', 'checkbox'].includes(field.type) || field.checked)).map(field => ({ Name: field.name, Value: field.value })) }))
        """;

    public string Action { get; set; } = string.Empty;

    public CrawledField[] Fields { get; set; } = [];
}

/// <summary>A field with its value.</summary>
public sealed record CrawledField
{
    public string Name { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}
