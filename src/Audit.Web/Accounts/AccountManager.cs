using Audit.Data.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>The rules of Identity inside an open transaction: what they change and the record of it in the trail are written together, or not at all.</summary>
public sealed class AccountManager(IServiceProvider services, IDataProtectionProvider protection)
{
    public UserManager<UserRow> Over(AuditContext db) => ActivatorUtilities.CreateInstance<UserManager<UserRow>>(services, new AccountStore(db, protection));
}

/// <summary>What came of a change by Identity.</summary>
internal static class IdentityResults
{
    /// <summary>Undoes the transaction when the change was not made.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another request changed the account meanwhile; the transaction is tried again.</exception>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static void Require(this IdentityResult result)
    {
        if (result.Succeeded)
        {
            return;
        }

        var reasons = string.Join(", ", result.Errors.Select(error => error.Code));
        throw result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? new DbUpdateConcurrencyException(reasons) : new InvalidOperationException(reasons);
    }
}
