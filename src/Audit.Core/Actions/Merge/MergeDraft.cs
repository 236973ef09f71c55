namespace Audit.Core.Actions.Merge;

/// <summary>A preview while it is being made.</summary>
internal sealed class MergeDraft(SheetContent theirs)
{
    private readonly List<Refusal> refused = [.. theirs.Refused];
    private readonly List<MergeNote> notes = [.. theirs.Notes];

    public List<CellEdit> Changes { get; } = [];

    public List<CellConflict> Conflicts { get; } = [];

    public List<NewRow> NewRows { get; } = [];

    public List<MissingRow> Missing { get; } = [];

    public void Refuse(SheetPlace place, RefusalReason reason, Sentence text) => refused.Add(new Refusal(place, reason, text));

    public void Note(SheetPlace place, NoteKind kind, Sentence text) => notes.Add(new MergeNote(place, kind, text));

    public MergePreview ToPreview() => new(Changes, Conflicts, NewRows, Missing, refused, notes);
}
