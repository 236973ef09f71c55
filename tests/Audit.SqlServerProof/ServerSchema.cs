using System.Text.RegularExpressions;
using Microsoft.SqlServer.Dac.Model;

namespace Audit.SqlServerProof;

/// <summary>The schema as SQL Server 2022 would hold it, against which statements can be checked without a server.</summary>
public sealed class ServerSchema : IDisposable
{
    private static readonly TSqlObjectOptions AsScript = new();

    private readonly TSqlModel model = new(SqlServerVersion.Sql160, new TSqlModelOptions());

    /// <summary>What is wrong with the schema itself.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Loads a script that creates an empty database.</summary>
    public ServerSchema(string createScript)
    {
        // A statement that does not parse spoils the model for good: parse first.
        var wrong = TransactSql.ErrorsIn(createScript);
        if (wrong.Count == 0)
        {
            foreach (var batch in TransactSql.BatchesOf(createScript))
            {
                model.AddObjects(batch);
            }

            wrong = [.. model.Validate().Select(message => message.ToString())];
        }

        Problems = wrong;
    }

    /// <summary>Checks statements as the bodies of procedures with typed parameters.</summary>
    /// <returns>What SQL Server would say, each with the query it comes from.</returns>
    public IReadOnlyList<string> Check(IReadOnlyList<Statement> statements)
    {
        var problems = new List<string>();
        for (var i = 0; i < statements.Count; i++)
        {
            var procedure = ProcedureOf(statements[i], i);
            var wrong = TransactSql.ErrorsIn(procedure).Concat(TransactSql.UnknownFunctionsIn(procedure)).ToList();
            problems.AddRange(wrong.Select(message => $"{message}\n  in: {statements[i].Origin}\n  as: {statements[i].Text}"));
            if (wrong.Count == 0)
            {
                model.AddOrUpdateObjects(procedure, NameOf(i), AsScript);
            }
        }

        problems.AddRange(model.Validate().Select(message => Explain(message, statements)));
        return problems;
    }

    public void Dispose() => model.Dispose();

    private static string NameOf(int index) => $"statement{index}";

    private static string ProcedureOf(Statement statement, int index)
    {
        var parameters = string.Join(", ", statement.Parameters.Select(parameter => $"@{parameter.Name.TrimStart('@')} {parameter.Type}"));
        return $"CREATE PROCEDURE dbo.[{NameOf(index)}] {parameters} AS BEGIN\n{statement.Text}\nEND";
    }

    private static string Explain(DacModelMessage message, IReadOnlyList<Statement> statements) =>
        Regex.Match(message.ToString(), @"statement(\d+)") is { Success: true } match
            && statements[int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)] is var statement
            ? $"{message}\n  in: {statement.Origin}\n  as: {statement.Text}"
            : message.ToString();
}
