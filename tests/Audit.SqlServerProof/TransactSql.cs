using System.Text.RegularExpressions;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Audit.SqlServerProof;

/// <summary>Reads T-SQL as SQL Server 2022 does.</summary>
public static partial class TransactSql
{
    /// <summary>Built-in functions that every version at compatibility level 160 has.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "ABS", "AVG", "CAST", "CHARINDEX", "COUNT", "COUNT_BIG", "DATALENGTH", "DATEADD", "DATEDIFF", "DATEPART", "EXISTS", "GETUTCDATE", "ISNULL",
        "LEFT", "LEN", "LOWER", "LTRIM", "MAX", "MIN", "OBJECT_ID", "OBJECT_SCHEMA_NAME", "OPENJSON", "REPLACE", "RIGHT", "ROUND", "ROW_NUMBER", "RTRIM",
        "SCHEMA_ID", "SERVERPROPERTY", "SUBSTRING", "SUM", "UPPER",
    };

    /// <summary>Where a script cannot be read, the text inside <c>EXEC(N'…')</c> included.</summary>
    public static IReadOnlyList<string> ErrorsIn(string script)
    {
        var tree = Parse(script, out var errors);
        var inner = new InnerScripts();
        tree?.Accept(inner);
        return [.. errors.Select(error => $"line {error.Line}: {error.Message}"), .. inner.Scripts.SelectMany(ErrorsIn)];
    }

    /// <summary>Functions that SQL Server is not known to have.</summary>
    public static IReadOnlyList<string> UnknownFunctionsIn(string script)
    {
        var calls = new Calls();
        Parse(script, out _)?.Accept(calls);
        return [.. calls.Names.Where(name => !Known.Contains(name)).Distinct().Select(name => $"function {name} is not on the list of functions that SQL Server has")];
    }

    /// <summary>The batches of a script, between lines that say GO.</summary>
    public static IEnumerable<string> BatchesOf(string script) =>
        BatchEnd().Split(script).Select(batch => batch.Trim()).Where(batch => batch.Length > 0);

    private static TSqlFragment? Parse(string script, out IList<ParseError> errors)
    {
        using var reader = new StringReader(script);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }

    [GeneratedRegex(@"^\s*GO\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BatchEnd();

    private sealed class InnerScripts : TSqlFragmentVisitor
    {
        /// <summary>In place of a variable, which in scripts of migrations holds the name of a constraint.</summary>
        private const string AnyName = "[name]";

        public List<string> Scripts { get; } = [];

        public override void Visit(ExecutableStringList node) => Scripts.Add(string.Concat(node.Strings.Select(part => part is StringLiteral text ? text.Value : AnyName)));
    }

    private sealed class Calls : TSqlFragmentVisitor
    {
        public List<string> Names { get; } = [];

        public override void Visit(FunctionCall node) => Names.Add(node.FunctionName.Value);
    }
}
