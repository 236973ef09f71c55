using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.StartUp;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Account;

/// <summary>Sends a link for a new password. Whether an address is known cannot be told from the answer or from how long it takes.</summary>
[EnableRateLimiting(Limits.SignIn)]
public sealed class ForgottenModel(AccountDatabase database, AccountLetters letters, TimeProvider time) : PageModel
{
    private static readonly TimeSpan AlwaysTakes = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan BetweenTwo = TimeSpan.FromMinutes(2);

    public bool IsSent => letters.AreSent;

    public bool IsDone { get; private set; }

    public string Email { get; private set; } = string.Empty;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(string? email)
    {
        Email = email?.Trim() ?? string.Empty;
        if (Email.Length == 0)
        {
            ModelState.AddModelError("email", Tr($"Vul uw e-mailadres in."));
            return Page();
        }

        var started = time.GetTimestamp();
        if (IsSent)
        {
            await SendAsync(Email.ToUpperInvariant(), time.GetUtcNow().UtcDateTime);
        }

        var left = AlwaysTakes - time.GetElapsedTime(started);
        await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, HttpContext.RequestAborted);
        IsDone = true;
        return Page();
    }

    private Task<bool> SendAsync(string normalized, DateTime now) => database.WriteAsync(async db =>
    {
        var user = await db.Users.AsTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == normalized);
        var recently = now - BetweenTwo;
        if (user is null || AccountChanges.IsLocked(user) || await db.AccountLinks.AnyAsync(link => link.UserId == user.Id && link.MadeUtc > recently))
        {
            return false;
        }

        // Who was invited and never came gets the invitation again: it is the same person at the same address.
        var kind = user.EmailConfirmed ? AccountLinkKinds.Password : AccountLinkKinds.Invitation;
        var secret = await AccountLinks.MakeAsync(db, user.Id, kind, now);
        await letters.WriteAsync(db, user, (kind, secret), now);
        AccountTrail.Add(db, user, new(null, string.Empty, now), AccountTrail.PasswordAsked);
        return true;
    });
}
