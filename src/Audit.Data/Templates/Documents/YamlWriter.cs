using System.Globalization;
using System.Text.RegularExpressions;
using Audit.Data.Templates.Shapes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Audit.Data.Templates.Documents;

/// <summary>Writes a tree as YAML 1.2 in one normal form: equal content gives equal text, whatever its field order and spelling were.</summary>
/// <remarks>Comments are no part of a tree, so they do not come back.</remarks>
public sealed partial class YamlWriter
{
    private static readonly EmitterSettings Layout = new(
        bestIndent: 2, bestWidth: int.MaxValue, isCanonical: false, maxSimpleKeyLength: 1024, skipAnchorName: true, indentSequences: true, newLine: "\n");

    private readonly Emitter emitter;

    private YamlWriter(TextWriter target) => emitter = new Emitter(target, Layout);

    /// <summary>The text of a tree, which reads back to the same canonical JSON.</summary>
    /// <param name="root">What to write.</param>
    /// <param name="shape">Its format: gives the order of fields, and which texts are ids that need no quotes; null = not known.</param>
    public static string Write(Node root, Shape? shape = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var writer = new YamlWriter(text);
        writer.emitter.Emit(new StreamStart());
        writer.emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        writer.Put(root, shape, oneLine: false);
        writer.emitter.Emit(new DocumentEnd(isImplicit: true));
        writer.emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private void Put(Node node, Shape? shape, bool oneLine)
    {
        switch (node)
        {
            case MapNode map:
                PutMap(map, (shape as ShortOrFullShape)?.Full ?? shape, oneLine || shape is ConditionShape or MapShape { OneLine: true });
                break;
            case ListNode list:
                PutList(list, (shape as ListShape)?.Item, oneLine);
                break;
            case ScalarNode scalar:
                PutScalar(scalar, (shape as ShortOrFullShape)?.Short ?? shape);
                break;
        }
    }

    private void PutMap(MapNode map, Shape? shape, bool oneLine)
    {
        var fields = shape switch { MapShape block => block.Fields, ConditionShape => ConditionShape.Fields, _ => [] };
        var known = fields.Where(field => map.Find(field.Name) is not null).ToList();
        var names = known.Select(field => field.Name).ToHashSet();
        var style = oneLine || map.Entries.Count == 0 ? MappingStyle.Flow : MappingStyle.Block;
        emitter.Emit(new MappingStart(null, null, isImplicit: true, style));
        foreach (var field in known)
        {
            PutWord(field.Name);
            Put(map.Find(field.Name)!, field.Shape, oneLine);
        }

        foreach (var entry in map.Entries.Where(entry => !names.Contains(entry.Name)))
        {
            PutWord(entry.Name);
            Put(entry.Value, (shape as TableShape)?.Value, oneLine);
        }

        emitter.Emit(new MappingEnd());
    }

    private void PutList(ListNode list, Shape? item, bool oneLine)
    {
        var style = oneLine || IsWord(item) || list.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        emitter.Emit(new SequenceStart(null, null, isImplicit: true, style));
        foreach (var node in list.Items)
        {
            Put(node, item, oneLine);
        }

        emitter.Emit(new SequenceEnd());
    }

    private void PutScalar(ScalarNode scalar, Shape? shape)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Text when IsWord(shape):
                PutWord(scalar.Text);
                break;
            case ScalarKind.Text:
                PutQuoted(scalar.Text);
                break;
            case ScalarKind.Integer or ScalarKind.Number:
                PutPlain(double.IsFinite(scalar.Value) ? NumberText(scalar.Value) : scalar.Text);
                break;
            case ScalarKind.Boolean:
                PutPlain(scalar.Text);
                break;
            case ScalarKind.Empty:
                PutPlain("null");
                break;
        }
    }

    /// <summary>Whether texts of the shape are ids or fixed words, unlike prose, addresses and dates.</summary>
    private static bool IsWord(Shape? shape) => shape is WordShape or TextShape { Pattern: not null, IsDate: false, IsLink: false };

    private void PutWord(string word)
    {
        if (Word().IsMatch(word) && CoreSchema.Resolve(1, word).Kind == ScalarKind.Text)
        {
            PutPlain(word);
        }
        else
        {
            PutQuoted(word);
        }
    }

    private void PutPlain(string text) => emitter.Emit(new Scalar(null, null, text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));

    private void PutQuoted(string text) => emitter.Emit(new Scalar(null, null, text, ScalarStyle.DoubleQuoted, isPlainImplicit: false, isQuotedImplicit: true));

    private static string NumberText(double value) => value == 0 ? "0" : value.ToString("R", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9._/-]*\z")]
    private static partial Regex Word();
}
