using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.SqlServer.Infrastructure.Internal;

namespace Audit.SqlServerProof;

/// <summary>What SQL Server refuses when tables are made or written, and its offline model does not notice.</summary>
public static partial class ModelLint
{
    private const int LargestClusteredKey = 900;
    private const int LargestIndexKey = 1700;
    private const int MostDigits = 38;
    private const int NewestLevel = 160;

    /// <summary>Every fault, naming table and column.</summary>
    public static IReadOnlyList<string> Check(DbContext context)
    {
        var model = context.GetService<IDesignTimeModel>().Model;
        var tables = model.GetRelationalModel().Tables.ToList();
        return
        [
            .. tables.SelectMany(Keys),
            .. tables.SelectMany(Columns),
            .. model.GetEntityTypes().Where(entity => entity.IsTemporal()).Select(entity => $"{entity.ShortName()} is a temporal table"),
            .. CascadePaths.Check(tables),
            .. CompatibilityLevel(context),
        ];
    }

    private static IEnumerable<string> CompatibilityLevel(DbContext context)
    {
        var level = context.GetService<ISqlServerSingletonOptions>().SqlServerCompatibilityLevel;
        return level > NewestLevel ? [$"compatibility level {level} is newer than {NewestLevel}"] : [];
    }

    private static IEnumerable<string> Keys(ITable table)
    {
        var primary = table.PrimaryKey is { } key ? TooLarge(table, key.Name, key.Columns, LargestClusteredKey) : [$"{table.Name} has no primary key"];
        var unique = table.UniqueConstraints.Where(constraint => constraint != table.PrimaryKey).SelectMany(constraint => TooLarge(table, constraint.Name, constraint.Columns, LargestIndexKey));
        return [.. primary, .. unique, .. table.Indexes.SelectMany(index => TooLarge(table, index.Name, index.Columns, LargestIndexKey))];
    }

    private static IEnumerable<string> TooLarge(ITable table, string name, IEnumerable<IColumn> columns, int most)
    {
        var sizes = columns.Select(column => (column.Name, Bytes: BytesOf(column.StoreType))).ToList();
        if (sizes.Any(size => size.Bytes is null))
        {
            return [$"{table.Name}.{name}: {string.Join(", ", sizes.Where(size => size.Bytes is null).Select(size => size.Name))} has no bounded size and cannot be in a key"];
        }

        var total = sizes.Sum(size => size.Bytes);
        return total > most ? [$"{table.Name}.{name}: a key of {total} bytes, at most {most} fit"] : [];
    }

    private static int? BytesOf(string type) => type switch
    {
        "uniqueidentifier" => 16,
        "bigint" or "float" or "datetime2" => 8,
        "datetimeoffset" => 10,
        "int" => 4,
        "date" => 3,
        "bit" => 1,
        _ when Sized().Match(type) is { Success: true } match => int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) * (match.Groups[1].Value == "nvarchar" ? 2 : 1),
        _ => null,
    };

    private static IEnumerable<string> Columns(ITable table)
    {
        var versions = table.Columns.Count(column => column.StoreType is "rowversion" or "timestamp");
        return
        [
            .. table.Columns.SelectMany(column => Type(table, column)),
            .. versions > 1 ? [$"{table.Name} has {versions} rowversions, one fits"] : Array.Empty<string>(),
            .. table.ForeignKeyConstraints
                .Where(key => key.OnDeleteAction == Microsoft.EntityFrameworkCore.Migrations.ReferentialAction.SetNull && key.Columns.Any(column => !column.IsNullable))
                .Select(key => $"{table.Name}.{key.Name}: SET NULL on a column that is NOT NULL"),
        ];
    }

    private static IEnumerable<string> Type(ITable table, IColumn column)
    {
        if (Decimal().Match(column.StoreType) is { Success: true } number)
        {
            return int.Parse(number.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) > MostDigits ? [$"{table.Name}.{column.Name}: {column.StoreType} has more than {MostDigits} digits"] : [];
        }

        var tooLong = Sized().Match(column.StoreType) is { Success: true } text && int.Parse(text.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture) > 4000;
        return tooLong || !Allowed().IsMatch(column.StoreType) ? [$"{table.Name}.{column.Name}: type {column.StoreType} is not on the list of types in use"] : [];
    }

    [GeneratedRegex(@"^(nvarchar|varbinary)\((\d+)\)$")]
    private static partial Regex Sized();

    [GeneratedRegex(@"^decimal\((\d+),\s*\d+\)$")]
    private static partial Regex Decimal();

    [GeneratedRegex(@"^(uniqueidentifier|bigint|float|datetime2|datetimeoffset|int|date|bit|nvarchar\((\d+|max)\)|varbinary\((\d+|max)\)|rowversion)$")]
    private static partial Regex Allowed();
}
