using System.Linq.Expressions;
using System.Reflection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>The filter that keeps rows of other bodies out of every query, one expression for each kind of row.</summary>
/// <param name="context">Stands for the context that asks: EF puts that one in its place.</param>
internal sealed class BodyFilter(AuditContext context)
{
    /// <summary>Name of the filter in the model.</summary>
    public const string Name = "body";

    private static readonly MethodInfo OfOwnedRows = typeof(BodyFilter).GetMethod(nameof(OfOwned), BindingFlags.Instance | BindingFlags.NonPublic)!;

    private static readonly MethodInfo OfAccountRows = typeof(BodyFilter).GetMethod(nameof(OfAccount), BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>Kinds of row that are the same for all bodies.</summary>
    public static IReadOnlySet<Type> OfInstallation { get; } = new HashSet<Type>
    {
        typeof(PublishedContentRow), typeof(WorkflowDefinitionRow), typeof(DataProtectionKey),
    };

    /// <summary>Kinds of row that signing in needs before it is known for which body somebody works.</summary>
    public static IReadOnlySet<Type> OfAccounts { get; } = new HashSet<Type>
    {
        typeof(BodyRow), typeof(UserRow), typeof(BodyRoleRow), typeof(IdentityUserClaim<Guid>), typeof(IdentityUserLogin<Guid>), typeof(IdentityUserToken<Guid>),
        typeof(IdentityUserPasskey<Guid>), typeof(SessionRow), typeof(AccountLinkRow), typeof(TrailHeadRow),
    };

    /// <summary>Kinds of row that work on an account may add, and not see.</summary>
    public static IReadOnlySet<Type> OfAccountWork { get; } = new HashSet<Type> { typeof(TrailRow), typeof(MailRow) };

    /// <summary>Kinds of row that have no table of their own; whoever sees the row that they are part of sees them.</summary>
    private static readonly HashSet<Type> OfParts = [typeof(IdentityPasskeyData)];

    /// <summary>Sets it on every kind of row that has one.</summary>
    public static void Apply(ModelBuilder builder, AuditContext context)
    {
        var filter = new BodyFilter(context);
        foreach (var entity in builder.Model.GetEntityTypes().Where(entity => !OfParts.Contains(entity.ClrType) && !OfInstallation.Contains(entity.ClrType)))
        {
            entity.SetQueryFilter(Name, filter.Of(entity.ClrType));
        }
    }

    /// <summary>Which rows of a kind are seen.</summary>
    /// <exception cref="NotSupportedException">Nobody said to whom rows of this kind belong.</exception>
    public LambdaExpression Of(Type row) => row switch
    {
        _ when row == typeof(BodyRow) => Expression((BodyRow body) => context.Scope.SeesAllBodies || context.Scope.SeesAccounts || body.Id == context.Scope.BodyId),
        _ when row == typeof(IdentityUserClaim<Guid>) => Expression((IdentityUserClaim<Guid> claim) => context.Users.Any(user => user.Id == claim.UserId)),
        _ when row == typeof(IdentityUserLogin<Guid>) => Expression((IdentityUserLogin<Guid> login) => context.Users.Any(user => user.Id == login.UserId)),
        _ when row == typeof(IdentityUserToken<Guid>) => Expression((IdentityUserToken<Guid> token) => context.Users.Any(user => user.Id == token.UserId)),
        _ when row == typeof(IdentityUserPasskey<Guid>) => Expression((IdentityUserPasskey<Guid> passkey) => context.Users.Any(user => user.Id == passkey.UserId)),
        _ when OfAccounts.Contains(row) => (LambdaExpression)OfAccountRows.MakeGenericMethod(row).Invoke(this, null)!,
        _ when row.IsAssignableTo(typeof(IBodyOwned)) => (LambdaExpression)OfOwnedRows.MakeGenericMethod(row).Invoke(this, null)!,
        _ => throw new NotSupportedException($"{row.Name} belongs to no body and is not named as common to all"),
    };

    private Expression<Func<T, bool>> OfAccount<T>()
        where T : class, IBodyOwned => row => context.Scope.SeesAllBodies || context.Scope.SeesAccounts || row.BodyId == context.Scope.BodyId;

    private Expression<Func<T, bool>> OfOwned<T>()
        where T : class, IBodyOwned => row => context.Scope.SeesAllBodies || row.BodyId == context.Scope.BodyId;

    private static Expression<Func<T, bool>> Expression<T>(Expression<Func<T, bool>> filter) => filter;
}
