using Audit.Core.Actions;
using Audit.Browser.Tests.Site;
using Audit.Core.Actions.Merge;
using Audit.Data.Database;
using Audit.Data.Excel;
using Audit.Data.Excel.Import;
using Audit.Data.Results;
using Audit.Data.Templates;
using Audit.Workflows.Actions;
using Audit.Workflows.Actions.Workbooks;
using Audit.Workflows.Cases;
using ClosedXML.Excel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Audit.Browser.Tests.Cases;

/// <summary>Makes workbooks of cases, edits them and hands them in without pages, so that a test begins where its subject does.</summary>
public sealed class WorkbookMaker(Installation installation)
{
    private readonly AuditDatabase database = installation.Site.Services.GetRequiredService<AuditDatabase>().OverAllBodies();
    private readonly ContentStore contents = installation.Site.Services.GetRequiredService<ContentStore>();
    private readonly CaseMaker maker = new(installation);

    /// <summary>A new case with a plan that is not adopted yet.</summary>
    public Task<Guid> CaseAsync() => maker.MakeAsync("adoption");

    /// <summary>A workbook of the plan as it is now, exported by its manager.</summary>
    public async Task<byte[]> ExportAsync(Guid caseId)
    {
        var actor = await ActorAsync();
        using var file = new MemoryStream();
        await database.WriteAsync(async db =>
        {
            var report = (await CaseReport.FindAsync(db, contents, caseId, actor.NowUtc))!;
            var export = report.ToExport(Guid.CreateVersion7(), new DateTimeOffset(actor.NowUtc, TimeSpan.Zero));
            file.SetLength(0);
            ActionPlanWorkbook.Write(export, file);
            ExportRecorder.Add(db, report, export, actor);
        });
        return file.ToArray();
    }

    /// <summary>Hands a workbook in, as the manager of the case does.</summary>
    /// <returns>Id of what is to be looked at.</returns>
    public async Task<Guid> HandInAsync(Guid caseId, byte[] file, string name = "plan.xlsx")
    {
        var actor = await ActorAsync();
        using var stream = new MemoryStream(file);
        var upload = new WorkbookUpload(Guid.CreateVersion7(), name, ActionPlanImport.Read(stream));
        Assert.Null(upload.Plan.Refusal);
        await database.WriteAsync(async db =>
        {
            var bodyId = await db.Assessments.Where(row => row.Id == caseId).Select(row => row.BodyId).SingleAsync();
            Assert.Null(await upload.KeepAsync(db, bodyId, caseId, actor));
        });
        return upload.Id;
    }

    /// <summary>The newest workbook that came back in a case; an empty id when there is none.</summary>
    public async Task<Guid> NewestAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await db.WorkbookImports.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.UploadedUtc).Select(row => row.Id).FirstOrDefaultAsync();
    }

    /// <summary>The rows of the newest plan, in order.</summary>
    public async Task<IReadOnlyList<PlannedMeasureRow>> RowsAsync(Guid caseId)
    {
        await using var db = database.Read();
        var plan = await db.Plans.Where(row => row.AssessmentId == caseId).OrderByDescending(row => row.Sequence).FirstAsync();
        return await db.PlannedMeasures.Where(row => row.PlanId == plan.Id).OrderBy(row => row.Position).ToListAsync();
    }

    /// <summary>Changes an action past the pages, as a colleague might have done meanwhile.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="index">Place in the plan, from 0.</param>
    /// <param name="change">The change.</param>
    public async Task ChangeAsync(Guid caseId, int index, Action<PlannedMeasureRow> change)
    {
        var id = (await RowsAsync(caseId))[index].Id;
        await database.WriteAsync(async db =>
        {
            var row = await db.PlannedMeasures.SingleAsync(candidate => candidate.Id == id);
            change(row);
            row.Version = Guid.NewGuid();
            row.ChangedUtc = DateTime.UtcNow;
        });
    }

    /// <summary>What the database holds of a workbook that came back.</summary>
    public async Task<WorkbookImportRow> ImportAsync(Guid importId)
    {
        await using var db = database.Read();
        return await db.WorkbookImports.SingleAsync(row => row.Id == importId);
    }

    /// <summary>The records of a case in the trail about one kind of event.</summary>
    public async Task<IReadOnlyList<TrailRow>> TrailAsync(Guid caseId, string happened)
    {
        await using var db = database.Read();
        return await db.Trail.Where(row => row.AssessmentId == caseId && row.Event == happened).OrderBy(row => row.Id).ToListAsync();
    }

    /// <summary>A plan in which ten cells were changed in the workbook and in the database, differently; and one of everything else.</summary>
    public async Task<Guid> WithConflictsAsync()
    {
        var id = await CaseAsync();
        await HandInAsync(id, await ConflictingAsync(id));
        return id;
    }

    /// <summary>The workbook of such a plan.</summary>
    public async Task<byte[]> ConflictingAsync(Guid id)
    {
        string[] columns = ["Doel", "Eigenaar", "Verantwoordelijke", "Afdeling", "Indicator"];
        var file = Edited(await ExportAsync(id), book =>
        {
            foreach (var row in new[] { 2, 3 })
            {
                foreach (var column in columns)
                {
                    book.Cell(row, column).SetValue($"Uit het bestand: {column} van rij {row}");
                }
            }

            book.Cell(2, "Opmerking").SetValue("Besproken in het managementteam");
            book.Cell(3, "Status").SetValue("afgesloten");
            book.AddRow("Nieuwe actie uit het bestand");
            book.AddRow(book.Cell(2, "Maatregel").GetString());
        });
        foreach (var index in new[] { 0, 1 })
        {
            await ChangeAsync(id, index, row =>
            {
                (row.Goal, row.Accountable, row.Responsible) = ("Van een collega: het doel", "Van een collega: de eigenaar", "Van een collega: wie het doet");
                (row.Department, row.Indicator) = ("Van een collega: de afdeling", "Van een collega: de indicator");
            });
        }

        return file;
    }

    /// <summary>A plan of which a workbook came back and was applied by the manager.</summary>
    public async Task<Guid> AppliedAsync()
    {
        var id = await CaseAsync();
        var import = await HandInAsync(id, Edited(await ExportAsync(id), book =>
        {
            book.Cell(2, "Doel").SetValue("Doel uit het bestand");
            book.AddRow("Nieuwe actie uit het bestand");
        }));
        await ApplyAsync(id, import);
        return id;
    }

    /// <summary>Applies a workbook with the default choices.</summary>
    public async Task ApplyAsync(Guid caseId, Guid importId)
    {
        var actor = await ActorAsync();
        await database.WriteAsync(async db =>
        {
            var row = (await WorkbookImports.FindAsync(db, caseId, importId))!;
            var export = await db.WorkbookExports.SingleAsync(export => export.Id == row.ExportId);
            var merge = await PlanMerge.OfAsync(db, (await CaseReport.FindAsync(db, contents, caseId, actor.NowUtc))!, export, row.ContentJson);
            var result = await new WorkbookImports(db, contents, row, actor).ApplyAsync(merge.Fingerprint, new MergeChoices());
            Assert.Equal(ImportOutcome.Done, result.Outcome);
        });
    }

    /// <summary>A case whose workbook was handed in before a newer plan was made.</summary>
    public async Task<Guid> OutdatedAsync()
    {
        var id = await CaseAsync();
        await HandInAsync(id, await ExportAsync(id));
        await ReplanAsync(id);
        return id;
    }

    /// <summary>Makes a newer plan.</summary>
    public async Task ReplanAsync(Guid caseId)
    {
        var actor = await ActorAsync();
        await database.WriteAsync(async db =>
        {
            var current = (await Case.FindAsync(db, contents, caseId))!;
            var run = current.Score(actor.NowUtc);
            await new PlanRecorder(current, run, actor).WriteAsync(
                db, new ReachClass(current.Target), Calculations.PlansOf(run, current.Measures, new ReachClass(current.Target), current.Target));
        });
    }

    /// <summary>The owners in the newest plan.</summary>
    public async Task<IReadOnlyList<OwnRows>> OwnersAsync(Guid caseId)
    {
        await using var db = database.Read();
        return await OwnRows.OfAsync(db, (await CaseReport.FindAsync(db, contents, caseId, DateTime.UtcNow))!);
    }

    /// <summary>How the first owner in the newest plan stands in addresses.</summary>
    public async Task<string> OwnerAsync(Guid caseId) => (await OwnersAsync(caseId))[0].Key;

    /// <summary>A workbook edited and saved by another program than the one that wrote it.</summary>
    public static byte[] Edited(byte[] file, Action<XLWorkbook> edit)
    {
        using var source = new MemoryStream(file);
        using var workbook = new XLWorkbook(source);
        edit(workbook);
        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }

    private async Task<Actor> ActorAsync() => new(await maker.UserAsync(Roles.Manager), "Milan Manager", DateTime.UtcNow);
}
