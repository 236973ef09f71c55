using Audit.Data.Database;
using Audit.Workflows.Activities;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>A definition and how its case is walked.</summary>
/// <param name="DefinitionId">Id in the definition.</param>
/// <param name="Json">The definition.</param>
internal sealed record KillScenario(string DefinitionId, string Json)
{
    /// <summary>Reviews that are sent back the first time.</summary>
    public IReadOnlyList<string> SendBack { get; init; } = [];

    /// <summary>What the product ships: branches, a review sent back inside one, an approval sent back, a year's delay.</summary>
    public static KillScenario Doorlichting { get; } = new("doorlichting", ShippedDefinition.Read().Text()) { SendBack = ["review:t2", "adoption"] };

    /// <summary>Each branch waits for a moment, sets a fact and decides on it; one is sent back and waits again.</summary>
    public static KillScenario DelayInBranches { get; } = new("branches", BranchesThatWait()) { SendBack = ["judge:t2"] };

    /// <summary>Nothing follows the delay: firing it ends the case.</summary>
    public static KillScenario DelayAtTheEnd { get; } = new(
        "end", new DefinitionBuilder().Human("begin").Automatic("score").Human("last").Delay("wait", "2.00:00:00").Build("end"));

    public static KillScenario Named(string definitionId) => new[] { Doorlichting, DelayInBranches, DelayAtTheEnd }.Single(known => known.DefinitionId == definitionId);

    private static string BranchesThatWait()
    {
        var body = new DefinitionBuilder("body")
            .Human("ask").Delay("wait", "2.00:00:00").Automatic("told", ActivityNames.Notify).Decision("found", "fact.found")
            .Human("judge", ActivityNames.ReviewStep, Roles.Auditor).Unlinked().Human("note")
            .Connect("found", Outcomes.True, "judge").Connect("found", Outcomes.False, "note").Connect("judge", Outcomes.SendBack, "ask");
        return new DefinitionBuilder().Variable("fact.found").Human("begin").Each("each", body).Human("after").Build("branches");
    }
}
