namespace Audit.Core.Instruments;

/// <summary>What an answer to a question says about the risk.</summary>
public enum QuestionKind
{
    /// <summary>1 = the task is fully exposed to the risk. Dutch: <c>blootstelling</c>.</summary>
    Exposure,

    /// <summary>1 = the safeguard is fully in place. Dutch: <c>waarborg</c>.</summary>
    Safeguard,

    /// <summary>Background; not scored, but conditions and gates may read it.</summary>
    Context,

    /// <summary>How grave the consequences for citizens are, level 1 to 4. Dutch: <c>ernst</c>.</summary>
    Severity,
}

/// <summary>Texts that help somebody who answers a question for the first time; each may be missing.</summary>
/// <param name="Help">What the question means.</param>
/// <param name="Example">An example from practice.</param>
/// <param name="EvidenceHints">What could serve as evidence.</param>
/// <param name="WhoKnows">Who in the organisation is likely to know.</param>
public sealed record QuestionGuidance(LocalizedText? Help, LocalizedText? Example, LocalizedText? EvidenceHints, LocalizedText? WhoKnows);

/// <summary>A question of the instrument. Dutch: <c>themavraag</c>.</summary>
/// <param name="Id">Stable id, unique within the instrument.</param>
/// <param name="Kind">What an answer says about the risk.</param>
/// <param name="Scale">The answers it offers.</param>
/// <param name="Weight">Weight among the questions of the same kind in its component; above 0, no unit.</param>
/// <param name="Text">The question itself.</param>
/// <param name="When">Asked only when this holds; null = always.</param>
public sealed record Question(string Id, QuestionKind Kind, Scale Scale, double Weight, LocalizedText Text, Condition? When = null)
{
    /// <summary>Id of the theme it belongs to; null when the instrument has no themes.</summary>
    public string? Theme { get; init; }

    /// <summary>Help for the person who answers.</summary>
    public QuestionGuidance Guidance { get; init; } = new(null, null, null, null);

    /// <summary>Ids of the sources that the question rests on.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Ids of measures that address a poor answer.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>True when the quick scan asks it too.</summary>
    public bool QuickScan { get; init; }

    /// <summary>Position of an option in the scale; -1 when the scale does not offer it.</summary>
    /// <param name="optionId">Id of the option, case-sensitive.</param>
    public int IndexOf(string optionId)
    {
        for (var i = 0; i < Scale.Options.Count; i++)
        {
            if (Scale.Options[i].Id == optionId)
            {
                return i;
            }
        }

        return -1;
    }
}
