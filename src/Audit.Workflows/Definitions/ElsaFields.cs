namespace Audit.Workflows.Definitions;

/// <summary>Fields that Elsa or its designer writes itself and that change nothing here.</summary>
internal static class ElsaFields
{
    public static IReadOnlySet<string> OfDefinition { get; } = new HashSet<string>
    {
        "$schema", "id", "createdAt", "toolVersion", "tenantId", "inputs", "outputs", "outcomes", "customProperties", "options",
        "isReadonly", "isSystem", "isLatest", "isPublished", "usableAsActivity", "links", "state", "materializerName", "providerName",
    };

    public static IReadOnlySet<string> OfActivity { get; } = new HashSet<string>
    {
        "nodeId", "name", "description", "version", "customProperties", "metadata", "canStartWorkflow", "runAsynchronously",
        "commitStrategy", "mergeMode", "source", "tags",
    };

    public static IReadOnlySet<string> OfConnection { get; } = new HashSet<string> { "vertices", "metadata" };

    public static IReadOnlySet<string> OfVariable { get; } = new HashSet<string> { "id", "isArray", "storageDriverTypeName", "isPersistent", "metadata" };
}
