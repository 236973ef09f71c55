using Audit.Web.Questionnaires;

namespace Audit.Web.Pages.Questions;

/// <summary>Files as a list.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Files">The files.</param>
public sealed record FileListModel(Guid CaseId, IReadOnlyList<FileLine> Files)
{
    private const int Kilo = 1024;

    /// <summary>A size in words.</summary>
    public static string SizeOf(long bytes) => bytes >= Kilo * Kilo ? $"{bytes / Kilo / Kilo} MB" : $"{Math.Max(1, bytes / Kilo)} kB";
}
