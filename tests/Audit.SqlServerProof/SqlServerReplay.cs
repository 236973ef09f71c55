using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Audit.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Audit.SqlServerProof;

/// <summary>Has the SQL Server provider translate what ran on another database, without a server.</summary>
public sealed class SqlServerReplay
{
    private static readonly MethodInfo RunMethod = typeof(SqlServerReplay).GetMethod(nameof(Run), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly List<Statement> statements = [];
    private readonly List<string> failures = [];

    /// <summary>Everything that was translated.</summary>
    public IReadOnlyList<Statement> Statements => statements;

    /// <summary>What could not be translated, with the reason.</summary>
    public IReadOnlyList<string> Failures => failures;

    /// <summary>A context for SQL Server that has no server behind it.</summary>
    private static (AuditContext Context, SuppressedServer Server) Open()
    {
        var server = new SuppressedServer();
        var context = new AuditContext(AuditDatabase.OptionsFor(new(DatabaseProvider.SqlServer, "Server=none;Encrypt=false"), server), BodyScope.AllBodies);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return (context, server);
    }

    /// <summary>Translates one recorded query, update or delete.</summary>
    public void Query(string origin, Expression recorded)
    {
        var (context, server) = Open();
        using (context)
        {
            try
            {
                var retargeted = new Retarget(context.Model).Visit(recorded);
                var result = ElementOf(recorded.Type) is { } element ? typeof(IEnumerable<>).MakeGenericType(element) : recorded.Type;
                RunMethod.MakeGenericMethod(result).Invoke(null, [context, retargeted]);
            }
            catch (TargetInvocationException failure) when (server.Commands.Count > 0 && failure.InnerException is InvalidOperationException)
            {
                // "Sequence contains no elements": the statement went out and nothing came back, as intended.
            }
            catch (TargetInvocationException failure)
            {
                failures.Add($"{failure.InnerException!.Message}\n  in: {origin}");
            }
        }

        Take(origin, server);
    }

    /// <summary>Inserts, changes and deletes a row of every entity, and inserts a batch of them.</summary>
    public void EveryEntity()
    {
        using var model = Open().Context;
        foreach (var type in model.Model.GetEntityTypes().Select(entity => entity.ClrType))
        {
            Save($"insert {type.Name}", [type], EntityState.Added);
            Save($"batch {type.Name}", [type, type, type, type], EntityState.Added);
            Save($"update {type.Name}", [type], EntityState.Modified);
            Save($"delete {type.Name}", [type], EntityState.Deleted);
        }
    }

    private void Save(string origin, IEnumerable<Type> types, EntityState state)
    {
        var (context, server) = Open();
        using (context)
        {
            foreach (var type in types)
            {
                var entry = SampleValues.Fill(context.Entry(SampleValues.NewOf(type)));
                entry.State = state;
                if (entry.Entity is TrailRow && state is not EntityState.Added)
                {
                    // Only a record without a seal may be changed or deleted.
                    entry.Property(nameof(TrailRow.Sequence)).OriginalValue = null;
                }
            }

            try
            {
                context.SaveChangesAsync().GetAwaiter().GetResult();
            }
            catch (DbUpdateException) when (server.Commands.Count > 0)
            {
                // No row came back, because there is no server.
            }
        }

        Take(origin, server);
    }

    private void Take(string origin, SuppressedServer server) =>
        statements.AddRange(server.Commands.Select(command => new Statement(origin, command.Text, command.Parameters)));

    private static Type? ElementOf(Type type) => type.IsGenericType && typeof(IQueryable).IsAssignableFrom(type) ? type.GetGenericArguments()[0] : null;

    private static void Run<TResult>(AuditContext context, Expression query)
    {
        var execute = context.GetService<IDatabase>().CompileQuery<TResult>(query, async: false);
        var queryContext = context.GetService<IQueryContextFactory>().Create();
        foreach (var parameter in Parameters.Of(query))
        {
            queryContext.Parameters[parameter.Name] = SampleValues.Of(parameter.Type);
        }

        if (execute(queryContext) is IEnumerable rows and not string)
        {
            foreach (var _ in rows)
            {
                // There are none; asking for the first one sends the command.
            }
        }
    }

    /// <summary>Points the roots of a query at the entities of another model.</summary>
    private sealed class Retarget(IModel model) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);
    }

    private sealed class Parameters : ExpressionVisitor
    {
        private readonly List<QueryParameterExpression> found = [];

        public static List<QueryParameterExpression> Of(Expression query)
        {
            var visitor = new Parameters();
            visitor.Visit(query);
            return visitor.found;
        }

        protected override Expression VisitExtension(Expression node)
        {
            if (node is QueryParameterExpression parameter)
            {
                found.Add(parameter);
            }

            return base.VisitExtension(node);
        }
    }
}
