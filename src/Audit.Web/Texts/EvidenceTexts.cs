namespace Audit.Web.Texts;

/// <summary>Grades of evidence in plain Dutch.</summary>
public static class EvidenceTexts
{
    public static IReadOnlyList<(string Grade, string Text)> All { get; } =
    [
        ("E0", "E0: alleen gezegd, nog niet nagekeken"),
        ("E1", "E1: staat in een document"),
        ("E2", "E2: in de praktijk nagekeken met een steekproef"),
        ("E3", "E3: onafhankelijk onderzocht of blijkt uit gegevens"),
    ];

    public static string? Of(string? grade) => All.FirstOrDefault(item => item.Grade == grade).Text;
}
