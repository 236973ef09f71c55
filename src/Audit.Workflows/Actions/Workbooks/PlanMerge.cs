using System.Security.Cryptography;
using System.Text.Json;
using Audit.Core.Actions;
using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Workflows.Cases;

namespace Audit.Workflows.Actions.Workbooks;

/// <summary>An uploaded workbook beside the plan as the database holds it at this moment.</summary>
/// <param name="Report">The case with its newest plan.</param>
/// <param name="Actions">The actions of that plan.</param>
/// <param name="Preview">What the import would do; what the rules of the product forbid is refused in it.</param>
public sealed record PlanMerge(CaseReport Report, IReadOnlyList<ActionItem> Actions, MergePreview Preview)
{
    /// <summary>Changes when anything in the preview does: who decides must have seen what is written.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Preview)));

    /// <summary>Merges a workbook that came back.</summary>
    /// <param name="db">The open transaction, or a context for reading.</param>
    /// <param name="report">The case as it is now, read from that context.</param>
    /// <param name="export">The export that came back, of the newest plan.</param>
    /// <param name="contentJson">What was read from the file.</param>
    public static async Task<PlanMerge> OfAsync(AuditContext db, CaseReport report, WorkbookExportRow export, string contentJson)
    {
        var stored = StoredRows.Content(contentJson);
        var doubtful = stored.Doubtful.ToHashSet();
        var actions = ActionsOf(report);
        var preview = ThreeWayMerge.Preview(new MergeInput(
            export.Id,
            ActionColumns.ForMerge([.. report.Case.Tasks.Select(task => task.Name)], [.. report.Case.Instrument.Value.ScoredComponents.Select(part => part.Title.Nl)]),
            [.. StoredRows.Base(export.BaseJson).Where(row => !doubtful.Contains(row.RowKey))],
            stored.Content,
            [.. actions.Select(ActionRows.Of)]));
        return new PlanMerge(report, actions, await new StatusGate(db, report).CheckAsync(preview));
    }

    /// <summary>The actions of the newest plan.</summary>
    public static IReadOnlyList<ActionItem> ActionsOf(CaseReport report) => [.. report.ToExport(Guid.Empty, DateTimeOffset.UnixEpoch).Actions];
}
