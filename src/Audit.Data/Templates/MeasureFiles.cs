using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Measures of several files as one.</summary>
public static class MeasureFiles
{
    /// <summary>One tree with the measures of all files in order; null when there are no files. It is for an instrument as soon as one file is.</summary>
    public static MapNode? Merge(IReadOnlyList<Template<MeasureCatalogue>> files)
    {
        if (files.Count == 0)
        {
            return null;
        }

        var first = files[0].Root;
        var meant = files.Select(file => file.Root.Find("instrument")).FirstOrDefault(node => node is not null);
        MapEntry[] instrument = meant is null ? [] : [new("instrument", meant.Line, meant)];
        var measures = new ListNode(first.Find("measures")!.Line, [.. files.SelectMany(file => file.Root.List("measures"))]);
        return new MapNode(first.Line, [new("schema", first.Line, first.Find("schema")!), .. instrument, new("measures", measures.Line, measures)]);
    }
}
