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

        await desk.ManageAsync(
            async (db, manager, row) =>
            {
                await OneTimeCodes.IsFreshAsync(manager, row, given);
                (await manager.SetTwoFactorEnabledAsync(row, true)).Require();
                await MakeCodesAsync(manager, row);
                await desk.StrengthenSessionAsync(db);
                await Sessions.EndAsync(db, row.Id, desk.User.NowUtc, desk.User.SessionId);
            },
            (AccountTrail.SecondFactorOn, null, null));
        return Page();
    }

    public async Task<IActionResult> OnPostOffAsync()
    {
        await desk.ManageAsync(
            async (_, manager, row) =>
            {
                (await manager.SetTwoFactorEnabledAsync(row, false)).Require();
                (await manager.ResetAuthenticatorKeyAsync(row)).Require();
            },
            (AccountTrail.SecondFactorOff, null, null));
        this.Tell(Tr($"De tweede stap staat uit."));
        return Redirect("/account");
    }

    public async Task<IActionResult> OnPostCodesAsync()
    {
        await LoadAsync();
        if (!IsOn)
        {
            return RedirectToPage();
        }

        await desk.ManageAsync((_, manager, row) => MakeCodesAsync(manager, row), (AccountTrail.RecoveryCodesMade, null, null));
        return Page();
    }

    private async Task MakeCodesAsync(UserManager<UserRow> manager, UserRow account) =>
        NewCodes = [.. await manager.GenerateNewTwoFactorRecoveryCodesAsync(account, CodesAtOnce) ?? []];

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
