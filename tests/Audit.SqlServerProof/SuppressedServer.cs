using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.SqlServerProof;

/// <summary>A parameter of a statement as T-SQL declares it.</summary>
public sealed record StatementParameter(string Name, string Type);

/// <summary>A statement that EF would have sent to SQL Server.</summary>
public sealed record Statement(string Origin, string Text, IReadOnlyList<StatementParameter> Parameters);

/// <summary>Stands where the server would be: keeps every command and answers with nothing.</summary>
internal sealed class SuppressedServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    public List<(string Text, IReadOnlyList<StatementParameter> Parameters)> Commands { get; } = [];

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(InterceptionResult.Suppress());

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ReaderExecuting(command, eventData, result));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(NonQueryExecuting(command, eventData, result));

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Keep(command);
        return InterceptionResult<DbDataReader>.SuppressWithResult(new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture }.CreateDataReader());
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Keep(command);
        return InterceptionResult<int>.SuppressWithResult(0);
    }

    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Keep(command);
        return InterceptionResult<object>.SuppressWithResult(DBNull.Value);
    }

    private void Keep(DbCommand command) =>
        Commands.Add((command.CommandText, [.. command.Parameters.Cast<Microsoft.Data.SqlClient.SqlParameter>().Select(parameter => new StatementParameter(parameter.ParameterName, TypeOf(parameter)))]));

    private static string TypeOf(Microsoft.Data.SqlClient.SqlParameter parameter) => parameter.SqlDbType switch
    {
        SqlDbType.NVarChar or SqlDbType.VarBinary or SqlDbType.VarChar or SqlDbType.NChar or SqlDbType.Char =>
            $"{parameter.SqlDbType}({(parameter.Size is > 0 and <= 4000 ? parameter.Size.ToString(System.Globalization.CultureInfo.InvariantCulture) : "max")})",
        SqlDbType.Decimal => $"decimal({parameter.Precision},{parameter.Scale})",
        var simple => simple.ToString().ToLowerInvariant(),
    };
}
