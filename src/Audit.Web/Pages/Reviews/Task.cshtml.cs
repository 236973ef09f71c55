using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Results;
using Audit.Workflows.Activities;
using Audit.Workflows.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Audit.Web.Pages.Reviews;

/// <summary>An answer as it was at some moment.</summary>
public sealed record AnswerVersion(int Revision, Answer Answer, DateTime SavedUtc);

/// <summary>Somebody who did not fill in judges the answers and the score of one task.</summary>
public sealed class TaskModel(CaseAccess access, ContentStore contents, StepDesk desk) : StepPageModel(access, contents, desk)
{
    private const int MostDespite = 2000;

    private ILookup<string, AnswerVersion> versions = Enumerable.Empty<AnswerVersion>().ToLookup(_ => string.Empty);

    public TaskView Task { get; private set; } = null!;

    /// <summary>Items of the review about this task, oldest first.</summary>
    public IReadOnlyList<ItemView> Items { get; private set; } = [];

    /// <summary>What was ticked and typed per question that may be sent back.</summary>
    public SendBackForm SendBack { get; private set; } = SendBackForm.Empty;

    /// <summary>Earlier decisions on this task, newest first.</summary>
    public IReadOnlyList<EarlierDecision> Earlier { get; private set; } = [];

    protected override string Activity => ActivityNames.ReviewStep;

    /// <summary>What the answer has been, newest first.</summary>
    public IReadOnlyList<AnswerVersion> VersionsOf(string questionId) => [.. versions[questionId]];

    private static string OpenRefusal(IEnumerable<string> open) =>
        Tr($"Er staan nog punten open: {string.Join("; ", open.Select(text => $"‘{text}’"))}. Schrijf op waarom u toch akkoord geeft, of handel ze eerst af.");

    protected override DecisionForm NewForm() => new(
        Tr($"Wat is uw besluit over deze taak?"),
        [
            new("akkoord", Outcomes.Approved, Tr($"Akkoord"), Tr($"De antwoorden zijn goed onderbouwd. De taak gaat door naar het actieplan."))
            {
                Done = Tr($"De taak is akkoord."),
            },
            new("terug", Outcomes.SendBack, Tr($"Terug naar het team"), Tr($"Het team vult aan of verbetert. Daarna komt de taak weer bij u."))
            {
                NeedsMotivation = true,
                Done = Tr($"De taak is teruggestuurd naar het team."),
            },
        ],
        Tr($"Besluit vastleggen"))
    {
        OpenItems = [.. Items.Where(item => item.Row.Status is ReviewItemStatus.Open)],
    };

    /// <summary>The fields to send a question back; null for who may not, and for answers that are not of this task.</summary>
    public SendBackField? FieldOf(string questionId) => MayDecide && Task.Instrument.TaskQuestions.Any(question => question.Id == questionId)
        ? SendBack.FieldOf(questionId)
        : null;

    protected override bool CheckMore(DecisionOption chosen, DecisionInput input)
    {
        SendBack = SendBackForm.Read(Request.Form, Task.Instrument.TaskQuestions);
        SendBack.Check(ModelState, chosen);
        if (chosen.Outcome == Outcomes.Approved && Form.OpenItems.Count > 0)
        {
            ModelState.CheckText("toch", input.Despite, (OpenRefusal(Form.OpenItems.Select(item => item.Short)), MostDespite));
        }

        return ModelState.IsValid;
    }

    protected override async Task<string?> WriteAsync(AuditContext db, MadeDecision decision)
    {
        if (decision.Outcome == Outcomes.SendBack)
        {
            await decision.WriteAsync(db);
            return SentBackQuestions.Send(db, decision.View.Case, Step.TaskKey, SendBack.Remarks, decision.Actor);
        }

        var (id, key) = (decision.View.Id, Step.TaskKey);
        var open = await db.ReviewItems.Where(item => item.AssessmentId == id && item.TaskKey == key && item.Status == ReviewItemStatus.Open).Select(item => item.Text).ToListAsync();
        if (open.Count > 0 && TypedText.Of(Form.Input.Despite) is null)
        {
            return OpenRefusal(open);
        }

        var despite = open.Count > 0 ? Tr($"Akkoord met open punten ({string.Join("; ", open.Select(text => $"‘{text}’"))}), omdat: {TypedText.Of(Form.Input.Despite)}") : null;
        await (decision with { Motivation = string.Join('\n', new[] { decision.Motivation, despite }.OfType<string>()) is { Length: > 0 } text ? text : null }).WriteAsync(db);
        return null;
    }

    protected override async Task<bool> LoadMoreAsync(AuditContext db)
    {
        if (TaskView.Find(Report, Step.TaskKey) is not { } task)
        {
            return false;
        }

        Task = task;
        Earlier = [.. (await EarlierDecision.AllAsync(db, Report.Case.Row.Id)).Where(decision => decision.TaskKey == Step.TaskKey)];
        Items = [.. (await ItemView.AllAsync(db, Reading.View, Access.User.NowUtc)).Where(item => item.Row.TaskKey == Step.TaskKey)];
        versions = await VersionsAsync(db);
        return true;
    }

    private async Task<ILookup<string, AnswerVersion>> VersionsAsync(AuditContext db)
    {
        var (id, key) = (Report.Case.Row.Id, Step.TaskKey);
        var rows = await (
            from revision in db.AnswerRevisions
            join answer in db.Answers on revision.AnswerId equals answer.Id
            where answer.AssessmentId == id && (answer.TaskKey == key || answer.TaskKey == string.Empty)
            orderby revision.Revision descending
            select new { answer.QuestionId, Row = revision }).ToListAsync();
        return rows.ToLookup(pair => pair.QuestionId, pair => new AnswerVersion(
            pair.Row.Revision,
            new Answer(pair.Row.Value, (EvidenceGrade?)pair.Row.Evidence, pair.Row.Motivation, pair.Row.PublicSource, pair.Row.By, pair.Row.At),
            pair.Row.SavedUtc));
    }
}
