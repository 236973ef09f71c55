using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Keys, lengths and relations of sessions, links, passkeys and standing in.</summary>
internal static class AccountSchema
{
    /// <summary>Longest key that SQL Server takes. Unit: bytes. The standard allows ids of 1023; authenticators make them of 16 to some 200.</summary>
    public const int LongestPasskeyId = 900;

    public static void Configure(ModelBuilder builder)
    {
        builder.Entity<SessionRow>(session =>
        {
            session.ToTable("Sessions");
            session.Property(row => row.Device).HasMaxLength(Schema.NameLength);
            session.Property(row => row.Way).HasMaxLength(Schema.KeyLength);
            session.HasIndex(row => new { row.UserId, row.EndedUtc });
            session.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<AccountLinkRow>(link =>
        {
            link.ToTable("AccountLinks");
            link.Property(row => row.Kind).HasMaxLength(Schema.KeyLength);
            link.Property(row => row.Sha256).HasMaxLength(64);
            link.HasIndex(row => row.Sha256).IsUnique();
            link.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<DelegationRow>(delegation =>
        {
            Schema.OfAssessment(delegation, "Delegations");
            delegation.Property(row => row.Role).HasMaxLength(Schema.KeyLength);
            delegation.Property(row => row.Reason).HasMaxLength(Schema.TextLength);
            delegation.Property(row => row.Version).IsConcurrencyToken();
            delegation.HasOne<UserRow>().WithMany().HasForeignKey(row => row.FromUserId);
            delegation.HasOne<UserRow>().WithMany().HasForeignKey(row => row.ToUserId);
            delegation.HasIndex(row => new { row.EndedUtc, row.UntilUtc });
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("Passkeys");
            passkey.HasKey(row => row.CredentialId);
            passkey.Property(row => row.Data).HasConversion<PasskeyConverter, PasskeyComparer>();
            passkey.Property(row => row.CredentialId).HasMaxLength(LongestPasskeyId);
            passkey.HasOne<UserRow>().WithMany().HasForeignKey(row => row.UserId);
        });
        builder.Entity<DataProtectionKey>(key =>
        {
            key.ToTable("DataProtectionKeys");
            key.Property(row => row.FriendlyName).HasMaxLength(Schema.NameLength);
        });
    }
}
