using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Audit.Web.Forms;

/// <summary>Refuses a form that is too large before it is read, so that its sender gets to know why.</summary>
/// <remarks>A limit that holds from the routing on would also stop the page that explains it.</remarks>
/// <param name="bytes">Largest form.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestFormAttribute(long bytes) : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!context.IsEffectivePolicy(this) || context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            // The page says itself how much it takes; the page that explains a refusal takes nothing.
            return;
        }

        if (context.HttpContext.Request.ContentLength > bytes)
        {
            // The page that explains it must not read it either.
            context.HttpContext.Request.ContentType = null;
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            // Who does not say how much comes, is stopped on the way.
            body.MaxRequestBodySize = bytes;
        }
    }
}
