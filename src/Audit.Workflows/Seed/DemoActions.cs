using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Workflows.Actions;
using Audit.Workflows.Actions.Tracking;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Seed;

/// <summary>Lets some time go by in the plan of a demo case: owners, progress, notes, a dependency and an escalation, all fictitious.</summary>
/// <param name="Contents">The content that cases run on.</param>
/// <param name="CaseId">The case, with a plan.</param>
/// <param name="People">The demo users by role.</param>
/// <param name="StartUtc">When the plan was made.</param>
internal sealed record DemoActions(ContentStore Contents, Guid CaseId, IReadOnlyDictionary<string, UserRow> People, DateTime StartUtc)
{
    private static readonly string[] Departments = ["Toezicht", "Beleid", "Dienstverlening", "Gegevens en ICT"];

    /// <summary>Writes it all in one transaction.</summary>
    public async Task FillAsync(AuditContext db)
    {
        var current = (await Case.FindAsync(db, Contents, CaseId))!;
        await ShareOutAsync(DeskOf(db, current, Roles.Manager, days: 20));
        await BeginAsync(DeskOf(db, current, Roles.Manager, days: 40));
        await ReportAsync(DeskOf(db, current, Roles.Assessor, days: 90));
        await EscalateAsync(DeskOf(db, current, Roles.Manager, days: 400));
    }

    private ActionDesk DeskOf(AuditContext db, Case current, string role, int days) =>
        new(db, current, new(People[role].Id, People[role].DisplayName, StartUtc.AddDays(days)));

    /// <summary>Every action gets a department, and most of them an owner.</summary>
    private async Task ShareOutAsync(ActionDesk desk)
    {
        var book = (await desk.BookAsync())!;
        Guid?[] owners = [People[Roles.Assessor].Id, People[Roles.Jurist].Id, People[Roles.Manager].Id, null];
        foreach (var (place, action) in book.Actions.Index())
        {
            var owner = owners[place % owners.Length];
            var item = action.Item with { Department = Departments[place % Departments.Length], Evaluator = "Onafhankelijk onderzoeker (fictief)" };
            await ApplyAsync(desk, book, action, new(item, owner, owner is null && place == 3 ? "programmaleider@voorbeeldstad.example" : null));
        }
    }

    /// <summary>The first action runs and the second waits for it; the third is carried out.</summary>
    private static async Task BeginAsync(ActionDesk desk)
    {
        var book = (await desk.BookAsync())!;
        ActionStatus[] statuses = [ActionStatus.Running, ActionStatus.Waiting, ActionStatus.Done];
        foreach (var (action, status) in book.Actions.Zip(statuses))
        {
            var item = action.Item with { Status = status, Baseline = "12 van de 40 dossiers (fictief)", TargetValue = "36 van de 40 dossiers" };
            await ApplyAsync(desk, book, action, ActionDraft.Of(action) with { Item = item });
        }

        if (book.Actions is [var first, var second, ..])
        {
            Require(await DependencyChanges.AddAsync(desk, book, new(second.Row.Id, first.Row.Id)));
        }
    }

    /// <summary>The owner tells how far it is and where that can be seen.</summary>
    private static async Task ReportAsync(ActionDesk desk)
    {
        var book = (await desk.BookAsync())!;
        var first = book.Actions[0];
        await ApplyAsync(desk, book, first, ActionDraft.Of(first) with { Item = first.Item with { Progress = 0.4 } });
        Require(await ActionNotes.AddAsync(desk, first, new(Guid.CreateVersion7(), ActionNoteKind.Note, "De nieuwe werkwijze is met twee teams besproken. Het derde team volgt.")));
        Require(await ActionNotes.AddAsync(desk, first, new(Guid.CreateVersion7(), ActionNoteKind.Evidence, "Verslag van de bespreking (fictief).") { Place = "https://voorbeeldstad.example/zaak/2025-014" }));
    }

    /// <summary>What waits too long goes up; the last action gets a new date.</summary>
    private static async Task EscalateAsync(ActionDesk desk)
    {
        var book = (await desk.BookAsync())!;
        if (book.Actions is [_, var second, ..])
        {
            Require(await Escalations.AddAsync(desk, [second], new(Guid.CreateVersion7(), "directieteam", "De actie wacht al maanden op capaciteit. Er is een besluit nodig over de inzet.")));
        }

        var last = book.Actions[^1];
        await ApplyAsync(desk, book, last, ActionDraft.Of(last) with { Item = last.Item with { Due = ActionRecords.DayOf(desk.Actor.NowUtc).AddDays(30) } });
    }

    private static async Task ApplyAsync(ActionDesk desk, ActionBook book, TrackedAction action, ActionDraft draft) =>
        Require((await ActionEdits.ApplyAsync(desk, book, action, draft)) is [ActionFinding finding, ..] ? finding.Text.ToString() : null);

    private static void Require(string? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException(refusal);
        }
    }
}
