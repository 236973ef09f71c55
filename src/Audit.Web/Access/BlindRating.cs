using Audit.Data.Database;
using Audit.Web.Forms;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Access;

/// <summary>
/// Keeps the answers of a team from an auditor who rates questions of that case blind, and remembers of every other auditor that the answers were there
/// to be seen. Who is an auditor besides something else is treated as an auditor.
/// </summary>
internal sealed class BlindRating(AuditDatabase database, CurrentUser user) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!user.IsSignedIn || AnswerPages.CaseOf(context.ActionDescriptor, context.RouteData) is not { } caseId || !await IsAuditorAsync(caseId))
        {
            await next();
            return;
        }

        if (await OpenRoundAsync(caseId) is { } open)
        {
            context.Result = Hide(context.HandlerInstance, open);
            return;
        }

        var executed = await next();
        if (executed.Exception is null && Shows(executed.Result) && !await database.WriteAsync(db => AnswerSights.NoteAsync(db, caseId, user.Id, user.NowUtc)))
        {
            // A round began in another window while this page was being made.
            executed.Result = Hide(context.HandlerInstance, (await OpenRoundAsync(caseId))!);
        }
    }

    private async Task<bool> IsAuditorAsync(Guid caseId)
    {
        await using var db = database.Read();
        var userId = user.Id;
        return await db.Members.AnyAsync(row => row.AssessmentId == caseId && row.UserId == userId && Policies.Review.Roles.Contains(row.Role));
    }

    private async Task<RatingRoundRow?> OpenRoundAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await RatingRounds.OpenAsync(db, caseId, user.Id);
    }

    private static RedirectResult Hide(object page, RatingRoundRow open)
    {
        ((PageModel)page).Tell(RatingTexts.Hidden);
        return new RedirectResult(RatingLinks.Round(open.AssessmentId, open.Id));
    }

    /// <summary>Whether a result can carry answers: not when it leads elsewhere or says that there is nothing.</summary>
    private static bool Shows(IActionResult? result) =>
        result is not (RedirectResult or RedirectToPageResult or LocalRedirectResult or RedirectToActionResult or StatusCodeResult);
}
