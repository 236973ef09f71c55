using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Reviews;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Audit.Workflows.Cases;
using Audit.Workflows.Engine;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Assessments;

/// <summary>What a reviewer sent back, and the way to the answers that it is about.</summary>
[ShowsAnswers]
public sealed class MendModel(CaseAccess access, StepDesk desk, ContentStore contents) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public PublicTaskRow PublicTask { get; private set; } = null!;

    /// <summary>Comments of reviewers, newest first.</summary>
    public IReadOnlyList<Comment> Comments { get; private set; } = [];

    /// <summary>What the reviewer sent back or asked about this task and has not settled, sent-back questions first.</summary>
    public IReadOnlyList<ItemView> Points { get; private set; } = [];

    public IReadOnlyList<ItemView> SentBack => [.. Points.Where(point => point.Row.Kind is ReviewItemKind.SentBackQuestion)];

    public IReadOnlyList<ItemView> OtherPoints => [.. Points.Except(SentBack)];

    public IReadOnlyList<QuestionPart> Parts { get; private set; } = [];

    /// <summary>This round beside the one before; null in a case that began empty.</summary>
    public RoundComparison? Rounds { get; private set; }

    /// <summary>How many answers of a part nobody has confirmed.</summary>
    public int UnconfirmedIn(QuestionPart part) => part.Questions.Count(question => Rounds?.Of(part.TaskKey, question).Change == AnswerChange.Unconfirmed);

    /// <summary>The step that this page finishes; null when it is not open for this member.</summary>
    public OpenStep? Step { get; private set; }

    public Guid SubmissionId { get; private set; } = Guid.NewGuid();

    /// <summary>Whether this is a repeat, in which earlier answers are gone through, and not mending after a review.</summary>
    public bool IsRepeat => View.Process == Processes.Repeat && Comments.Count == 0;

    /// <summary>Whether the step asks a part that this instrument does not have: there is nothing to fill in, only to go on.</summary>
    public bool IsAbsent => Step is { StepKey: not "mend" } && Comments.Count == 0 && !IsRepeat;

    public string Title => IsAbsent ? Tr($"Onderdeel zonder vragen") : IsRepeat ? Tr($"Antwoorden nalopen en bijwerken") : Tr($"Herstel na de beoordeling");

    private string DoneText => IsAbsent ? Tr($"De stap is afgerond.") : IsRepeat ? Tr($"De antwoorden zijn bijgewerkt.") : Tr($"Het herstel is afgerond. De auditor beoordeelt de taak opnieuw.");

    public async Task<IActionResult> OnGetAsync(Guid id, string taskKey) => await LoadAsync(id, taskKey) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, string taskKey, Guid inzending)
    {
        if (!await LoadAsync(id, taskKey))
        {
            return NotFound();
        }

        SubmissionId = inzending;
        if (Step is null)
        {
            this.Tell(Tr($"Deze stap was al afgerond."));
            return Redirect(StepLinks.Hub(id));
        }

        var form = new StepForm(id, Step.StepId, Outcomes.Done, inzending);
        var result = await desk.SubmitAsync(form, (_, view) => Task.FromResult(IsAbsent ? null : MissingIn(view)));
        if (result.Status == SubmitStatus.Refused)
        {
            ModelState.AddModelError("afronden", result.Reason!);
            return Page();
        }

        this.Tell(result.Status == SubmitStatus.AlreadyDone ? Tr($"Deze stap was al afgerond.") : DoneText);
        return Redirect(StepLinks.Hub(id));
    }

    private string? MissingIn(CaseView view)
    {
        var progress = PartProgress.Of(view.Case, PublicTask.Key, access.User.NowUtc);
        var missing = Parts.SelectMany(progress.Missing).Select(question => question.Id).ToList();
        return missing.Count == 0 ? null : Tr($"Deze vragen hebben nog geen antwoord: {string.Join(", ", missing)}.");
    }

    private async Task<bool> LoadAsync(Guid id, string taskKey)
    {
        if (await access.FindAsync(id) is not { } view || view.Case.Tasks.FirstOrDefault(task => task.Key == taskKey) is not { } task)
        {
            return false;
        }

        (View, PublicTask) = (view, task);
        Parts = QuestionPart.OfTask(view.Case.Instrument.Value, taskKey);
        Step = EditRights.MendingOf(view, taskKey);
        Comments = await access.ReadAsync(CommentsAsync);
        Rounds = await access.ReadAsync(db => RoundComparison.FindAsync(db, contents, view.Case));
        var points = await access.ReadAsync(db => ItemView.AllAsync(db, view, access.User.NowUtc));
        Points = [.. points.Where(point => point.Row.TaskKey == taskKey && point.Row.Status.IsUnsettled())];
        return true;
    }

    private async Task<IReadOnlyList<Comment>> CommentsAsync(AuditContext db)
    {
        var rows = await (
            from decision in db.Decisions
            join user in db.Users on decision.UserId equals user.Id
            where decision.AssessmentId == View.Id && decision.TaskKey == PublicTask.Key && decision.Outcome == Outcomes.SendBack
            orderby decision.DecidedUtc descending
            select new { decision.Motivation, decision.DecidedUtc, user.DisplayName }).ToListAsync();
        return [.. rows.Select(row => new Comment(row.Motivation ?? Tr($"Geen toelichting gegeven."), $"{row.DisplayName}, {Dates.Moment(row.DecidedUtc)}"))];
    }

    public sealed record Comment(string Text, string By);
}
