using Audit.Data.Database;

namespace Audit.Web.Texts;

/// <summary>Where a case is, in words.</summary>
public static class StatusTexts
{
    public static string NameOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Running => Tr($"In uitvoering"),
        AssessmentStatus.Adopted => Tr($"Vastgesteld"),
        AssessmentStatus.Finished => Tr($"Afgerond"),
    };

    /// <summary>Kind of the badge that goes with it.</summary>
    public static string BadgeOf(AssessmentStatus status) => status switch
    {
        AssessmentStatus.Running => "neutral",
        AssessmentStatus.Adopted or AssessmentStatus.Finished => "success",
    };
}
