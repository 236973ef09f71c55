using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Questionnaires;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Risks;

/// <summary>What the pages of the risk register have in common.</summary>
public abstract class RiskPage(CaseAccess access, ContentShelf shelf) : PageModel
{
    public CaseView View { get; private set; } = null!;

    /// <summary>Every risk of the case, also those that were taken out.</summary>
    public IReadOnlyList<RegisteredRisk> All { get; private set; } = [];

    public RiskScale Scale => shelf.RiskScale;

    public CaseWords Words => new(View.Case);

    public DateOnly Today => DutchDay.Of(access.User.NowUtc);

    public bool MayEdit => RiskRights.MayEdit(View);

    protected CaseAccess Access => access;

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return false;
        }

        View = view;
        All = await access.ReadAsync(db => RiskRegister.ReadAsync(db, view.Case, Scale, access.User.NowUtc));
        return true;
    }

    /// <summary>Changes the register in one transaction, if the person may.</summary>
    /// <param name="may">Who may; looked at in the transaction.</param>
    /// <param name="change">The change; a text refuses it, with the reason in Dutch.</param>
    /// <returns>Why it was refused; null when it was made.</returns>
    protected Task<string?> ChangeAsync((Predicate<CaseView> May, string Otherwise) may, Func<AuditContext, CaseView, Task<string?>> change) =>
        access.ChangeAsync(View.Id, (db, view) => may.May(view) ? change(db, view) : Task.FromResult<string?>(may.Otherwise));

    /// <summary>Reads a risk inside a transaction, as it stands then.</summary>
    protected async Task<RegisteredRisk?> FindAsync(AuditContext db, CaseView view, Guid riskId) =>
        (await RiskRegister.ReadAsync(db, view.Case, Scale, access.User.NowUtc)).FirstOrDefault(risk => risk.Row.Id == riskId);
}
