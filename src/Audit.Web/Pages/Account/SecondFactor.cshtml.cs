using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Account;

/// <summary>Sets up and ends the codes of an app as second factor.</summary>
[FreshSession]
public sealed class SecondFactorModel(AccountDesk desk, UserManager<UserRow> users) : PageModel
{
    private const int CodesAtOnce = 10;

    public bool IsOn { get; private set; }

    /// <summary>Whether the person can do nothing else before it is set up.</summary>
    public bool IsRequired => User.HasClaim(claim => claim.Type == SessionClaims.LacksSecondFactor);

    public string Key { get; private set; } = string.Empty;

    public (int Size, string Path) Picture { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes that were just made, and are shown once.</summary>
    public IReadOnlyList<string> NewCodes { get; private set; } = [];

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostOnAsync(string? code)
    {
        var account = await LoadAsync();
        if (IsOn)
        {
            return RedirectToPage();
        }

        var given = new string([.. (code ?? string.Empty).Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, given))
        {
            ModelState.AddModelError("code", Tr($"Deze code klopt niet. Wacht op de volgende code in de app en probeer het opnieuw."));
            return Page();
        }

        await OneTimeCodes.IsFreshAsync(users, account, given);
        await users.SetTwoFactorEnabledAsync(account, true);
        await MakeCodesAsync(account);
        await desk.ChangeAsync(async (db, row) =>
        {
            await desk.StrengthenSessionAsync(db);
            await Sessions.EndAsync(db, row.Id, desk.User.NowUtc, desk.User.SessionId);
            AccountTrail.Add(db, row, desk.User.Actor, AccountTrail.SecondFactorOn);
            return null;
        });
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        var account = await LoadAsync();
        await users.SetTwoFactorEnabledAsync(account, false);
        await users.ResetAuthenticatorKeyAsync(account);
        await desk.RecordAsync(AccountTrail.SecondFactorOff);
        this.Tell(Tr($"De tweede stap staat uit."));
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        var account = await LoadAsync();
        if (!IsOn)
        {
            return RedirectToPage();
        }

        await MakeCodesAsync(account);
        await desk.RecordAsync(AccountTrail.RecoveryCodesMade);
        return Page();
    }

    private async Task MakeCodesAsync(UserRow account) =>
        NewCodes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, CodesAtOnce) ?? []];

    private async Task<UserRow> LoadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var account = (await users.FindByIdAsync(desk.User.Id.ToString()))!;
        IsOn = account.TwoFactorEnabled;
        if (IsOn)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(account);
            return account;
        }

        if (await users.GetAuthenticatorKeyAsync(account) is null)
        {
            await users.ResetAuthenticatorKeyAsync(account);
        }

        var key = (await users.GetAuthenticatorKeyAsync(account))!;
        Key = OneTimeCodes.Grouped(key);
        Picture = OneTimeCodes.PictureOf(OneTimeCodes.AddressOf(account.Email!, key));
        return account;
    }
}
