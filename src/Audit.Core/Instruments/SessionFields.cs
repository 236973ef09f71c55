namespace Audit.Core.Instruments;

/// <summary>Compares the guide of a work session.</summary>
internal static class SessionFields
{
    public static IEnumerable<FieldChange> Between(WorkSessionScript before, WorkSessionScript after)
    {
        var texts = Fields.OfText(ChangedField.Text, before.Title, after.Title);
        return IsSameBesideTitle(before, after) ? texts : [.. texts, new(ChangedField.Contents, null, null)];
    }

    private static bool IsSameBesideTitle(WorkSessionScript before, WorkSessionScript after) =>
        (before.Label, before.Goal, before.SetUp, before.Outcome) == (after.Label, after.Goal, after.SetUp, after.Outcome)
        && before.Assignments.SequenceEqual(after.Assignments)
        && before.Checklist.SequenceEqual(after.Checklist)
        && before.Decisions.SequenceEqual(after.Decisions)
        && before.Sources.SequenceEqual(after.Sources);
}
