using Audit.Core.Instruments;
using Audit.Core.Survey;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes the items of the staff survey.</summary>
internal static class SurveyItemsReader
{
    public static void Check(MapNode root, ProblemList problems)
    {
        problems.CheckUnique(root.Maps("sources"), Nouns.Source);
        problems.CheckUnique(root.Maps("definitions"), Nouns.Term);
        problems.CheckUnique(root.Maps("scales"), Nouns.Scale);
        problems.CheckUnique(root.Maps("blocks"), Nouns.Block);
        problems.CheckUnique(ItemsOf(root), Nouns.SurveyItem);
        foreach (var scale in root.Maps("scales"))
        {
            problems.CheckUnique(scale.Maps("options"), Nouns.Answer);
        }

        var earlier = new Dictionary<string, MapNode>();
        foreach (var item in ItemsOf(root))
        {
            CheckItem(root, item, earlier, problems);
            earlier.TryAdd(item.Text("id") ?? string.Empty, item);
        }
    }

    public static SurveyItemPack Read(MapNode root)
    {
        var definitions = root.Maps("definitions")
            .Select(map => new SurveyDefinition(map.Text("id")!, map.Localized("term"), map.Localized("text"), map.Text("source")))
            .ToDictionary(definition => definition.Id);
        var scales = root.Maps("scales")
            .Select(map => new SurveyScale(map.Text("id")!, [.. map.Maps("options").Select(option => new SurveyOption(option.Text("id")!, option.Number("value"), option.Localized("label")))]))
            .ToDictionary(scale => scale.Id);
        SurveyItem ItemOf(MapNode map) => new(
            map.Text("id")!, KindOf(map.Text("kind")!), map.Localized("text"), map.Text("scale") is { } scale ? scales[scale] : null)
        {
            Help = map.LocalizedOrNull("help"),
            Definition = map.Text("definition") is { } definition ? definitions[definition] : null,
            When = map.Map("when") is { } when ? new(when.Text("item")!, when.Words("in")) : null,
        };
        return new(
            root.Text("id")!,
            root.Text("version")!,
            root.Text("status") == "official" ? InstrumentStatus.Official : InstrumentStatus.Unofficial,
            root.Localized("title"),
            root.Localized("introduction"))
        {
            Definitions = [.. definitions.Values],
            Blocks = [.. root.Maps("blocks").Select(map => new SurveyBlock(
                map.Text("id")!, map.Localized("title"), map.LocalizedOrNull("introduction"), [.. map.Maps("items").Select(ItemOf)]))],
            Background = [.. root.Maps("background").Select(ItemOf)],
        };
    }

    private static IEnumerable<MapNode> ItemsOf(MapNode root) => root.Maps("blocks").SelectMany(block => block.Maps("items")).Concat(root.Maps("background"));

    private static HashSet<string> IdsOf(MapNode root, string list) => [.. root.Maps(list).Select(map => map.Text("id")).OfType<string>()];

    private static void CheckItem(MapNode root, MapNode item, Dictionary<string, MapNode> earlier, ProblemList problems)
    {
        problems.CheckKnown(item.Find("scale"), IdsOf(root, "scales"), Nouns.Scale);
        problems.CheckKnown(item.Find("definition"), IdsOf(root, "definitions"), Nouns.Term);
        foreach (var source in item.List("sources"))
        {
            problems.CheckKnown(source, IdsOf(root, "sources"), Nouns.Source);
        }

        if (item.Text("kind") is { } kind && kind == "open" != (item.Find("scale") is null))
        {
            problems.Error(item.Line, kind == "open"
                ? Sentence.Of($"enquêtevraag '{item.Text("id")}' is open en heeft dus geen 'scale'")
                : Sentence.Of($"enquêtevraag '{item.Text("id")}' heeft een 'scale' nodig"));
        }

        CheckCondition(root, item, earlier, problems);
    }

    private static void CheckCondition(MapNode root, MapNode item, Dictionary<string, MapNode> earlier, ProblemList problems)
    {
        if (item.Map("when") is not { } when || when.Text("item") is not { } id)
        {
            return;
        }

        if (!earlier.TryGetValue(id, out var asked))
        {
            problems.Error(when.Line, Sentence.Of($"enquêtevraag '{item.Text("id")}' hangt af van '{id}', maar die komt er niet voor"));
            return;
        }

        var scale = root.Maps("scales").FirstOrDefault(map => map.Text("id") == asked.Text("scale"));
        var options = scale.Maps("options").Select(option => option.Text("id")).OfType<string>().ToHashSet();
        foreach (var option in when.List("in"))
        {
            problems.CheckAnswer(option, options, (Nouns.SurveyItem, id));
        }
    }

    private static SurveyItemKind KindOf(string word) => word switch
    {
        "likert" => SurveyItemKind.Likert,
        "frequency" => SurveyItemKind.Frequency,
        "choice" => SurveyItemKind.Choice,
        "multiple" => SurveyItemKind.Multiple,
        _ => SurveyItemKind.Open,
    };
}
