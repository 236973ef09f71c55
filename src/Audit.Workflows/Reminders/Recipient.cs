using System.Security.Cryptography;
using System.Text;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Reminders;

/// <summary>Somebody who is reminded.</summary>
/// <param name="BodyId">The body whose case it is about.</param>
/// <param name="UserId">The account; null for an owner without one.</param>
/// <param name="Address">The e-mail address.</param>
/// <param name="Name">How the person is addressed; empty for an owner without an account.</param>
public sealed record Recipient(Guid BodyId, Guid? UserId, string Address, string Name)
{
    /// <summary>"nl" or "en"; null for who never chose, which is Dutch.</summary>
    public string? Language { get; init; }

    /// <summary>Key of the person: of an owner without an account a part of a hash, so that no address comes into the trail.</summary>
    public string Key => UserId is { } id ? $"{id:N}" : $"{BodyId:N}-{HashOf(Address)}";

    private static string HashOf(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.Trim().ToUpperInvariant())))[..16];
}

/// <summary>A member of a case with one of its roles there.</summary>
public sealed record CaseMembership(Guid CaseId, string Role, Recipient Person);

/// <summary>The members of some cases.</summary>
public sealed class MemberBook
{
    private readonly ILookup<Guid, CaseMembership> members;

    private MemberBook(IEnumerable<CaseMembership> all) => members = all.ToLookup(member => member.CaseId);

    /// <summary>The members of cases who work for the body of the case and have an address.</summary>
    public static async Task<MemberBook> OfAsync(AuditContext db, IQueryable<AssessmentRow> cases)
    {
        var rows = await (
            from row in cases
            join member in db.Members on row.Id equals member.AssessmentId
            join user in db.Users on member.UserId equals user.Id
            where user.BodyId == row.BodyId && user.Email != null
            select new { CaseId = row.Id, member.Role, row.BodyId, UserId = user.Id, user.Email, user.DisplayName, user.Language }).ToListAsync();
        return new(rows.Select(row => new CaseMembership(row.CaseId, row.Role, new(row.BodyId, row.UserId, row.Email!, row.DisplayName) { Language = row.Language })));
    }

    /// <summary>The people with a role in a case.</summary>
    public IEnumerable<Recipient> With(Guid caseId, string role) =>
        members[caseId].Where(member => member.Role == role).Select(member => member.Person);

    /// <summary>A member by account; null for who is none.</summary>
    public Recipient? Find(Guid caseId, Guid userId) => members[caseId].FirstOrDefault(member => member.Person.UserId == userId)?.Person;

    /// <summary>A member by address; null for who is none.</summary>
    public Recipient? Find(Guid caseId, string address) =>
        members[caseId].FirstOrDefault(member => member.Person.Address.Equals(address.Trim(), StringComparison.OrdinalIgnoreCase))?.Person;

    /// <summary>The roles of a person in a case; empty for who is no member.</summary>
    public IReadOnlyList<string> RolesOf(Guid caseId, Guid userId) =>
        [.. members[caseId].Where(member => member.Person.UserId == userId).Select(member => member.Role)];
}
