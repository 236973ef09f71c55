using System.Runtime.CompilerServices;
using Audit.SqlServerProof;
using Xunit.v3;

[assembly: Xunit.TestCollectionOrderer(typeof(Audit.Browser.Tests.SqlServer.ReplayLast))]

namespace Audit.Browser.Tests.SqlServer;

/// <summary>Every query of this process is recorded, from before the first test.</summary>
internal static class Recording
{
    [ModuleInitializer]
    internal static void Begin() => QueryRecorder.Start();
}

/// <summary>The replay runs when every other test has run its queries.</summary>
public sealed class ReplayLast : ITestCollectionOrderer
{
    public const string Collection = "replay of everything recorded";

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : Xunit.Sdk.ITestCollection =>
        [.. testCollections.OrderBy(collection => collection.TestCollectionDisplayName == Collection)];
}
