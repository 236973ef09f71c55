using Audit.Core.Actions.Merge;
using Audit.Web.Forms;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.ActionItems;

/// <summary>What stands in the fields of an action, beside what stood there when the form was shown: so that two people can work on one action.</summary>
public sealed class EditForm
{
    private readonly Dictionary<string, string> typed;
    private readonly Dictionary<string, string> shown;

    private EditForm(IReadOnlyList<FieldGroup> groups, Dictionary<string, string> typed, Dictionary<string, string> shown)
    {
        Groups = groups;
        this.typed = typed;
        this.shown = shown;
    }

    public IReadOnlyList<FieldGroup> Groups { get; }

    /// <summary>The values with which the form was shown.</summary>
    public IReadOnlyDictionary<string, string> Shown => shown;

    private IEnumerable<ActionField> Fields => Groups.SelectMany(group => group.Fields);

    /// <summary>A form that shows these values.</summary>
    public static EditForm Of(IReadOnlyList<FieldGroup> groups, IReadOnlyDictionary<string, string> values)
    {
        var fields = groups.SelectMany(group => group.Fields).ToList();
        return new(
            groups,
            fields.ToDictionary(field => field.Key, field => ActionValues.Show(field.Kind, values[field.Key])),
            fields.ToDictionary(field => field.Key, field => values[field.Key]));
    }

    /// <summary>The form as it was sent; a field that was not sent stays as it was shown.</summary>
    public static EditForm Read(IReadOnlyList<FieldGroup> groups, IFormCollection form)
    {
        var fields = groups.SelectMany(group => group.Fields).ToList();
        var shown = fields.ToDictionary(field => field.Key, field => form[field.ShownName].ToString());
        return new(
            groups,
            fields.ToDictionary(field => field.Key, field => form.ContainsKey(field.Name) ? form[field.Name].ToString() : ActionValues.Show(field.Kind, shown[field.Key])),
            shown);
    }

    /// <summary>What stands in a field.</summary>
    public string Typed(ActionField field) => typed[field.Key];

    /// <summary>The values that were sent, with an error for everything that cannot be read. What nobody touched is not read again.</summary>
    public IReadOnlyDictionary<string, string> Sent(ModelStateDictionary state)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in Fields)
        {
            if (IsUntouched(field))
            {
                values[field.Key] = shown[field.Key];
            }
            else if (ActionValues.Read(field.Kind, typed[field.Key]) is { Value: { } value })
            {
                values[field.Key] = value;
            }
            else
            {
                state.AddModelError(field.Name, ActionValues.Read(field.Kind, typed[field.Key]).Error);
            }
        }

        return values;
    }

    /// <summary>Goes on from the values as they are now: a field that nobody touched follows, what was typed stays.</summary>
    public void GoOnFrom(IReadOnlyDictionary<string, string> now)
    {
        foreach (var field in Fields)
        {
            if (IsUntouched(field))
            {
                typed[field.Key] = ActionValues.Show(field.Kind, now[field.Key]);
            }

            shown[field.Key] = now[field.Key];
        }
    }

    private bool IsUntouched(ActionField field) =>
        CellText.Normal(typed[field.Key], ValueKind.Text) == CellText.Normal(ActionValues.Show(field.Kind, shown[field.Key]), ValueKind.Text);
}

/// <summary>One field as the page writes it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Typed">What stands in it.</param>
/// <param name="Shown">The value with which it was shown; null when that does not matter.</param>
/// <param name="Options">What can be chosen; empty for a field in which one types.</param>
public sealed record FieldView(ActionField Field, string Typed, string? Shown, IReadOnlyList<(string Value, string Label)> Options)
{
    /// <summary>Id of the help text; null when there is none.</summary>
    public string? HelpId => Field.Help.Length > 0 ? $"{FieldIds.Of(Field.Name)}-hulp" : null;
}
