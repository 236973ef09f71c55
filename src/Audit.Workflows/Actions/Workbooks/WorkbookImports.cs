using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Data.Templates;
using Audit.Workflows.Cases;
using Microsoft.EntityFrameworkCore;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>What became of a decision about a workbook.</summary>
public enum ImportOutcome
{
    /// <summary>It was done now.</summary>
    Done,

    /// <summary>Somebody had decided before; nothing was done.</summary>
    AlreadyDecided,

    /// <summary>The plan changed since the preview that was seen; nothing was done.</summary>
    Changed,

    /// <summary>It cannot be done, and nothing was.</summary>
    Refused,
}

/// <summary>What became of a decision about a workbook, with words where they are needed.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reasons">Why it was refused; empty otherwise.</param>
public sealed record ImportResult(ImportOutcome Outcome, IReadOnlyList<string> Reasons)
{
    internal static ImportResult Of(ImportOutcome outcome) => new(outcome, []);

    /// <summary>It cannot be done, for these reasons.</summary>
    public static ImportResult Refused(params IReadOnlyList<string> reasons) => new(ImportOutcome.Refused, reasons);
}

/// <summary>Decisions about a workbook that came back, each all or nothing in the caller's transaction.</summary>
/// <param name="Db">The open transaction.</param>
/// <param name="Contents">The instruments.</param>
/// <param name="Row">The workbook, tracked.</param>
/// <param name="Actor">Who decides, and when.</param>
public sealed record WorkbookImports(AuditContext Db, ContentStore Contents, WorkbookImportRow Row, Actor Actor)
{
    public const string Applied = "workbook.applied";
    public const string SetAside = "workbook.set-aside";
    public const string Undone = "workbook.undone";

    private const int MostNamed = 10;

    /// <summary>Changes the plan as the workbook says and as somebody chose, calculated again at this moment.</summary>
    /// <param name="seen">Fingerprint of the preview that was looked at.</param>
    /// <param name="choices">What was chosen in it.</param>
    public async Task<ImportResult> ApplyAsync(string? seen, MergeChoices choices)
    {
        if (Row.Status != WorkbookImportStatus.Previewed)
        {
            return ImportResult.Of(ImportOutcome.AlreadyDecided);
        }

        var export = await Db.WorkbookExports.SingleAsync(export => export.Id == Row.ExportId);
        if (await WorkbookUpload.OutdatedAsync(Db, export) is { } outdated)
        {
            return ImportResult.Refused(Tr(outdated));
        }

        var merge = await PlanMerge.OfAsync(Db, await ReportAsync(), export, Row.ContentJson);
        if (merge.Fingerprint != seen)
        {
            return ImportResult.Of(ImportOutcome.Changed);
        }

        var patch = choices.PatchOf(merge.Preview);
        if (await new StatusGate(Db, merge.Report).RefusedInAsync(patch) is { Count: > 0 } refused)
        {
            var places = merge.Preview.Changes.Select(edit => (edit.Cell, edit.Place)).Concat(merge.Preview.Conflicts.Select(conflict => (conflict.Cell, conflict.Place))).ToDictionary();
            return ImportResult.Refused([.. refused.Select(one => $"{Tr(places[one.Cell].InWords())}: {one.Why}")]);
        }

        new PatchWriter(Db, merge.Report, Actor, ExportRecorder.NameOf(export.Id)).Write(patch, merge.Actions);
        Row.PatchJson = StoredRows.PatchOf(patch);
        Row.AppliedUtc = Actor.NowUtc;
        Close(WorkbookImportStatus.Applied, Applied, merge.Report, Stored(patch));
        return ImportResult.Of(ImportOutcome.Done);
    }

    /// <summary>Leaves the plan as it is.</summary>
    public async Task<ImportResult> SetAsideAsync()
    {
        if (Row.Status != WorkbookImportStatus.Previewed)
        {
            return ImportResult.Of(ImportOutcome.AlreadyDecided);
        }

        Close(WorkbookImportStatus.SetAside, SetAside, await ReportAsync(), null);
        return ImportResult.Of(ImportOutcome.Done);
    }

    /// <summary>Takes back what the import changed, unless somebody went on with it since.</summary>
    public async Task<ImportResult> UndoAsync()
    {
        if (Row.Status != WorkbookImportStatus.Applied)
        {
            return ImportResult.Of(ImportOutcome.AlreadyDecided);
        }

        var report = await ReportAsync();
        var actions = PlanMerge.ActionsOf(report);
        var reverse = StoredRows.Patch(Row.PatchJson!).Reverse();
        var inTheWay = reverse.ApplyTo([.. actions.Select(ActionRows.Of)]).InTheWay;
        var noted = inTheWay.Count > 0 ? [] : await new NotedActions(Db).AmongAsync(reverse.Removed);
        if (inTheWay.Count + noted.Count > 0)
        {
            return ImportResult.Refused(
            [
                .. inTheWay.Take(MostNamed).Select(cell => Tr($"{Named(cell, actions)} is na het inlezen nog gewijzigd.")),
                .. inTheWay.Skip(MostNamed).Take(1).Select(_ => Tr($"Nog {inTheWay.Count - MostNamed} cellen zijn na het inlezen gewijzigd.")),
                .. noted.Select(row => Tr($"{Named(new(row.RowKey, string.Empty), actions)} is toegevoegd met dit werkboek, en er is daarna iets bij vastgelegd.")),
            ]);
        }

        new PatchWriter(Db, report, Actor, $"{ExportRecorder.NameOf(Row.ExportId)} ongedaan gemaakt").Write(reverse, actions);
        Row.UndoneById = Actor.UserId;
        Row.UndoneUtc = Actor.NowUtc;
        Close(WorkbookImportStatus.Undone, Undone, report, Stored(reverse));
        return ImportResult.Of(ImportOutcome.Done);
    }

    /// <summary>Finds a workbook that came back in a case, to decide about it; null when there is none.</summary>
    public static Task<WorkbookImportRow?> FindAsync(AuditContext db, Guid assessmentId, Guid importId) =>
        db.WorkbookImports.SingleOrDefaultAsync(row => row.Id == importId && row.AssessmentId == assessmentId);

    /// <summary>What a patch changes, in words.</summary>
    public static string SizeOf(MergePatch patch)
    {
        var parts = new List<string> { patch.Cells.Count == 1 ? Tr($"1 cel gewijzigd") : Tr($"{patch.Cells.Count} cellen gewijzigd") };
        if (patch.Added.Count > 0)
        {
            parts.Add(patch.Added.Count == 1 ? Tr($"1 actie toegevoegd") : Tr($"{patch.Added.Count} acties toegevoegd"));
        }

        if (patch.Removed.Count > 0)
        {
            parts.Add(patch.Removed.Count == 1 ? Tr($"1 actie verwijderd") : Tr($"{patch.Removed.Count} acties verwijderd"));
        }

        return string.Join(", ", parts);
    }

    /// <summary>The trail is Dutch, whoever reads along.</summary>
    private static string Stored(MergePatch patch)
    {
        using var language = Use(null);
        return SizeOf(patch);
    }

    private static string Named(CellId cell, IReadOnlyList<ActionItem> actions)
    {
        var action = actions.FirstOrDefault(one => one.RowKey == cell.RowKey);
        var column = ActionColumns.All.FirstOrDefault(one => one.Key == cell.Column)?.Header;
        return (action is null ? Tr($"Een actie die niet meer in het nieuwste plan staat") : Tr($"Actie {action.Number} ‘{action.Measure}’"))
            + (column is null ? string.Empty : Tr($", kolom {column},"));
    }

    private async Task<CaseReport> ReportAsync() => (await CaseReport.FindAsync(Db, Contents, Row.AssessmentId, Actor.NowUtc))!;

    private void Close(WorkbookImportStatus status, string happened, CaseReport report, string? size)
    {
        Row.Status = status;
        Row.ContentJson = string.Empty;
        Row.Version = Guid.NewGuid();
        new CaseTrail(report.Case.Row.BodyId, Row.AssessmentId).Add(Db, Actor, happened, ExportRecorder.NameOf(Row.ExportId), size);
    }
}
