using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Administration;

/// <summary>What the form sends by which running cases are moved.</summary>
public sealed class MoveForm
{
    public const string CasesField = "verplaats";
    public const string ReasonField = "reden";

    private const int LongestReason = 1000;

    /// <summary>The chosen processes or cases, each as <see cref="Mark"/>.</summary>
    public string[] Verplaats { get; set; } = [];

    public string? Reden { get; set; }

    public string Reason => Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;

    /// <summary>What is moved together with the state in which the administrator saw it.</summary>
    public static string Mark(Guid id, Guid state) => $"{id:N}.{state:N}";

    /// <summary>Whether this was chosen, in whatever state it was seen.</summary>
    public bool HasChosen(Guid id) => Verplaats.Any(mark => mark.StartsWith($"{id:N}.", StringComparison.Ordinal));

    public void Check(ModelStateDictionary state)
    {
        if (Verplaats.Length == 0)
        {
            state.AddModelError(CasesField, Tr($"Kies minstens één doorlichting."));
        }

        if (Reason.Length is 0 or > LongestReason)
        {
            state.AddModelError(ReasonField, Reason.Length == 0 ? Tr($"Schrijf op waarom u verplaatst.") : Tr($"Maak de reden korter: hoogstens {LongestReason} tekens."));
        }
    }

    /// <summary>What is to be moved, with the state in which it was seen; marks that no page has made are left out.</summary>
    public IEnumerable<(Guid Id, Guid State)> Chosen =>
        from mark in Verplaats.Distinct()
        let parts = mark.Split('.')
        where parts.Length == 2
        let ids = (IsId: Guid.TryParse(parts[0], out var id), id, IsState: Guid.TryParse(parts[1], out var seen), seen)
        where ids.IsId && ids.IsState
        select (ids.id, ids.seen);

    /// <summary>The same as orders for processes.</summary>
    public IEnumerable<MoveOrder> Orders(string definitionId, int version) =>
        Chosen.Select(chosen => new MoveOrder(chosen.Id, chosen.State, definitionId, version, Reason));
}
