using Audit.Data.Database;

namespace Audit.Web.Texts;

/// <summary>Who may be present at a work session: roles, never names.</summary>
public static class AttendanceTexts
{
    /// <summary>The roles in the order shown, by the key under which their number is stored.</summary>
    public static IReadOnlyList<(string Role, string Label)> All =>
    [
        .. new[] { Roles.Assessor, Roles.Coach, Roles.Sponsor, Roles.Manager, Roles.Auditor, Roles.Jurist }.Select(role => (role, RoleTexts.NameOf(role))),
        ("works-council", Tr($"Ondernemingsraad")),
        ("other", Tr($"Anders")),
    ];
}
