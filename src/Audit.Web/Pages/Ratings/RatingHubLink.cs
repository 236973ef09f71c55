using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Ratings;

/// <summary>The way from a case to its double ratings.</summary>
/// <param name="Text">What the link says.</param>
/// <param name="Hint">What is to be known before following it; null when nothing.</param>
/// <param name="Href">Where it leads.</param>
public sealed record RatingHubLink(string Text, string? Hint, string Href)
{
    /// <summary>For an auditor always; for the others once a round was handed in.</summary>
    public static async Task<RatingHubLink?> ForAsync(AuditContext db, CaseView view)
    {
        var (caseId, home) = (view.Id, RatingLinks.Home(view.Id));
        if (Policies.Review.Allows(view.MyRoles))
        {
            return view.Case.Tasks.Count == 0 ? null : new(Tr($"Dubbel beoordelen"), Tr($"Wilt u blind beoordelen? Begin dan voordat u antwoorden of uitkomsten bekijkt."), home);
        }

        return await db.RatingRounds.AnyAsync(row => row.AssessmentId == caseId && row.RevealedUtc != null)
            ? new(Tr($"Vergelijking met de auditor"), null, home)
            : null;
    }
}
