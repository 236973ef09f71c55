using Audit.Web.Access;
using Audit.Workflows.Administration;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Audit.Web.StartUp;

/// <summary>The pages of administrators and what they work with.</summary>
internal static class Administration
{
    public static void AddAdministration(this IServiceCollection services)
    {
        services.AddScoped<AdminAccess>();
        services.AddSingleton<DefinitionDrafts>();
        services.AddSingleton<ProcessMoves>();
    }

    /// <summary>Closes their folder for everybody else, before a form is read.</summary>
    public static void CloseAdministration(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/Administration", model => model.Filters.Add(new TypeFilterAttribute(typeof(AdminOnly)) { Order = int.MinValue }));
}
