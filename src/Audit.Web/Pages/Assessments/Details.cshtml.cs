using System.Globalization;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Ratings;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>A case at a glance: what is to be done, by whom and until when, and what has been done.</summary>
[ShowsNoAnswers]
public sealed class DetailsModel(CaseAccess access, IWorkflowEngine engine, ContentShelf shelf) : PageModel
{
    /// <summary>What the members of the case are told, newest first.</summary>
    public IReadOnlyList<MessageLine> Messages { get; private set; } = [];

    /// <summary>What this member may begin now.</summary>
    public CaseOptions Options { get; private set; } = new();

    public CaseView View { get; private set; } = null!;

    public IReadOnlyList<OpenLine> Open { get; private set; } = [];

    public IReadOnlyList<DoneLine> Done { get; private set; } = [];

    /// <summary>Tasks and the body with the parts that are answered for them.</summary>
    public IReadOnlyList<PartGroup> Groups { get; private set; } = [];

    public IReadOnlyList<RecordedDecisions> Decisions { get; private set; } = [];

    public IReadOnlyList<MemberLine> Members { get; private set; } = [];

    /// <summary>Whether others than the team may see the answers.</summary>
    public bool IsShared { get; private set; }

    /// <summary>Name of who withdrew the case; null while it counts.</summary>
    public string? WithdrawnBy { get; private set; }

    public bool MayCopy { get; private set; }

    public bool HasScores { get; private set; }

    private bool SeesDecisions { get; set; }

    public bool HasPlan { get; private set; }

    /// <summary>The way to the double ratings; null when there is nothing to see for this member.</summary>
    public RatingHubLink? Rating { get; private set; }

    /// <summary>How many questions the research plan has; null for a process that makes none.</summary>
    public int? ResearchCount { get; private set; }

    /// <summary>How many items of the review wait for the team and for the auditor.</summary>
    public string ReviewCounts { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await access.FindAsync(id) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Options = await access.ReadAsync(db => CaseOptions.ForAsync(db, view));
        Messages = [.. (await access.ReadAsync(db => CaseMessages.ForAsync(db, view))).Select(message => new MessageLine(MessageTexts.Of(message, view), Dates.Day(message.SentUtc), message.Kind is MessageKind.Escalation))];
        Open = [.. view.Steps.Select(LineOf)];
        Done = await access.ReadAsync(DoneAsync);
        // An auditor reads them with the notes of each session, which counts as having seen answers.
        IsShared = await access.ReadAsync(db => CaseSharing.IsSharedAsync(db, view.Case.Row));
        SeesDecisions = !Policies.Review.Allows(view.MyRoles) && (IsShared || Policies.SeeDrafts.Allows(view.MyRoles));
        Decisions = SeesDecisions ? await access.ReadAsync(db => RecordedDecisions.ForAsync(db, view)) : [];
        Members = await access.ReadAsync(MembersAsync);
        HasScores = await access.ReadAsync(db => db.Scores.AnyAsync(row => row.AssessmentId == id));
        HasPlan = await access.ReadAsync(db => db.Plans.AnyAsync(row => row.AssessmentId == id));
        ResearchCount = await access.ReadAsync(db => ResearchCountAsync(db, view));
        Rating = await access.ReadAsync(db => RatingHubLink.ForAsync(db, view));
        ReviewCounts = await access.ReadAsync(ReviewCountsAsync);
        Groups = GroupsOf(view);
        MayCopy = CaseLife.MayCopy(view.MyRoles) && await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
        WithdrawnBy = view.Case.Row.WithdrawnUtc is not null ? await access.ReadAsync(WithdrawnByAsync) : null;
        return Page();
    }

    /// <summary>Begins the monthly rounds along the actions.</summary>
    public async Task<IActionResult> OnPostOpvolgingAsync(Guid id)
    {
        if (await access.FindAsync(id) is null)
        {
            return NotFound();
        }

        var refusal = await access.ChangeAsync(id, async (db, view) =>
        {
            if (!(await CaseOptions.ForAsync(db, view)).MayFollowUp)
            {
                return Tr($"De opvolging loopt al, of is niet aan u.");
            }

            await engine.StartAsync(db, new(Processes.FollowUp, id, access.User.Id), access.User.NowUtc);
            new CaseTrail(view.Case.Row.BodyId, id).Add(db, access.User.Actor, "follow-up.started", "case");
            return null;
        });
        this.Tell(refusal ?? Tr($"De opvolging van de acties is begonnen."));
        return Redirect(StepLinks.Hub(id));
    }

    private async Task<string?> WithdrawnByAsync(AuditContext db)
    {
        var caseId = View.Id;
        return await (from row in db.Trail join user in db.Users on row.UserId equals user.Id where row.AssessmentId == caseId && row.Event == "case.withdrawn" select user.DisplayName).FirstOrDefaultAsync();
    }

    private async Task<string> ReviewCountsAsync(AuditContext db)
    {
        var caseId = View.Id;
        var states = await db.ReviewItems.Where(item => item.AssessmentId == caseId).Select(item => item.Status).ToListAsync();
        var (open, answered) = (states.Count(state => state is ReviewItemStatus.Open), states.Count(state => state is ReviewItemStatus.Answered));
        return states.Count == 0 ? Tr($"nog leeg") : Tr($"{ReviewTexts.Count(states.Count)}, waarvan {open} open en {answered} beantwoord");
    }

    private static async Task<int?> ResearchCountAsync(AuditContext db, CaseView view)
    {
        var count = await db.ResearchItems.CountAsync(row => row.AssessmentId == view.Id);
        return count == 0 && view.Process == Processes.QuickScan ? null : count;
    }

    private OpenLine LineOf(OpenStep step)
    {
        var mine = View.MayAct(step);
        return new(NameOf(step.Activity, step.StepKey), TaskNameOf(step.TaskKey), mine ? StepLinks.Of(View, step) : null)
        {
            Who = step.IsHuman ? WhoOf(step) : Tr($"Niemand: dit gaat vanzelf verder"),
            Due = step.DueUtc is { } due ? Dates.Day(due) : null,
            IsOverdue = step.IsOverdue(access.User.NowUtc),
            Incident = step.Incident,
        };
    }

    /// <summary>Role of a step; after the deadline the role that may do it too.</summary>
    private static string WhoOf(OpenStep step) =>
        step is { EscalatedUtc: not null, EscalateTo: { } other } && Independence.MayTakeOver(step.Role, other, [other])
            ? Tr($"{RoleTexts.NameOf(step.Role)} of {RoleTexts.NameOf(other).ToLower(CultureInfo.CurrentCulture)}")
            : RoleTexts.NameOf(step.Role);

    private async Task<IReadOnlyList<DoneLine>> DoneAsync(AuditContext db)
    {
        var caseId = View.Id;
        var rows = await (
            from step in OpenToMembers.Steps(db, caseId)
            join user in db.Users on step.UserId equals user.Id
            where step.Status == StepStatus.Done
            orderby step.ClosedUtc
            select new { Step = step, user.DisplayName }).ToListAsync();
        var notes = (await db.StepNotes.Where(note => note.AssessmentId == caseId).Select(note => note.StepKey).ToListAsync()).ToHashSet();
        return [.. rows.Select(row => new DoneLine(
            NameOf(row.Step.Activity, row.Step.StepKey),
            TaskNameOf(row.Step.TaskKey),
            Tr($"{Dates.Day(row.Step.ClosedUtc!.Value)} door {row.DisplayName}"),
            notes.Contains(row.Step.StepKey) ? StepLinks.OfNotes(caseId, row.Step.Id, row.Step.Activity) : null))];
    }

    private async Task<IReadOnlyList<MemberLine>> MembersAsync(AuditContext db)
    {
        var rows = await (
            from member in db.Members
            join user in db.Users on member.UserId equals user.Id
            where member.AssessmentId == View.Id
            orderby user.DisplayName
            select new { member.Role, user.DisplayName }).ToListAsync();
        return [.. Roles.All.Where(role => rows.Exists(row => row.Role == role))
            .Select(role => new MemberLine(RoleTexts.NameOf(role), string.Join(", ", rows.Where(row => row.Role == role).Select(row => row.DisplayName))))];
    }

    private List<PartGroup> GroupsOf(CaseView view)
    {
        var instrument = view.Case.Instrument.Value;
        var groups = view.Case.Tasks
            .Select(task => GroupOf(view, task.Name, task.Reason, QuestionPart.OfTask(view.Process, instrument, task.Key)) with
            {
                RegisterHref = instrument.Register.Grounds.Count > 0 ? StepLinks.Distinctions(view.Id, task.Key) : null,
                Distinctions = view.Case.Answers.Tasks.First(answers => answers.Id == task.Key).Distinctions.Count,
            })
            .ToList();
        var body = QuestionPart.OfBody(instrument);
        if (groups.Count > 0 && body.Count > 0 && view.Process != Processes.QuickScan)
        {
            groups.Add(GroupOf(view, Tr($"Hele organisatie"), Tr($"Deze vragen beantwoordt u één keer."), body) with { HasSurvey = shelf.Survey is not null });
        }

        return groups;
    }

    private PartGroup GroupOf(CaseView view, string name, string? reason, IReadOnlyList<QuestionPart> parts)
    {
        var progress = PartProgress.Of(view.Case, parts[0].TaskKey, access.User.NowUtc);
        return new(name, reason, [.. parts.Select(part =>
        {
            var needed = progress.Needed(part);
            return new PartLine(part.Title, StepLinks.Questions(view.Id, part.TaskKey, part.Id), needed - progress.Missing(part).Count, needed);
        })]);
    }

    private string NameOf(string activity, string stepKey) => StepTexts.NameOf(activity, stepKey, View.Case.Instrument.Value);

    private string? TaskNameOf(string key) => View.Case.Tasks.FirstOrDefault(task => task.Key == key)?.Name ?? View.Case.DroppedTasks.FirstOrDefault(task => task.Key == key)?.Name;

    public sealed record MessageLine(string Text, string When, bool IsUrgent);

    public sealed record OpenLine(string Name, string? Task, string? Href)
    {
        public required string Who { get; init; }

        public string? Due { get; init; }

        public bool IsOverdue { get; init; }

        public Sentence? Incident { get; init; }
    }

    public sealed record DoneLine(string Name, string? Task, string When, string? Notes);

    public sealed record MemberLine(string Role, string Names);

    /// <summary>The parts of a task, or of the body.</summary>
    public sealed record PartGroup(string Name, string? Reason, IReadOnlyList<PartLine> Parts)
    {
        /// <summary>The register of distinctions; null when this group has none.</summary>
        public string? RegisterHref { get; init; }

        public int Distinctions { get; init; }

        /// <summary>Whether the staff survey belongs to it.</summary>
        public bool HasSurvey { get; init; }
    }

    public sealed record PartLine(string Title, string Href, int Answered, int Needed)
    {
        public string Status => Answered == 0 ? Tr($"Niet begonnen") : Answered < Needed ? Tr($"Bezig") : Tr($"Alles beantwoord");

        public string Badge => Answered == 0 ? "inactive" : Answered < Needed ? "neutral" : "success";
    }
}
