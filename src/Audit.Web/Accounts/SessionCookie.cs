using System.Globalization;
using System.Security.Claims;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Accounts;

/// <summary>Ties the cookie to a row: at every request the session, the account and its roles are those of that moment.</summary>
internal sealed class SessionCookie(AccountDatabase database, SessionRules rules, TimeProvider time) : CookieAuthenticationEvents
{
    private const int LongestDevice = 300;

    /// <summary>How old the time of the last request may be: little against the idle time, and no write for every request.</summary>
    private TimeSpan Precision => TimeSpan.FromMinutes(Math.Min(1, rules.Idle.TotalMinutes / 10));

    private DateTime NowUtc => time.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session; one that this browser was in ends.</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var identity = (ClaimsIdentity)context.Principal!.Identity!;
        var userId = Guid.Parse(context.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var way = SignInWay.Of(context.HttpContext, context.Principal);
        var session = new SessionRow
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            MadeUtc = NowUtc,
            SeenUtc = NowUtc,
            Device = DeviceOf(context.Request),
            Way = way.Name,
            HasSecondFactor = way.HasSecondFactor,
        };
        _ = Guid.TryParse(context.HttpContext.User.FindFirstValue(SessionClaims.SessionId), out var earlier);
        await database.WriteAsync(async db =>
        {
            db.Sessions.Add(session);
            return await EndAsync(db, earlier);
        });
        identity.AddClaim(new(SessionClaims.SessionId, session.Id.ToString()));
    }

    /// <summary>Ends the session, so that a copy of the cookie is worth nothing.</summary>
    public override async Task SigningOut(CookieSigningOutContext context)
    {
        if (Guid.TryParse(context.HttpContext.User.FindFirstValue(SessionClaims.SessionId), out var id))
        {
            await database.WriteAsync(db => EndAsync(db, id));
        }
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!Guid.TryParse(context.Principal?.FindFirstValue(SessionClaims.SessionId), out var id)
            || await FactsAsync(id) is not { } facts
            || !IsAlive(facts)
            || facts.UserId.ToString() != context.Principal.FindFirstValue(ClaimTypes.NameIdentifier))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (facts.HasExpiredDelegation)
        {
            await database.WriteAsync(db => Delegations.EndExpiredAsync(db, NowUtc));
        }

        await TouchAsync(facts);
        context.ReplacePrincipal(PrincipalOf(context.Principal, facts));
    }

    private bool IsAlive(SessionFacts facts) =>
        facts.EndedUtc is null
        && facts.SeenUtc + rules.Idle > NowUtc
        && facts.MadeUtc + rules.Longest > NowUtc
        && !(facts.LockoutEnd >= Workflows.Accounts.AccountChanges.Forever);

    private async Task<bool> EndAsync(AuditContext db, Guid id)
    {
        if (await db.Sessions.AsTracking().SingleOrDefaultAsync(row => row.Id == id && row.EndedUtc == null) is not { } session)
        {
            return false;
        }

        session.EndedUtc = NowUtc;
        return true;
    }

    private Task<SessionFacts?> FactsAsync(Guid id) => database.ReadAsync(async db =>
    {
        var now = NowUtc;
        var facts = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            join body in db.Bodies on user.BodyId equals body.Id
            where session.Id == id
            select new SessionFacts(session.Id, user.Id, user.DisplayName)
            {
                BodyId = body.Id,
                BodyName = body.Name,
                MadeUtc = session.MadeUtc,
                SeenUtc = session.SeenUtc,
                EndedUtc = session.EndedUtc,
                HasSecondFactor = session.HasSecondFactor,
                OwnsSecondFactor = user.TwoFactorEnabled || db.Set<IdentityUserPasskey<Guid>>().Any(row => row.UserId == user.Id),
                LockoutEnd = user.LockoutEnd,
                HasExpiredDelegation = db.Delegations.Any(row => row.EndedUtc == null && row.UntilUtc <= now),
            }).SingleOrDefaultAsync();
        return facts is null
            ? null
            : facts with { Roles = await db.BodyRoles.Where(row => row.UserId == facts.UserId && row.BodyId == facts.BodyId).Select(row => row.Role).ToListAsync() };
    });

    private async Task TouchAsync(SessionFacts facts)
    {
        var now = NowUtc;
        if (now - facts.SeenUtc < Precision)
        {
            return;
        }

        await database.WriteAsync(async db =>
        {
            if (await db.Sessions.AsTracking().SingleOrDefaultAsync(row => row.Id == facts.SessionId) is { } session)
            {
                session.SeenUtc = now;
            }

            return true;
        });
    }

    private ClaimsPrincipal PrincipalOf(ClaimsPrincipal principal, SessionFacts facts)
    {
        var identity = new ClaimsIdentity(
            principal.Claims.Where(claim => !SessionClaims.OfThisMoment.Contains(claim.Type)), principal.Identity!.AuthenticationType, ClaimTypes.Name, ClaimTypes.Role);
        identity.AddClaims(
        [
            new(SessionClaims.SignedInUtc, facts.MadeUtc.Ticks.ToString(CultureInfo.InvariantCulture)),
            new(SessionClaims.DisplayName, facts.DisplayName),
            new(SessionClaims.BodyId, facts.BodyId.ToString()),
            new(SessionClaims.BodyName, facts.BodyName),
            .. facts.Roles.Select(role => new Claim(SessionClaims.BodyRole, role)),
        ]);
        if (!facts.HasSecondFactor && rules.NeedsSecondFactor(facts.Roles))
        {
            identity.AddClaim(new(SessionClaims.LacksSecondFactor, "true"));
            identity.AddClaims(facts.OwnsSecondFactor ? [new(SessionClaims.HasSecondFactor, "true")] : []);
        }

        return new(identity);
    }

    private static string DeviceOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return new([.. agent.Where(letter => !char.IsControl(letter)).Take(LongestDevice)]);
    }

    private sealed record SessionFacts(Guid SessionId, Guid UserId, string DisplayName)
    {
        public Guid BodyId { get; init; }

        public string BodyName { get; init; } = string.Empty;

        public DateTime MadeUtc { get; init; }

        public DateTime SeenUtc { get; init; }

        public DateTime? EndedUtc { get; init; }

        public bool HasSecondFactor { get; init; }

        /// <summary>Whether the account has one, used in this session or not.</summary>
        public bool OwnsSecondFactor { get; init; }

        public DateTimeOffset? LockoutEnd { get; init; }

        public bool HasExpiredDelegation { get; init; }

        public IReadOnlyList<string> Roles { get; init; } = [];
    }
}
