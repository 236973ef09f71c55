using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Audit.Web.Forms;

/// <summary>The rules that tie labels, fields and errors together: the id of a field follows from its name.</summary>
public static class FieldIds
{
    /// <summary>Id of the field with this name; for a group of radios, of the first one.</summary>
    public static string Of(string name) => TagBuilder.CreateSanitizedId(name, "_");

    public static bool IsWrong(this ModelStateDictionary state, string name) =>
        state.TryGetValue(name, out var entry) && entry.Errors.Count > 0;

    /// <summary>Ids for aria-describedby: help texts that exist, and the error when there is one; null when nothing describes the field.</summary>
    public static string? DescribedBy(this ModelStateDictionary state, string name, string? help = null)
    {
        var error = state.IsWrong(name) ? $"{Of(name)}-fout" : null;
        var ids = string.Join(' ', new[] { help, error }.Where(id => id is not null));
        return ids.Length == 0 ? null : ids;
    }
}
