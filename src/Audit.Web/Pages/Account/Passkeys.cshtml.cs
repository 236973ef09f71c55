using System.Buffers.Text;
using Audit.Data.Database;
using Audit.Web.Accounts;
using Audit.Web.Forms;
using Audit.Workflows.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Account;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its id in base64url.</param>
/// <param name="Name">The name that its owner gave it.</param>
/// <param name="MadeUtc">When it was made.</param>
public sealed record PasskeyLine(string Id, string Name, DateTime MadeUtc);

/// <summary>Makes and removes passkeys.</summary>
[FreshSession]
public sealed class PasskeysModel(AccountDesk desk, SignInManager<UserRow> signIn) : PageModel
{
    private const int MostCharacters = 100;
    private const int MostPasskeys = 20;
    private const int LongestId = 900;

    public IReadOnlyList<PasskeyLine> Passkeys { get; private set; } = [];

    public string Name { get; private set; } = string.Empty;

    public async Task OnGetAsync() => await LoadAsync();

    /// <summary>What the browser needs to make one.</summary>
    public async Task<IActionResult> OnPostOptionsAsync()
    {
        var account = await LoadAsync();
        var options = await signIn.MakePasskeyCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email!, DisplayName = account.DisplayName });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddAsync(string? naam, string? passkey)
    {
        await LoadAsync();
        Name = naam?.Trim() ?? string.Empty;
        if (Name.Length is 0 or > MostCharacters)
        {
            ModelState.AddModelError("naam", Name.Length == 0 ? Tr($"Geef de passkey een naam.") : Tr($"Maak de naam korter: hooguit {MostCharacters} tekens."));
        }
        else if (Passkeys.Count >= MostPasskeys)
        {
            ModelState.AddModelError("naam", Tr($"U hebt al {MostPasskeys} passkeys. Verwijder er eerst een."));
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await AttestAsync(passkey) is not { } made || made.CredentialId.Length > LongestId)
        {
            ModelState.AddModelError("naam", Tr($"De passkey is niet gemaakt. Probeer het opnieuw."));
            return Page();
        }

        made.Name = Name;
        await desk.ManageAsync(
            async (db, manager, row) =>
            {
                (await manager.AddOrUpdatePasskeyAsync(row, made)).Require();
                await desk.StrengthenSessionAsync(db);
            },
            (AccountTrail.PasskeyAdded, null, Name));
        this.Tell(Tr($"De passkey is gemaakt. U kunt er voortaan mee inloggen."));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        await LoadAsync();
        if (Passkeys.FirstOrDefault(line => line.Id == id) is not { } found)
        {
            return RedirectToPage();
        }

        await desk.ManageAsync(
            async (_, manager, row) => (await manager.RemovePasskeyAsync(row, Base64Url.DecodeFromChars(found.Id))).Require(), (AccountTrail.PasskeyRemoved, found.Name, null));
        this.Tell(Tr($"De passkey is verwijderd. Haal hem ook weg op het apparaat zelf."));
        return RedirectToPage();
    }

    private async Task<UserPasskeyInfo?> AttestAsync(string? passkey)
    {
        try
        {
            var result = string.IsNullOrEmpty(passkey) ? null : await signIn.PerformPasskeyAttestationAsync(passkey);
            return result is { Succeeded: true } && result.UserEntity.Id == desk.User.Id.ToString() ? result.Passkey : null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.Text.Json.JsonException)
        {
            // The browser forgot which question this answers, or what it sent is no answer.
            return null;
        }
    }

    private async Task<UserRow> LoadAsync()
    {
        var account = (await signIn.UserManager.FindByIdAsync(desk.User.Id.ToString()))!;
        Passkeys = [.. (await signIn.UserManager.GetPasskeysAsync(account)).OrderBy(passkey => passkey.CreatedAt)
            .Select(passkey => new PasskeyLine(Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? Tr($"Zonder naam"), passkey.CreatedAt.UtcDateTime))];
        return account;
    }
}
