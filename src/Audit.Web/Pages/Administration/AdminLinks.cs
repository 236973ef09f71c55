namespace Audit.Web.Pages.Administration;

/// <summary>Addresses of the pages of administrators.</summary>
public static class AdminLinks
{
    public const string Home = "/beheer/werkstromen";

    public const string New = $"{Home}/nieuw";

    public const string Incidents = "/beheer/storingen";

    public const string Mail = "/beheer/e-mail";

    public const string Trail = "/beheer/spoor";

    public const string Retention = "/beheer/bewaren";

    public static string Draft(Guid draftId) => $"{Home}/concept/{draftId}";

    public static string Version(string definitionId, int version) => $"{Home}/{definitionId}/{version}";

    public static string File(string definitionId, int version) => $"{Version(definitionId, version)}/bestand";

    public static string Move(string definitionId, int version) => $"{Version(definitionId, version)}/verplaatsen";
}
