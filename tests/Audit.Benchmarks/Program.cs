using Audit.Benchmarks;
using Audit.Data.Templates;

// dotnet run -c Release --project tests/Audit.Benchmarks -- [scoring] [insights] [plans] [main-job] [workbook] [import] [engine] [growth] [answers] [trail]
var chosen = args.Length == 0 ? ["scoring", "insights", "plans", "main-job", "workbook", "import", "engine", "growth", "answers", "trail"] : args;
foreach (var name in chosen)
{
    Console.WriteLine($"== {name}");
    switch (name)
    {
        case "scoring":
            ScoringSpeed.Run();
            break;
        case "insights":
            InsightsSpeed.Run();
            break;
        case "plans":
            PlanSpeed.Run(TemplateFolder.Find(Environment.CurrentDirectory)!);
            break;
        case "main-job":
            MainJob.Run();
            break;
        case "workbook":
            Workbook.Run();
            break;
        case "import":
            WorkbookImport.Run();
            await ImportPages.RunAsync(TemplateFolder.Find(Environment.CurrentDirectory)!.Root);
            break;
        case "engine":
            await EngineSpeed.RunAsync(TemplateFolder.Find(Environment.CurrentDirectory)!.Workflows);
            break;
        case "answers":
            await AnswerSpeed.RunAsync();
            await AnswerPages.RunAsync(TemplateFolder.Find(Environment.CurrentDirectory)!.Root);
            break;
        case "trail":
            await TrailPages.RunAsync(TemplateFolder.Find(Environment.CurrentDirectory)!.Root);
            break;
        case "growth":
            await EngineGrowth.RunAsync();
            break;
        default:
            Console.Error.WriteLine($"unknown benchmark: {name}");
            return 2;
    }
}

return 0;
