using Audit.Core.Actions.Merge;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Actions.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.ActionItems;

/// <summary>Gives one field of several actions the same value: first shown, then made for all of them or for none.</summary>
[ShowsAnswers]
public sealed class BulkModel(CaseAccess access) : TrackingPage(access)
{
    public const string ValueField = "waarde";
    public const string Preview = "voorbeeld";
    public const string Apply = "wijzigen";
    public const string Without = "zonder";

    /// <summary>The fields that can be changed for several actions at once.</summary>
    public static IReadOnlyList<ActionField> Fields => [.. BulkChange.Fields.Select(key => ActionFields.Find(key)!)];

    /// <summary>What was chosen and typed.</summary>
    public BulkInput Input { get; private set; } = new();

    public IReadOnlyList<ChosenAction> Chosen { get; private set; } = [];

    /// <summary>What the change would do to every action; empty while it was not looked at.</summary>
    public IReadOnlyList<BulkVerdict> Verdicts { get; private set; } = [];

    public ActionField Field => Fields.FirstOrDefault(one => one.Key == Input.Veld) ?? Fields[0];

    public FieldView Value => new(
        Field with { Name = ValueField, Label = Tr($"Nieuwe waarde voor {TrackingTexts.FieldOf(Field.Key).ToLowerInvariant()}"), Help = Field.Kind == FieldKind.Day ? ActionFields.DayHelp : string.Empty },
        Input.Waarde ?? string.Empty,
        null,
        Field.Kind == FieldKind.Status ? FieldOptions.WithoutClosing : FieldOptions.Of(Field.Kind, Book, string.Empty));

    public IEnumerable<BulkVerdict> Refused => Verdicts.Where(verdict => verdict.Refusal is not null);

    public int ChangeCount => Verdicts.Count(verdict => verdict is { Refusal: null, IsSame: false });

    /// <summary>A value of the field as people read it.</summary>
    public string Words(string value) => Field.Kind == FieldKind.Member
        ? (Guid.TryParse(value, out var id) ? Book.People.FirstOrDefault(person => person.Id == id)?.Name ?? Tr($"Iemand die niet meer meedoet") : Tr($"niemand"))
        : TrackingTexts.ValueOf(Field.Key, value);

    public string ValueNow(TrackedAction action) => Field.Kind == FieldKind.Member ? action.Person ?? Tr($"niemand") : Words(ActionValues.Of(action)[Field.Key]);

    public async Task<IActionResult> OnGetAsync(Guid id, ActionFilter filter, string[] rij, BulkInput input)
    {
        if (!await LoadAsync(id) || !Rights.MayManage)
        {
            return NotFound();
        }

        Input = input;
        Chosen = input.Alles == "ja" ? ChosenActions.Of(filter.Of(Book.Actions, Access.User.Id)) : ChosenActions.In(Book, rij);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm] BulkInput input)
    {
        if (!await LoadAsync(id) || !Rights.MayManage)
        {
            return NotFound();
        }

        Input = input;
        Chosen = ChosenActions.Read(input.Rijen);
        if (Chosen.Count == 0)
        {
            ModelState.AddModelError(string.Empty, Tr($"Er is geen actie aangevinkt."));
            return Page();
        }

        var read = ActionValues.Read(Field.Kind, input.Waarde ?? string.Empty);
        if (read.Value is not { } value)
        {
            ModelState.AddModelError(ValueField, read.Error);
            return Page();
        }

        return await GoOnAsync(new(Field.Key, value));
    }

    /// <summary>Shows what the change would do, until exactly that was shown and is asked for.</summary>
    private async Task<IActionResult> GoOnAsync(BulkChange change)
    {
        await JudgeAsync(change);
        if (Input.Stap == Without)
        {
            var refused = Refused.Select(verdict => verdict.Id).ToHashSet();
            Chosen = [.. Chosen.Where(one => !refused.Contains(one.Id))];
            await JudgeAsync(change);
        }

        if (Input.Stap != Apply || Input.Getoond != Shown(change) || Refused.Any())
        {
            if (Refused.Any())
            {
                ModelState.AddModelError(ValueField, Tr($"Bij {TrackingTexts.Count(Refused.Count())} kan dit niet; daarom is er nog niets gewijzigd. Hieronder staat waarom."));
            }

            Input.Getoond = Shown(change);
            return Page();
        }

        return await ApplyAsync(change);
    }

    private async Task<IActionResult> ApplyAsync(BulkChange change)
    {
        IReadOnlyList<BulkVerdict> verdicts = [];
        var refusal = await ChangeAsync(async work =>
        {
            if (!work.Rights.MayManage)
            {
                return TrackingTexts.NotYours;
            }

            verdicts = await change.ApplyAsync(work.Desk, work.Book, Chosen);
            return verdicts.FirstOrDefault(verdict => verdict.Refusal is not null)?.Refusal;
        });
        if (refusal is null)
        {
            this.Tell(Tr($"{TrackingTexts.Count(verdicts.Count(verdict => !verdict.IsSame))} gewijzigd. {TrackingTexts.FieldOf(Field.Key)}: {Words(change.Value)}."));
            return Redirect(StepLinks.OfActions(View.Id));
        }

        ModelState.AddModelError(string.Empty, Tr($"Er is niets gewijzigd. {refusal}"));
        await ReadBookAsync();
        Verdicts = verdicts;
        return Page();
    }

    private async Task JudgeAsync(BulkChange change) => Verdicts = await Access.ReadAsync(db => change.JudgeAsync(DeskOf(db, View), Book, Chosen));

    private static string Shown(BulkChange change) => $"{change.Column}={CellText.Normal(change.Value, ValueKind.Text)}";
}

/// <summary>What the form of several actions sends; everything may be missing or nonsense.</summary>
public sealed class BulkInput
{
    /// <summary>"ja" for everything that the filter lets through.</summary>
    public string? Alles { get; set; }

    public string? Veld { get; set; }

    public string? Waarde { get; set; }

    /// <summary>The actions, see <see cref="ChosenActions"/>.</summary>
    public string? Rijen { get; set; }

    /// <summary>The button that was pressed.</summary>
    public string? Stap { get; set; }

    /// <summary>The change that was shown before.</summary>
    public string? Getoond { get; set; }
}
