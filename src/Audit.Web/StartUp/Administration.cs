using Audit.Data.Templates;
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
        services.AddSingleton<InstrumentDrafts>();
        services.AddSingleton<InstrumentEffects>();
        services.AddSingleton<InstrumentMoves>();
        services.AddSingleton<InstrumentWorkbookReader>(_ => NoWorkbooks);
    }

    /// <summary>Stands in for the reader of workbooks.</summary>
    private static WorkbookContent NoWorkbooks(Stream workbook) =>
        new(null, null, [("Hele bestand", "Een Excel-bestand inlezen kan in deze versie nog niet. Voeg de vragenset toe als YAML of JSON.")]);

    /// <summary>Closes their folder for everybody else, before a form is read.</summary>
    public static void CloseAdministration(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/Administration", model => model.Filters.Add(new TypeFilterAttribute(typeof(AdminOnly)) { Order = int.MinValue }));
}
