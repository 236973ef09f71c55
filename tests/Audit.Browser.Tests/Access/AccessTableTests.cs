using System.Text;
using Audit.Browser.Tests.Site;
using Audit.Workflows.Cases;

namespace Audit.Browser.Tests.Access;

/// <summary>Every handler of the application × everybody who can ask it, with the ids of one body; what comes of it is kept in docs/access.md and reviewed as a change of that file.</summary>
/// <remarks>eng/access writes the file anew.</remarks>
public sealed class AccessTableTests(TwoBodies bodies) : IClassFixture<TwoBodies>
{
    private const string File = "docs/access.md";
    private const string NotThere = "404";

    /// <summary>Saving an answer by script without a value is refused before anybody looks for the case, whoever asks and whether it exists or not.</summary>
    private const string Empty = "422";

    [Fact]
    public async Task Every_handler_answers_everybody_as_the_table_says()
    {
        var handlers = await Handler.AllAsync(bodies.Site);
        var leaks = new List<string>();
        var before = await bodies.RowsAsync();
        var strangers = new Dictionary<Handler, IReadOnlyList<string>>();
        var anonymous = new Dictionary<Handler, string>();
        foreach (var handler in handlers)
        {
            var words = new List<string>();
            foreach (var (role, client) in bodies.Strangers)
            {
                words.Add(await AskAsync(handler, client, role, leaks));
            }

            (strangers[handler], anonymous[handler]) = (words, await AskAsync(handler, bodies.Anonymous, string.Empty, leaks));
        }

        var written = (await bodies.RowsAsync()).Except(before).Select(table => table.Key).ToList();
        var colleagues = await WordsAsync(handlers, bodies.NoMember);
        var table = new StringBuilder(Head());
        foreach (var handler in handlers.Where(handler => !IsPlanted(handler)))
        {
            var members = new List<string>();
            foreach (var client in bodies.Members.Values)
            {
                members.Add((await client.AskAsync(handler, bodies.ValuesOf(handler), bodies.Fields)).Word);
            }

            table.Append(Line(handler, [.. members, colleagues[handler], Of(strangers[handler]), anonymous[handler]]));
        }

        await CompareAsync(table.ToString());
        Assert.True(handlers.Count > 200, $"{handlers.Count}");
        Assert.Equal([], written);
        // What was planted must be found, and nothing else.
        Assert.Equal([.. bodies.Strangers.Keys.Select(role => $"{role}: GET /{PlantedFault.OverAllBodies}")], leaks);
        Assert.Equal([$"GET /{PlantedFault.OverAllBodies}"], handlers.Where(handler => handler.IsOfOneBody && (strangers[handler].Any(word => word is not (NotThere or Empty)) || anonymous[handler] != "inloggen")).Select(handler => handler.Title));
        Assert.Equal("ja", colleagues[handlers.Single(handler => handler.Template == PlantedFault.OfOwnBody)]);
    }

    private static bool IsPlanted(Handler handler) => handler.Template is PlantedFault.OverAllBodies or PlantedFault.OfOwnBody;

    private async Task<Dictionary<Handler, string>> WordsAsync(IReadOnlyList<Handler> handlers, Client client)
    {
        var words = new Dictionary<Handler, string>();
        foreach (var handler in handlers)
        {
            words[handler] = (await client.AskAsync(handler, bodies.ValuesOf(handler), bodies.Fields)).Word;
        }

        return words;
    }

    private async Task<string> AskAsync(Handler handler, Client client, string who, List<string> leaks)
    {
        var answer = await client.AskAsync(handler, bodies.ValuesOf(handler), bodies.Fields);
        Assert.True((int)answer.Status < 500, $"{who}: {handler.Title} answered {answer.Status}");
        if (answer.Text.Contains(TwoBodies.Secret, StringComparison.Ordinal) || answer.Text.Contains("@demo.example", StringComparison.Ordinal))
        {
            leaks.Add($"{who}: {handler.Title}");
        }

        return answer.Word;
    }

    private static string Of(IReadOnlyList<string> words) => words.Distinct().Count() == 1 ? words[0] : string.Join('/', words);

    private string Head() => $"""
        # Who gets an answer where

        ## Who may do what

        The rules of `src/Audit.Workflows/Cases/Policies.cs`. Roles count as they are when something is done; who judges a case is never of its team.

        | rule | roles | |
        |---|---|---|
        {string.Join('\n', Policies.All.Select(policy => $"| {policy.Name} | {string.Join(", ", policy.Roles)} | {policy.Act} |"))}

        ## Every handler

        Made by `eng/access`, which asks a running installation; `AccessTableTests` fails when it differs. Every handler of every page and every other address × everybody who can ask it.
        The members of a case are the demo users; beheerder and coordinator belong to the body and are in no case. "geen lid" is a coach of the same body who is in no case.
        "ander orgaan" stands for somebody in each of these eight roles of another body, asking with the ids of this one; where they do not all get the same, their answers stand in the order of the columns.
        Forms are sent with a valid token and the ids of this body, and otherwise empty.

        `ja` answered or led on · `404` does not exist for this person · `inloggen` led to signing in · another number: refused with that status. `ja` at a form says that the person gets to that form, not that every content is accepted.

        | | {string.Join(" | ", bodies.Members.Keys)} | geen lid | ander orgaan | zonder inloggen |
        |---|{string.Concat(Enumerable.Repeat("---|", bodies.Members.Count + 3))}

        """;

    private static string Line(Handler handler, IEnumerable<string> cells) => $"| {handler.Title} | {string.Join(" | ", cells)} |\n";

    private static async Task CompareAsync(string table)
    {
        var path = Path.Combine(AuditSite.Content.Root, File);
        if (Environment.GetEnvironmentVariable("AUDIT_WRITE_ACCESS") is { Length: > 0 })
        {
            await System.IO.File.WriteAllTextAsync(path, table);
        }

        var (kept, now) = ((await System.IO.File.ReadAllTextAsync(path)).Split('\n'), table.Split('\n'));
        var changes = kept.Except(now).Select(line => $"- {line}").Concat(now.Except(kept).Select(line => $"+ {line}")).ToList();
        Assert.True(changes.Count == 0, $"{File} differs; look at it, and if it is meant so: eng/access\n{string.Join('\n', changes.Take(40))}");
    }
}
