using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Risks;

/// <summary>A page on which something is done to a risk with nothing but a reason.</summary>
public abstract class ReasonPage(CaseAccess access, ContentShelf shelf) : OneRiskPage(access, shelf)
{
    public const string Field = "reden";

    private const int TextLength = 4000;

    public string? Reason { get; private set; }

    /// <summary>What the person was looking at.</summary>
    public Guid Seen { get; private set; }

    /// <summary>Whether this member may do so, with this risk.</summary>
    public abstract bool MaySend { get; }

    /// <summary>Who may, and what is said to others.</summary>
    protected abstract (Predicate<CaseView> May, string Otherwise) Right { get; }

    /// <summary>What is said when there is no reason.</summary>
    protected abstract string Missing { get; }

    /// <summary>What is said afterwards.</summary>
    protected abstract string Result { get; }

    /// <summary>Id or version of what is shown.</summary>
    protected abstract Guid Mark { get; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid riskId)
    {
        if (!await LoadAsync(id, riskId) || !MaySend)
        {
            return NotFound();
        }

        Seen = Mark;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid riskId, string? reden, Guid gezien)
    {
        if (!await LoadAsync(id, riskId))
        {
            return NotFound();
        }

        (Reason, Seen) = (reden?.ReplaceLineEndings("\n").Trim() ?? string.Empty, gezien);
        if (Reason.Length is 0 or > TextLength)
        {
            ModelState.Clear();
            ModelState.AddModelError(Field, Reason.Length == 0 ? Missing : Tr($"Maak de reden korter: hooguit {TextLength} tekens."));
            return Page();
        }

        var refusal = await ChangeAsync(Right, DoAsync);
        if (refusal is null)
        {
            return Done(Result);
        }

        var page = await RefuseAsync(refusal);
        // Who sends again has read how it stands by now.
        Seen = Mark;
        return page;
    }

    protected abstract Task<string?> DoAsync(AuditContext db, CaseView view, RegisteredRisk risk);
}
