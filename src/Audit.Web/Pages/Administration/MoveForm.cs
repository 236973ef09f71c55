using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Administration;

/// <summary>What the form sends by which running cases are moved.</summary>
public sealed class MoveForm
{
    public const string CasesField = "verplaats";
    public const string ReasonField = "reden";

    private const int LongestReason = 1000;

    /// <summary>The chosen processes, each as <see cref="Mark"/>.</summary>
    public string[] Verplaats { get; set; } = [];

    public string? Reden { get; set; }

    public string Reason => Reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty;

    /// <summary>A process together with the state in which the administrator saw it.</summary>
    public static string Mark(RunningProcess process) => $"{process.InstanceId:N}.{process.State:N}";

    /// <summary>Whether this process was chosen, in whatever state it was seen.</summary>
    public bool HasChosen(RunningProcess process) => Verplaats.Any(mark => mark.StartsWith($"{process.InstanceId:N}.", StringComparison.Ordinal));

    public void Check(ModelStateDictionary state)
    {
        if (Verplaats.Length == 0)
        {
            state.AddModelError(CasesField, "Kies minstens één doorlichting.");
        }

        if (Reason.Length is 0 or > LongestReason)
        {
            state.AddModelError(ReasonField, Reason.Length == 0 ? "Schrijf op waarom u verplaatst." : $"Maak de reden korter: hoogstens {LongestReason} tekens.");
        }
    }

    /// <summary>What is to be moved; marks that no page has made are left out.</summary>
    public IEnumerable<MoveOrder> Orders(string definitionId, int version) =>
        from mark in Verplaats.Distinct()
        let parts = mark.Split('.')
        where parts.Length == 2
        let ids = (IsProcess: Guid.TryParse(parts[0], out var instance), instance, IsState: Guid.TryParse(parts[1], out var seen), seen)
        where ids.IsProcess && ids.IsState
        select new MoveOrder(ids.instance, ids.seen, definitionId, version, Reason);
}
