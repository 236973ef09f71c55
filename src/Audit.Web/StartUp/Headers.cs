using Audit.Web.Accounts;

namespace Audit.Web.StartUp;

/// <summary>Security headers of every answer.</summary>
internal static class Headers
{
    private const string Closed = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    public static HeaderPolicyCollection Policy(OrganisationSettings organisation) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicySameOrigin()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddCrossOriginResourcePolicy(policy => policy.SameOrigin())
        .AddCustomHeader("Permissions-Policy", Closed)
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddStyleSrc().Self();
            csp.AddFontSrc().Self();
            csp.AddImgSrc().Self();
            var forms = csp.AddFormAction().Self();
            if (organisation.IsOn)
            {
                // Browsers hold the redirect after a form to this rule too.
                forms.From(new Uri(organisation.Authority).GetLeftPart(UriPartial.Authority));
            }

            csp.AddFrameAncestors().None();
            csp.AddBaseUri().None();
            csp.AddObjectSrc().None();
        });
}
