namespace Audit.Browser.Tests.Site;

/// <summary>An application for the tests that publish: whatever they publish would hold for the cases of all other tests.</summary>
public sealed class OwnInstallation : IAsyncLifetime
{
    public Installation Installation { get; } = new();

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}

/// <summary>Tests that share such an application, one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PublishingTests : ICollectionFixture<OwnInstallation>
{
    public const string Name = "publishing";
}

/// <summary>Tests that publish workflows, apart from the others: every case that begins after them needs two reviewers.</summary>
[CollectionDefinition(Name)]
public sealed class PublishingWorkflowTests : ICollectionFixture<OwnInstallation>
{
    public const string Name = "publishing workflows";
}
