using Audit.Data.Excel.Authoring;
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
        services.AddSingleton<InstrumentWorkbookReader>(_ => ReadWorkbook);
    }

    /// <summary>Reads a workbook; nothing of it is used when it has errors.</summary>
    private static WorkbookContent ReadWorkbook(Stream workbook)
    {
        var content = InstrumentWorkbook.Read(workbook);
        return content.HasErrors
            ? new(null, null, [.. content.Problems.Where(problem => !problem.IsWarning).Select(problem => (PlaceOf(problem), problem.Message))])
            : new(content.Instrument, content.Measures, []);
    }

    private static Sentence PlaceOf(WorkbookProblem problem) =>
        problem.Sheet is null ? Sentence.Of($"hele bestand") : problem.Cell is null ? Sentence.Of($"blad {problem.Sheet}") : Sentence.Of($"blad {problem.Sheet}, cel {problem.Cell}");

    /// <summary>Closes their folder for everybody else, before a form is read.</summary>
    public static void CloseAdministration(this PageConventionCollection conventions) =>
        conventions.AddFolderApplicationModelConvention("/Administration", model => model.Filters.Add(new TypeFilterAttribute(typeof(AdminOnly)) { Order = int.MinValue }));
}
