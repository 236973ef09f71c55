namespace Audit.Core.Instruments;

/// <summary>Compares the legal vocabulary of two versions.</summary>
internal static class RegisterDifference
{
    public static IEnumerable<ElementDifference> Between(DistinctionRegister older, DistinctionRegister newer) =>
    [
        .. InstrumentDifference.Compare(InstrumentElement.Ground, (older.Grounds, newer.Grounds), ground => (ground.Id, ground.Title.Nl), FieldsOf),
        .. InstrumentDifference.Compare(InstrumentElement.Exception, (older.Exceptions, newer.Exceptions), exception => (exception.Id, exception.Title.Nl), FieldsOf),
        .. InstrumentDifference.Compare(InstrumentElement.Fill, (older.Fills, newer.Fills), fill => (fill.QuestionId, fill.QuestionId), FieldsOf),
        .. Examples(older, newer),
    ];

    private static IEnumerable<FieldChange> FieldsOf(Ground before, Ground after) =>
    [
        .. Fields.OfText(ChangedField.Text, before.Title, after.Title),
        .. Fields.OfText(ChangedField.Help, before.Help, after.Help),
        .. Fields.Of(ChangedField.Kind, before.DirectNeeds.ToString(), after.DirectNeeds.ToString()),
        .. before.Norms.SequenceEqual(after.Norms) ? Array.Empty<FieldChange>() : [new(ChangedField.Sources, Describe(before.Norms), Describe(after.Norms))],
    ];

    private static IEnumerable<FieldChange> FieldsOf(StatutoryException before, StatutoryException after) =>
    [
        .. Fields.OfText(ChangedField.Text, before.Title, after.Title),
        .. Fields.OfText(ChangedField.Help, before.Help, after.Help),
        .. before.Norm == after.Norm && before.GroundIds.SequenceEqual(after.GroundIds) ? Array.Empty<FieldChange>() : [new(ChangedField.Contents, null, null)],
    ];

    private static IEnumerable<FieldChange> FieldsOf(RegisterFill before, RegisterFill after)
    {
        var same = before.GroundIds.SequenceEqual(after.GroundIds)
            && before.ComponentIds.SequenceEqual(after.ComponentIds)
            && before.Options.Select(Describe).SequenceEqual(after.Options.Select(Describe));
        return same ? [] : [new(ChangedField.Contents, null, null)];
    }

    private static IEnumerable<ElementDifference> Examples(DistinctionRegister older, DistinctionRegister newer) =>
        older.Markers.SequenceEqual(newer.Markers) && older.Proxies.SequenceEqual(newer.Proxies)
            ? []
            : [new(InstrumentElement.Whole, string.Empty, "register", DifferenceKind.Changed, [new(ChangedField.Contents, null, null)])];

    private static string Describe(IEnumerable<LegalNorm> norms) =>
        string.Join("; ", norms.Select(norm => string.Join(' ', new[] { norm.SourceId, norm.Article, Fields.Period(norm.ValidFrom, norm.ValidUntil) }.OfType<string>())));

    private static string Describe(RegisterOption option) => $"{option.OptionId}: {string.Join(' ', option.Kinds)} / {string.Join(' ', option.Verdicts)}";
}
