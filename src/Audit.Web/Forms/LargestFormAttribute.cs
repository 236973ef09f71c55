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
        if (!context.IsEffectivePolicy(this))
        {
            // The page says itself how much it takes.
            return;
        }

        if (context.HttpContext.Request.ContentLength > bytes)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else if (context.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
        {
            // Who does not say how much comes, is stopped on the way.
            body.MaxRequestBodySize = bytes;
        }
    }
}
