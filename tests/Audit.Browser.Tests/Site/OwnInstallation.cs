namespace Audit.Browser.Tests.Site;

/// <summary>An application for one class of tests, where nothing that other tests do counts.</summary>
public sealed class OwnInstallation : IAsyncLifetime
{
    public Installation Installation { get; } = new();

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    public ValueTask DisposeAsync() => Installation.DisposeAsync();
}
