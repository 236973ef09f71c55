using System.Globalization;
using Audit.Core.Risks;
using Audit.Data.Database;

namespace Audit.Workflows.Risks;

/// <summary>Something that a risk is linked to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">Question id, key of the distinction, id of the ground or name of the group, or row id of the action.</param>
public readonly record struct RiskTie(RiskLinkKind Kind, string Target);

/// <summary>What a risk says, apart from how it is judged.</summary>
/// <param name="TaskKey">The task.</param>
/// <param name="ComponentId">The component in which it arises.</param>
/// <param name="Title">The risk in one sentence.</param>
public sealed record RiskContent(string TaskKey, string ComponentId, string Title)
{
    public string Cause { get; init; } = string.Empty;

    public string Consequence { get; init; } = string.Empty;

    /// <summary>What it is linked to, each once and in a fixed order.</summary>
    public IReadOnlyList<RiskTie> Ties { get; init; } = [];

    /// <summary>Whether another content says the same, whatever the links.</summary>
    public bool SaysTheSame(RiskContent other) => this with { Ties = [] } == other with { Ties = [] };

    public static RiskContent Of(RiskRow row, IEnumerable<RiskTie> ties) => new(row.TaskKey, row.ComponentId, row.Title)
    {
        Cause = row.Cause,
        Consequence = row.Consequence,
        Ties = [.. Sorted(ties)],
    };

    public static RiskContent Of(RiskProposal proposal) => new(proposal.TaskId, proposal.ComponentId, Short(Tr(proposal.Title)))
    {
        Cause = Tr(proposal.Cause),
        Consequence = Tr(RiskProposal.Consequence),
        Ties = [.. Sorted(TiesOf(proposal))],
    };

    public static IEnumerable<RiskTie> Sorted(IEnumerable<RiskTie> ties) =>
        ties.Distinct().OrderBy(tie => tie.Kind).ThenBy(tie => tie.Target, StringComparer.Ordinal);

    /// <summary>Puts the texts into a row, which gets a new version by it.</summary>
    public void WriteTo(RiskRow row)
    {
        row.TaskKey = TaskKey;
        row.ComponentId = ComponentId;
        row.Title = Title;
        row.Cause = Cause;
        row.Consequence = Consequence;
        row.Version = Guid.NewGuid();
    }

    /// <summary>Everything in words, for the trail.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"""
        {Title}
        taak: {TaskKey}
        onderdeel: {ComponentId}
        oorzaak: {Cause}
        gevolg: {Consequence}
        verbonden met: {(Ties.Count == 0 ? "niets" : string.Join(", ", Ties.Select(Describe)))}
        """);

    private const int LongestTitle = 300;

    private static string Short(string title) => title.Length <= LongestTitle ? title : title[..(LongestTitle - 1)].TrimEnd() + "…";

    private static IEnumerable<RiskTie> TiesOf(RiskProposal proposal) =>
        proposal.QuestionIds.Select(id => new RiskTie(RiskLinkKind.Question, id))
            .Concat(proposal.GroundIds.Select(id => new RiskTie(RiskLinkKind.Group, id)))
            .Concat(proposal.DistinctionId is { } key ? [new RiskTie(RiskLinkKind.Distinction, key)] : []);

    private static string Describe(RiskTie tie) => tie.Kind switch
    {
        RiskLinkKind.Question => $"vraag {tie.Target}",
        RiskLinkKind.Distinction => $"onderscheid {tie.Target}",
        RiskLinkKind.Group => $"groep {tie.Target}",
        RiskLinkKind.Action => $"actie {tie.Target}",
    };
}
