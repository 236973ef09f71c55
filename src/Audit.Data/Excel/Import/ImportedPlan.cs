using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel.Import;

/// <summary>An uploaded action plan: what it holds, or why it is refused as a whole.</summary>
/// <param name="Refusal">One Dutch sentence for the user; null when the workbook was read.</param>
/// <param name="Meta">Which export it is; null when refused.</param>
/// <param name="Content">Its rows, for the merge; empty when refused.</param>
public sealed record ImportedPlan(string? Refusal, UploadedMeta? Meta, SheetContent Content)
{
    internal static ImportedPlan Refused(string why) => new($"Dit bestand kan niet worden ingelezen: {why}.", null, new SheetContent([], [], []));
}
