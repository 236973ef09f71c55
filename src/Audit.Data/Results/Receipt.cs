using System.Globalization;
using System.Text.Json.Nodes;
using Audit.Core.Scoring;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Results;

/// <summary>Checks a receipt: are its parts what their hashes say, and does scoring them again give the same result?</summary>
public static class Receipt
{
    /// <summary>Largest difference between two numbers that counts as the same result.</summary>
    private const double Tolerance = 1e-12;

    private static readonly string[] Fields = ["schema", "program", "time", "date", "instrument", "profile", "answers", "result", "trace"];
    private static readonly string[] NamedParts = ["instrument", "profile"];
    private static readonly string[] NamedBy = ["id", "version"];

    /// <summary>Scores the contents of a receipt again.</summary>
    /// <param name="path">Path of the receipt.</param>
    /// <param name="problems">Receives what does not hold.</param>
    /// <returns>The new calculation; null when the receipt cannot be read or its parts were changed.</returns>
    public static ScoreRun? Rescore(string path, ProblemList problems)
    {
        if (DocumentReader.ReadFile(path, problems, DocumentLimits.Receipt) is not { } root)
        {
            return null;
        }

        if (root is not MapNode receipt || receipt.Text("schema") != Formats.ReceiptSchema)
        {
            problems.Error(root.Line, Sentence.Of($"dit is geen rekenbewijs ({Formats.ReceiptSchema})"));
            return null;
        }

        CheckEnvelope(receipt, problems);
        if (ReadRun(receipt, problems) is not { } run)
        {
            return null;
        }

        Compare(receipt.Find("result"), run.ToJson(), "result", problems);
        Compare(receipt.Find("trace"), run.ToReceipt(default)["trace"], "trace", problems);
        return run;
    }

    /// <summary>Whether what the receipt says about its parts is what the parts say themselves.</summary>
    private static void CheckEnvelope(MapNode receipt, ProblemList problems)
    {
        foreach (var entry in receipt.Entries.Where(entry => !Fields.Contains(entry.Name)))
        {
            problems.Error(entry.Line, Sentence.Of($"onbekend veld '{entry.Name}' in het rekenbewijs"));
        }

        if (!DateTimeOffset.TryParseExact(receipt.Text("time"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            problems.Error(receipt.Find("time")?.Line ?? receipt.Line, Sentence.Of($"het rekenbewijs heeft geen geldig tijdstip in 'time'"));
        }

        if (receipt.Map("program")?.Text("version") is null)
        {
            problems.Error(receipt.Find("program")?.Line ?? receipt.Line, Sentence.Of($"het rekenbewijs noemt geen programmaversie in 'program'"));
        }

        foreach (var part in NamedParts.Select(receipt.Map).OfType<MapNode>())
        {
            foreach (var field in NamedBy.Where(field => part.Text(field) != part.Map("content")?.Text(field)))
            {
                problems.Error(part.Find(field)?.Line ?? part.Line, Sentence.Of($"'{field}' in het rekenbewijs is anders dan in de inhoud"));
            }
        }
    }

    private static ScoreRun? ReadRun(MapNode receipt, ProblemList problems)
    {
        var instrument = TemplateReader.Instrument(ContentOf(receipt, "instrument", problems), problems);
        var profile = TemplateReader.Profile(ContentOf(receipt, "profile", problems), problems);
        var answers = TemplateReader.Answers(ContentOf(receipt, "answers", problems), problems);
        if (instrument is not null && answers is not null)
        {
            AnswersReader.CheckAgainst(answers.Root, instrument.Value, problems);
        }

        if (!DateOnly.TryParseExact(receipt.Text("date"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
        {
            problems.Error(receipt.Line, Sentence.Of($"het rekenbewijs heeft geen geldige datum in 'date'"));
        }

        if (profile?.Value is JudgedProfile)
        {
            problems.Error(receipt.Find("profile")!.Line, Sentence.Of($"met een beoordeeld profiel ('judged') kan niet worden gerekend"));
        }

        return problems.HasErrors ? null : new ScoreRun(instrument!, profile!, answers!, on);
    }

    private static MapNode? ContentOf(MapNode receipt, string part, ProblemList problems)
    {
        if (receipt.Map(part) is not { } block || block.Map("content") is not { } content)
        {
            problems.Error(receipt.Find(part)?.Line ?? receipt.Line, Sentence.Of($"in het rekenbewijs ontbreekt de inhoud van '{part}'"));
            return null;
        }

        if (CanonicalJson.Hash(CanonicalJson.Of(content)) != block.Text("sha256"))
        {
            problems.Error(block.Line, Sentence.Of($"de inhoud van '{part}' is veranderd: de SHA-256 klopt niet"));
        }

        return content;
    }

    /// <summary>Reports where a stored value and a calculated one differ.</summary>
    private static void Compare(Node? stored, JsonNode? calculated, string where, ProblemList problems)
    {
        switch (stored, calculated)
        {
            case (MapNode map, JsonObject json):
                foreach (var name in map.Entries.Select(entry => entry.Name).Union(json.Select(pair => pair.Key)))
                {
                    Compare(map.Find(name) ?? new ScalarNode(map.Line, ScalarKind.Empty, string.Empty), json[name], $"{where}/{name}", problems);
                }

                break;
            case (ListNode list, JsonArray json) when list.Items.Count == json.Count:
                for (var i = 0; i < json.Count; i++)
                {
                    Compare(list.Items[i], json[i], $"{where}/{i}", problems);
                }

                break;
            case (ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number } number, JsonValue value)
                when value.TryGetValue<double>(out var other) && Math.Abs(number.Value - other) <= Tolerance:
            case (ScalarNode { Kind: ScalarKind.Integer } whole, JsonValue integer)
                when integer.TryGetValue<int>(out var count) && whole.Value == count:
            case (ScalarNode { Kind: ScalarKind.Text } text, JsonValue word)
                when word.TryGetValue<string>(out var same) && text.Text == same:
            case (ScalarNode { Kind: ScalarKind.Empty }, null):
                break;
            default:
                problems.Error(stored?.Line ?? 1, Sentence.Of($"herberekening geeft een ander resultaat bij {where}: {calculated?.ToJsonString() ?? (object)Sentence.Of($"leeg")}"));
                break;
        }
    }
}
