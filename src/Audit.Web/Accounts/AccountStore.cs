using Audit.Data.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>Keeps the key of the second factor and the recovery codes encrypted: whoever reads the database alone cannot sign in with them.</summary>
internal sealed class AccountStore(AuditContext db, IDataProtectionProvider protection) : UserOnlyStore<UserRow, AuditContext, Guid>(db)
{
    private readonly IDataProtector protector = protection.CreateProtector("second-factor");

    public override Task SetTokenAsync(UserRow user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(UserRow user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? protector.Unprotect(value) : null;
}
