using Audit.Data.Database;
using Audit.Integration.Tests.Database;
using Audit.Workflows.Administration;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xunit;

namespace Audit.Integration.Tests.Administration;

/// <summary>docs/retention.md says of every text and file in the database whether it is erased, and that is what happens.</summary>
public sealed class RetentionColumnsTests
{
    private const string Canary = "kanarie";
    private const string Everything = "alles";

    /// <summary>One id for every row and every reference: so every row belongs to the one case.</summary>
    private static readonly Guid Id = Guid.Parse("00000000-0000-0000-0000-00000000c0de");

    private static IReadOnlyList<(string Table, string Column, string What, string Why)> Listed { get; } =
    [
        .. from line in File.ReadAllLines(RepositoryFiles.PathTo("docs/retention.md"))
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           where cells.Length == 6 && cells[3] is "gewist" or "weg" or "blijft"
           from table in cells[1].Split(", ")
           from column in cells[2].Split(", ")
           select (table, column, cells[3], cells[4]),
    ];

    [Fact]
    public void List_NamesEveryColumnWithTextOrFilesOnce()
    {
        using var db = new AuditContext(AuditDatabase.OptionsFor(new(DatabaseProvider.Sqlite, "Data Source=:memory:")), BodyScope.AllBodies);
        var whole = Listed.Where(line => line.Column == Everything).Select(line => line.Table).ToHashSet();

        var columns = ColumnsOf(db.Model).Select(column => $"{column.Table}.{column.Column}").ToList();
        var expected = columns.Where(column => !whole.Contains(column.Split('.')[0])).Order(StringComparer.Ordinal);

        Assert.Equal(expected, Listed.Where(line => line.Column != Everything).Select(line => $"{line.Table}.{line.Column}").Order(StringComparer.Ordinal));
        Assert.Equal([], whole.Except(columns.Select(column => column.Split('.')[0])));
        Assert.All(Listed.Where(line => line.What == "blijft"), line => Assert.NotEqual(string.Empty, line.Why));
    }

    [Fact]
    public async Task Run_RowsInEveryTable_LeavesWhatTheListSays()
    {
        using var database = AuditDatabase.InMemory();
        await database.MigrateAsync(TestContext.Current.CancellationToken);
        var planted = await PlantAsync(database);
        Assert.Equal(planted, await CarryingAsync(database, planted));

        Assert.Single(await new Retention(database, new(1, 0)).RunAsync(OneOfEach.LongAgo.AddYears(1), TestContext.Current.CancellationToken));

        var expected = Listed.Where(line => line.What == "blijft").Select(line => (line.Table, line.Column)).Intersect(planted.Select(column => (column.Table, column.Column))).ToHashSet();
        var ofCase = Listed.Where(line => line.Column != Everything).Select(line => line.Table).ToHashSet();
        var left = (await CarryingAsync(database, planted)).Where(column => ofCase.Contains(column.Table)).Select(column => (column.Table, column.Column)).ToList();
        Assert.Equal(expected.Order(), left.Order());
        Assert.True(expected.Count > 50, $"{expected.Count}");
    }

    private static IEnumerable<(string Table, string Column, IProperty Property)> ColumnsOf(IModel model) =>
        from entity in model.GetEntityTypes()
        from property in entity.GetProperties()
        where property.ClrType == typeof(string) || property.ClrType == typeof(byte[])
        select (entity.GetTableName()!, property.GetTableColumnMappings().First().Column.Name, property);

    /// <summary>Puts one row in every table, with the canary in every text and file.</summary>
    private static async Task<List<(string Table, string Column, IProperty Property)>> PlantAsync(AuditDatabase database)
    {
        await database.WriteAsync(
            db =>
            {
                new OneOfEach(Id, Canary) { Special = SpecialOf }.AddTo(db);
                return Task.CompletedTask;
            },
            TestContext.Current.CancellationToken);
        await using var read = database.Read();
        return [.. ColumnsOf(read.Model).Where(column => OneOfEach.Has(column.Property.DeclaringType) && !OneOfEach.IsSealed(column.Property))];
    }

    private static object? SpecialOf(IProperty property) => property switch
    {
        { Name: "AnswersJson" } or { Name: "ContentJson", DeclaringType.ClrType.Name: nameof(DistinctionRow) } => $$"""{"tasks":[{"motivation":"{{Canary}}"}]}""",
        { Name: "Kind", DeclaringType.ClrType.Name: nameof(RiskLinkRow) } => RiskLinkKind.Group,
        { Name: "Status", DeclaringType.ClrType.Name: nameof(AssessmentRow) } => AssessmentStatus.Finished,
        { Name: "AdoptedUtc" or "SentUtc" } => OneOfEach.LongAgo,
        _ => null,
    };

    private static async Task<List<(string Table, string Column, IProperty Property)>> CarryingAsync(AuditDatabase database, IReadOnlyList<(string Table, string Column, IProperty Property)> columns)
    {
        await using var db = database.Read();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var carrying = new List<(string, string, IProperty)>();
        foreach (var column in columns)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT COUNT(*) FROM \"{column.Property.GetTableColumnMappings().First().TableMapping.Table.Name}\" WHERE INSTR(UPPER(CAST(\"{column.Column}\" AS TEXT)), '{Canary.ToUpperInvariant()}') > 0";
            if ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0)
            {
                carrying.Add(column);
            }
        }

        return carrying;
    }
}
