using Audit.Web.Pages.Team;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>
/// Keeps answers with the team as long as they are its draft: whoever is in a case only to judge it, to decide or to carry out actions, gets to see a page
/// that says so. Who has a step to do there sees what the step needs.
/// </summary>
internal sealed class DraftAnswers(CaseAccess access) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (access.User.IsSignedIn && AnswerPages.CaseOf(context.ActionDescriptor, context.RouteData) is { } caseId && await IsDraftForAsync(caseId))
        {
            context.Result = new RedirectResult(TeamLinks.Draft(caseId));
            return;
        }

        await next();
    }

    /// <summary>Whether the answers of a case are a draft that this user does not see.</summary>
    private async Task<bool> IsDraftForAsync(Guid caseId)
    {
        var userId = access.User.Id;
        var (isOutside, isShared) = await access.ReadAsync(async db =>
        {
            var roles = await db.Members.Where(row => row.AssessmentId == caseId && row.UserId == userId).Select(row => row.Role).ToListAsync();
            var outside = roles.Count > 0 && !Policies.SeeDrafts.Allows(roles);
            return (outside, !outside || await CaseSharing.IsSharedAsync(db, await db.Assessments.SingleAsync(row => row.Id == caseId)));
        });
        return isOutside && !isShared && await access.FindAsync(caseId) is { } view && !view.MySteps.Any();
    }
}
