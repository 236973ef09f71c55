using System.Globalization;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>Somebody who may be chosen.</summary>
public sealed record Candidate(Guid Id, string Name, IReadOnlyList<string> BodyRoles)
{
    /// <summary>Everybody of a body, by name.</summary>
    public static async Task<IReadOnlyList<Candidate>> OfBodyAsync(AuditContext db, Guid bodyId)
    {
        var roles = (await db.BodyRoles.Where(row => row.BodyId == bodyId).ToListAsync()).ToLookup(row => row.UserId, row => row.Role);
        var users = await db.Users.Where(user => user.BodyId == bodyId).OrderBy(user => user.DisplayName).ToListAsync();
        return [.. users.Select(user => new Candidate(user.Id, user.DisplayName, [.. roles[user.Id]]))];
    }
}

/// <summary>A process that can be begun.</summary>
/// <param name="Value">Its name in workflows/.</param>
/// <param name="Label">What the user chooses.</param>
/// <param name="Hint">What it is.</param>
public sealed record ProcessChoice(string Value, string Label, string Hint);

/// <summary>What stands in the form for a new case.</summary>
/// <param name="Name">Name of the case.</param>
/// <param name="Date">Reference date as typed.</param>
/// <param name="Chosen">Role and person, for every ticked box.</param>
public sealed record StartForm(string Name, string Date, IReadOnlyCollection<CaseMember> Chosen)
{
    public const string NameField = "naam";
    public const string DateField = "peildatum";
    public const string ProcessField = "onderzoek";

    private const int NameLength = 300;

    private static readonly string[] DateFormats = ["yyyy-MM-dd", "d-M-yyyy"];

    /// <summary>Roles in a case, in the order of the page; the first five do steps and must be filled.</summary>
    public static IReadOnlyList<string> CaseRoles { get; } =
        [Roles.Coach, Roles.Assessor, Roles.Auditor, Roles.Sponsor, Roles.Manager, Roles.Coordinator, Roles.Jurist];

    /// <summary>Name of the process that was chosen: the full instrument unless the form says otherwise.</summary>
    public string Process { get; init; } = Processes.Full;

    /// <summary>What can be begun here.</summary>
    public static IReadOnlyList<ProcessChoice> ProcessChoices =>
    [
        new(Processes.Full, Tr($"Volledige doorlichting"), Tr($"Alle onderdelen, in weken, met beoordeling en actieplan.")),
        new(Processes.QuickScan, Tr($"Quickscan"), Tr($"Eén sessie met alleen de drempelregels en de ernst. Daarna kunt u met dezelfde antwoorden de volledige doorlichting beginnen.")),
    ];

    public static bool IsNeeded(string role) => role is not (Roles.Coordinator or Roles.Jurist);

    public DateOnly? ReferenceDate =>
        DateOnly.TryParseExact(Date, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>An empty form: everybody in the role that they have in the body.</summary>
    public static StartForm For(IEnumerable<Candidate> people) => new(
        string.Empty,
        string.Empty,
        [.. people.SelectMany(person => person.BodyRoles.Where(CaseRoles.Contains).Select(role => new CaseMember(person.Id, role)))]);

    public static StartForm Read(IFormCollection form) => new(
        form[NameField].ToString().Trim(),
        form[DateField].ToString().Trim(),
        [.. CaseRoles.SelectMany(role => form[role].Where(id => Guid.TryParse(id, out _)).Select(id => new CaseMember(Guid.Parse(id!), role))).Distinct()])
    {
        Process = ProcessChoices.FirstOrDefault(choice => choice.Value == form[ProcessField])?.Value ?? Processes.Full,
    };

    public bool Has(Guid userId, string role) => Chosen.Contains(new(userId, role));

    /// <summary>Adds an error for everything that is missing or does not go together.</summary>
    public void Check(ModelStateDictionary state, IReadOnlyList<Candidate> people)
    {
        if (Name.Length is 0 or > NameLength)
        {
            state.AddModelError(NameField, Name.Length == 0 ? Tr($"Vul een naam in.") : Tr($"Maak de naam korter: hooguit {NameLength} tekens."));
        }

        if (Date.Length > 0 && ReferenceDate is null)
        {
            state.AddModelError(DateField, Tr($"Vul de peildatum in als dag-maand-jaar, zoals 22-11-2026, of laat die leeg."));
        }

        foreach (var role in CaseRoles.Where(role => IsNeeded(role) && Chosen.All(member => member.Role != role)))
        {
            state.AddModelError(role, Tr($"Kies minstens één {RoleTexts.NameOf(role).ToLower(CultureInfo.InvariantCulture)}."));
        }

        CheckPeople(state, people);
    }

    private void CheckPeople(ModelStateDictionary state, IReadOnlyList<Candidate> people)
    {
        foreach (var person in Chosen.GroupBy(member => member.UserId))
        {
            var roles = person.Select(member => member.Role).ToList();
            if (people.FirstOrDefault(candidate => candidate.Id == person.Key) is not { } known)
            {
                state.AddModelError(roles[0], Tr($"Kies alleen mensen van uw eigen organisatie."));
            }
            else if (!Independence.Allows(roles))
            {
                var judge = roles.Find(role => role is Roles.Auditor or Roles.Sponsor)!;
                state.AddModelError(judge, Tr($"{known.Name} zit in het team en kan niet ook {RoleTexts.NameOf(judge).ToLower(CultureInfo.InvariantCulture)} zijn."));
            }
        }
    }
}
