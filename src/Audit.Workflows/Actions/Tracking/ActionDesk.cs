using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Tracking;

/// <summary>Where an action is changed: the open transaction, the case, and who changes it.</summary>
/// <param name="Db">The open transaction.</param>
/// <param name="Case">The case.</param>
/// <param name="Actor">Who, and when.</param>
public sealed record ActionDesk(AuditContext Db, Case Case, Actor Actor)
{
    /// <summary>What is said of an action that a newer plan left out.</summary>
    public static string Gone => Tr($"Deze actie staat niet (meer) in het nieuwste actieplan.");

    /// <summary>What is said of a text that was sent from the form of another action.</summary>
    public static string Elsewhere => Tr($"Dit formulier hoort bij een andere actie. Open de bladzijde opnieuw.");

    public CaseTrail Trail => new(Case.Row.BodyId, Case.Row.Id);

    /// <summary>The actions as they are in this transaction; null when there is no plan.</summary>
    public Task<ActionBook?> BookAsync() => ActionBook.ReadAsync(Db, Case, Actor.NowUtc);

    /// <summary>One query for whether any of these notes was written before: a form that is sent twice is written once.</summary>
    public Task<List<ActionNoteRow>> NotesAsync(IEnumerable<Guid> ids)
    {
        var wanted = ids.ToList();
        return Db.ActionNotes.Where(note => wanted.Contains(note.Id)).ToListAsync();
    }
}
