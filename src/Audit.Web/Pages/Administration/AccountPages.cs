namespace Audit.Web.Pages.Administration;

/// <summary>Addresses of the pages about accounts.</summary>
public static class AccountPages
{
    public const string Home = "/beheer/accounts";

    public static string Of(Guid accountId) => $"{Home}/{accountId}";
}
