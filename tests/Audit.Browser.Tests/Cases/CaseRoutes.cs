using Audit.Browser.Tests.Site;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Every address of the application as it is routed, so that a new page cannot be forgotten.</summary>
public static class CaseRoutes
{
    /// <summary>Addresses for which one must be signed in, with these values filled in.</summary>
    public static IReadOnlyList<string> Closed(AuditSite site, IReadOnlyDictionary<string, string> values) =>
    [
        .. Templates(site).Select(template => $"/{Fill(template, values)}").Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Those that are about one case.</summary>
    public static IReadOnlyList<string> OfCase(AuditSite site, IReadOnlyDictionary<string, string> values) =>
        [.. Closed(site, values).Where(address => address.Contains(values["id"], StringComparison.Ordinal))];

    /// <summary>Those for administrators.</summary>
    public static IReadOnlyList<string> OfAdministration(AuditSite site) =>
        [.. Templates(site).Where(template => template.StartsWith("beheer/", StringComparison.Ordinal)).Select(template => $"/{Fill(template, new Dictionary<string, string>())}")];

    private static IEnumerable<string> Templates(AuditSite site) =>
        site.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'));

    private static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var parts = template.Split('/').Select(part => part.StartsWith('{') ? ValueOf(part.Trim('{', '}').Split(':')[0], values) : part);
        return string.Join('/', parts);
    }

    /// <summary>Values of one case, or else what every installation has.</summary>
    private static string ValueOf(string name, IReadOnlyDictionary<string, string> values) => name switch
    {
        "definitionId" => "doorlichting",
        "version" => "2",
        "instrumentId" => "discriminatietoets",
        "instrumentVersion" => ChangedInstrument.Content.Instrument.Value.Version,
        "gateId" => ReviewMaker.Gate,
        "key" => "nieuw",
        "stage" => "restrisico",
        "roundId" or "ratingId" or "suggestionId" => "01890000-0000-7000-8000-000000000001",
        "questionId" => "R5",
        "importId" => "01890000-0000-7000-8000-000000000000",
        "owner" => "0123456789abcdef",
        "fileId" or "jobId" or "accountId" or "draftId" => "01890000-0000-7000-8000-000000000000",
        "userId" => "01890000-0000-7000-8000-000000000002",
        "role" => "assessor",
        _ => values[name],
    };
}
