using Audit.Core.Instruments;

namespace Audit.Core.Survey;

/// <summary>How an item of the staff survey is answered.</summary>
public enum SurveyItemKind
{
    /// <summary>Agreement with one statement, on an ordered scale.</summary>
    Likert,

    /// <summary>How often something happened in the period that the item names.</summary>
    Frequency,

    /// <summary>One of several answers.</summary>
    Choice,

    /// <summary>Any number of several answers.</summary>
    Multiple,

    /// <summary>Own words; never linked to background variables.</summary>
    Open,
}

/// <summary>A word that is explained beside the items that need it, such as <c>racisme</c>.</summary>
/// <param name="Id">Stable id within the pack.</param>
/// <param name="Term">The word.</param>
/// <param name="Text">What it means in this survey; editable.</param>
/// <param name="Source">Where the wording comes from; null when not given.</param>
public sealed record SurveyDefinition(string Id, LocalizedText Term, LocalizedText Text, string? Source);

/// <summary>An answer that an item offers.</summary>
/// <param name="Id">Stable id within the scale.</param>
/// <param name="Value">Number for a mean, such as 1 to 5; null for answers that have none ("weet niet").</param>
/// <param name="Label">What the respondent reads.</param>
public sealed record SurveyOption(string Id, double? Value, LocalizedText Label);

/// <summary>Answers that several items share.</summary>
/// <param name="Id">Stable id within the pack.</param>
/// <param name="Options">In the order shown; at least two.</param>
public sealed record SurveyScale(string Id, IReadOnlyList<SurveyOption> Options);

/// <summary>An item is asked only after one of these answers to an earlier item.</summary>
/// <param name="ItemId">The earlier item.</param>
/// <param name="OptionIds">Its answers; at least one.</param>
public sealed record SurveyCondition(string ItemId, IReadOnlyList<string> OptionIds);

/// <summary>A question or statement of the staff survey. Dutch: <c>enquêtevraag</c>.</summary>
/// <param name="Id">Stable id, also the name of its column in the responses file.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">What the respondent reads.</param>
/// <param name="Scale">Its answers; null for open items only.</param>
public sealed record SurveyItem(string Id, SurveyItemKind Kind, LocalizedText Text, SurveyScale? Scale)
{
    /// <summary>Help for the respondent; null when not needed.</summary>
    public LocalizedText? Help { get; init; }

    /// <summary>The definition that is shown with it; null when none is needed.</summary>
    public SurveyDefinition? Definition { get; init; }

    /// <summary>When it is asked; null = always.</summary>
    public SurveyCondition? When { get; init; }
}

/// <summary>Items on one subject.</summary>
/// <param name="Id">Stable id within the pack.</param>
/// <param name="Title">What the respondent reads.</param>
/// <param name="Introduction">A few words before the items; null when not needed.</param>
/// <param name="Items">In the order asked.</param>
public sealed record SurveyBlock(string Id, LocalizedText Title, LocalizedText? Introduction, IReadOnlyList<SurveyItem> Items);

/// <summary>The items of the staff survey on culture. Dutch: <c>vragenlijst van de personeelsenquête</c>.</summary>
/// <param name="Id">Stable id over all versions.</param>
/// <param name="Version">Version.</param>
/// <param name="Status">Official texts or our own.</param>
/// <param name="Title">What the respondent reads.</param>
/// <param name="Introduction">Purpose, anonymity and what happens with the answers.</param>
public sealed record SurveyItemPack(string Id, string Version, InstrumentStatus Status, LocalizedText Title, LocalizedText Introduction)
{
    /// <summary>Words that are explained.</summary>
    public IReadOnlyList<SurveyDefinition> Definitions { get; init; } = [];

    /// <summary>Items by subject.</summary>
    public IReadOnlyList<SurveyBlock> Blocks { get; init; } = [];

    /// <summary>Background of the respondent; kept few, so that nobody can be recognised.</summary>
    public IReadOnlyList<SurveyItem> Background { get; init; } = [];

    /// <summary>Every item: blocks first, then background.</summary>
    public IEnumerable<SurveyItem> Items => Blocks.SelectMany(block => block.Items).Concat(Background);
}
