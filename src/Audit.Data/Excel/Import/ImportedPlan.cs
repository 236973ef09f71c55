using Audit.Core.Actions.Merge;

namespace Audit.Data.Excel.Import;

/// <summary>An uploaded action plan: what it holds, or why it is refused as a whole.</summary>
/// <param name="Refusal">One sentence for the user; null when the workbook was read.</param>
/// <param name="Meta">Which export it is; null when refused.</param>
/// <param name="Content">Its rows, for the merge; empty when refused.</param>
public sealed record ImportedPlan(Sentence? Refusal, UploadedMeta? Meta, SheetContent Content)
{
    internal static ImportedPlan Refused(Sentence why) => new(Sentence.Of($"Dit bestand kan niet worden ingelezen: {why}."), null, new SheetContent([], [], []));
}
