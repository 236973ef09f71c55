namespace Audit.Core.Instruments;

/// <summary>Compares two versions of an instrument: what was added, what changed field by field, and what is gone.</summary>
/// <remarks>Things are the same when they have the same id. Where an option changes its label or value, that is told once, at the scale.</remarks>
public static class InstrumentDifference
{
    /// <summary>Every difference; per sort of thing in the order of the newer version, with what is gone last. Version numbers do not count.</summary>
    /// <param name="older">The version to compare with.</param>
    /// <param name="newer">The version that is looked at.</param>
    public static IReadOnlyList<ElementDifference> Between(Instrument older, Instrument newer) =>
    [
        .. WholeOf(older, newer),
        .. Compare(InstrumentElement.Component, (PartsOf(older), PartsOf(newer)), part => (part.Id, part.Title.Nl), FieldsOf),
        .. Compare(InstrumentElement.Question, (QuestionFields.Placed(older), QuestionFields.Placed(newer)), placed => (placed.Question.Id, placed.Question.Text.Nl), QuestionFields.Between),
        .. Compare(InstrumentElement.Scale, (ScalesOf(older), ScalesOf(newer)), scale => (scale.Id, scale.Id), FieldsOf),
        .. Compare(InstrumentElement.Gate, (older.Gates, newer.Gates), gate => (gate.Id, gate.Text.Nl), FieldsOf),
        .. Compare(InstrumentElement.Theme, (older.Themes, newer.Themes), theme => (theme.Id, theme.Title.Nl), (before, after) => Fields.OfText(ChangedField.Text, before.Title, after.Title)),
        .. Compare(InstrumentElement.Source, (older.Sources, newer.Sources), source => (source.Id, source.Title), FieldsOf),
        .. RegisterDifference.Between(older.Register, newer.Register),
        .. Compare(InstrumentElement.Session, (older.Sessions, newer.Sessions), session => (session.Id, session.Title.Nl), SessionFields.Between),
    ];

    /// <summary>Compares two lists by id.</summary>
    internal static IEnumerable<ElementDifference> Compare<T>(
        InstrumentElement element, (IEnumerable<T> Older, IEnumerable<T> Newer) lists, Func<T, (string Id, string Title)> nameOf, Func<T, T, IEnumerable<FieldChange>> fieldsOf)
    {
        // A checked instrument has no id twice; one that is not checked shows the first.
        var before = lists.Older.GroupBy(item => nameOf(item).Id).ToDictionary(same => same.Key, same => same.First());
        var after = lists.Newer.DistinctBy(item => nameOf(item).Id).ToList();
        foreach (var item in after)
        {
            var (id, title) = nameOf(item);
            if (!before.Remove(id, out var earlier))
            {
                yield return new(element, id, title, DifferenceKind.Added, []);
            }
            else if (fieldsOf(earlier, item).ToList() is { Count: > 0 } fields)
            {
                yield return new(element, id, title, DifferenceKind.Changed, fields);
            }
        }

        foreach (var gone in before.Values)
        {
            yield return new(element, nameOf(gone).Id, nameOf(gone).Title, DifferenceKind.Removed, []);
        }
    }

    private static IEnumerable<ElementDifference> WholeOf(Instrument older, Instrument newer)
    {
        List<FieldChange> fields =
        [
            .. Fields.OfText(ChangedField.Text, older.Title, newer.Title),
            .. Fields.Of(ChangedField.Status, older.Status.ToString(), newer.Status.ToString()),
        ];
        return fields.Count == 0 ? [] : [new(InstrumentElement.Whole, string.Empty, newer.Title.Nl, DifferenceKind.Changed, fields)];
    }

    private static IEnumerable<InstrumentComponent> PartsOf(Instrument instrument) => instrument.CrossCutting.Concat(instrument.Components);

    private static IEnumerable<Scale> ScalesOf(Instrument instrument) => instrument.AllQuestions.Select(question => question.Scale).DistinctBy(scale => scale.Id);

    private static IEnumerable<FieldChange> FieldsOf(InstrumentComponent before, InstrumentComponent after)
    {
        var kept = before.Questions.Select(question => question.Id).Intersect(after.Questions.Select(question => question.Id)).ToList();
        var order = after.Questions.Select(question => question.Id).Where(kept.Contains).ToList();
        return
        [
            .. Fields.OfText(ChangedField.Text, before.Title, after.Title),
            .. Fields.Of(ChangedField.Weight, Fields.Number(before.Weight), Fields.Number(after.Weight)),
            .. Fields.Of(ChangedField.Order, Fields.List(kept), Fields.List(order)),
        ];
    }

    private static IEnumerable<FieldChange> FieldsOf(Scale before, Scale after)
    {
        var (old, now) = (before.Options.ToDictionary(option => option.Id), after.Options.ToDictionary(option => option.Id));
        var options = after.Options.Concat(before.Options.Where(option => !now.ContainsKey(option.Id))).Select(option => option.Id)
            .SelectMany(id => OptionFields(old.GetValueOrDefault(id), now.GetValueOrDefault(id)));
        var kept = before.Options.Select(option => option.Id).Where(now.ContainsKey).ToList();
        return [.. options, .. Fields.Of(ChangedField.Order, Fields.List(kept), Fields.List(after.Options.Select(option => option.Id).Where(old.ContainsKey)))];
    }

    private static IEnumerable<FieldChange> OptionFields(AnswerOption? before, AnswerOption? after)
    {
        var (old, now) = (Describe(before), Describe(after));
        return old != now ? [new(ChangedField.Options, old, now)]
            : before!.Label != after!.Label ? [new(ChangedField.English, before.Label.En, after.Label.En)]
            : [];
    }

    private static string? Describe(AnswerOption? option) => option is null ? null
        : $"{option.Id}: {option.Label.Nl}{(option.Value is { } value ? $" ({Fields.Number(value)})" : string.Empty)}{(option.Level is { } level ? $" ({Fields.Number(level)})" : string.Empty)}";

    private static IEnumerable<FieldChange> FieldsOf(Gate before, Gate after) =>
    [
        .. Fields.OfText(ChangedField.Text, before.Text, after.Text),
        .. Fields.Of(ChangedField.Condition, ConditionFormula.Of(before.When), ConditionFormula.Of(after.When)),
        .. Fields.Of(ChangedField.Floor, before.Floor?.ToString(), after.Floor?.ToString()),
        .. Fields.Of(ChangedField.OpenFloor, before.OpenFloor?.ToString(), after.OpenFloor?.ToString()),
        .. Fields.Of(ChangedField.Blocks, Fields.Flag(before.BlocksPublication), Fields.Flag(after.BlocksPublication)),
        .. Fields.Of(ChangedField.Validity, Fields.Period(before.ValidFrom, before.ValidUntil), Fields.Period(after.ValidFrom, after.ValidUntil)),
        .. Fields.Of(ChangedField.Sources, Fields.List(before.Sources), Fields.List(after.Sources)),
    ];

    private static IEnumerable<FieldChange> FieldsOf(SourceReference before, SourceReference after) => before == after
        ? []
        : Fields.Of(ChangedField.Text, before.Title, after.Title) is [var title] ? [title] : [new(ChangedField.Contents, null, null)];
}
