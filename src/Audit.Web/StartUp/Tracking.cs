using Audit.Web.Pages.ActionItems;

namespace Audit.Web.StartUp;

/// <summary>What the pages that follow actions work with.</summary>
internal static class Tracking
{
    public static void AddTracking(this IServiceCollection services, IConfiguration configuration) =>
        services.AddSingleton(EscalationLadder.Of(configuration));
}
