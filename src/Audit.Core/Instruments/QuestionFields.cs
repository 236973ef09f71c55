namespace Audit.Core.Instruments;

/// <summary>A question with the id of the part that holds it.</summary>
internal sealed record PlacedQuestion(Question Question, string Part);

/// <summary>Compares a question field by field.</summary>
internal static class QuestionFields
{
    /// <summary>Stands for the part of questions on how grave the consequences are.</summary>
    private const string Severity = "severity";

    /// <summary>Every question of an instrument, in its order.</summary>
    public static IEnumerable<PlacedQuestion> Placed(Instrument instrument) =>
        instrument.CrossCutting.Concat(instrument.Components).SelectMany(part => part.Questions.Select(question => new PlacedQuestion(question, part.Id)))
            .Concat(instrument.Severity.Select(question => new PlacedQuestion(question, Severity)));

    /// <summary>The fields that differ. Of the scale only what is offered counts: its labels and values are told at the scale itself.</summary>
    public static IEnumerable<FieldChange> Between(PlacedQuestion older, PlacedQuestion newer)
    {
        var (before, after) = (older.Question, newer.Question);
        return
        [
            .. Fields.OfText(ChangedField.Text, before.Text, after.Text),
            .. Fields.Of(ChangedField.Part, older.Part, newer.Part),
            .. Fields.Of(ChangedField.Kind, before.Kind.ToString(), after.Kind.ToString()),
            .. Fields.Of(ChangedField.Scale, before.Scale.Id, after.Scale.Id),
            .. Fields.Of(ChangedField.Options, OptionsOf(before), OptionsOf(after)),
            .. Fields.Of(ChangedField.Weight, Fields.Number(before.Weight), Fields.Number(after.Weight)),
            .. Fields.Of(ChangedField.Condition, ConditionFormula.Of(before.When), ConditionFormula.Of(after.When)),
            .. Fields.Of(ChangedField.Theme, before.Theme, after.Theme),
            .. Fields.Of(ChangedField.QuickScan, Fields.Flag(before.QuickScan), Fields.Flag(after.QuickScan)),
            .. Fields.Of(ChangedField.Measures, Fields.List(before.Measures), Fields.List(after.Measures)),
            .. Fields.Of(ChangedField.Sources, Fields.List(before.Sources), Fields.List(after.Sources)),
            .. Guidance(before.Guidance, after.Guidance),
        ];
    }

    private static IEnumerable<FieldChange> Guidance(QuestionGuidance before, QuestionGuidance after) =>
    [
        .. Fields.OfText(ChangedField.Help, before.Help, after.Help),
        .. Fields.OfText(ChangedField.Example, before.Example, after.Example),
        .. Fields.OfText(ChangedField.EvidenceHints, before.EvidenceHints, after.EvidenceHints),
        .. Fields.OfText(ChangedField.WhoKnows, before.WhoKnows, after.WhoKnows),
    ];

    private static string? OptionsOf(Question question) => Fields.List(question.Scale.Options.Select(option => option.Id));
}
