namespace Audit.Web.Texts;

/// <summary>Grades of evidence in plain words.</summary>
public static class EvidenceTexts
{
    public static IReadOnlyList<(string Grade, string Text)> All =>
    [
        ("E0", Tr($"E0: alleen gezegd, nog niet nagekeken")),
        ("E1", Tr($"E1: staat in een document")),
        ("E2", Tr($"E2: in de praktijk nagekeken met een steekproef")),
        ("E3", Tr($"E3: onafhankelijk onderzocht of blijkt uit gegevens")),
    ];

    public static string? Of(string? grade) => All.FirstOrDefault(item => item.Grade == grade).Text;
}
