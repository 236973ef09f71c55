using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Workflows.Cases;

namespace Audit.Web.Questionnaires;

/// <summary>One question as a page shows it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Typed">What stands in its fields.</param>
public sealed record QuestionCard(Question Question, TypedAnswer Typed)
{
    /// <summary>When the question applies; null = always.</summary>
    public string? Condition { get; init; }

    /// <summary>True when other answers have made it certain that the question does not apply.</summary>
    public bool IsNotNeeded { get; init; }

    /// <summary>What a colleague saved meanwhile; null when there is no conflict.</summary>
    public TypedAnswer? Theirs { get; init; }

    /// <summary>Who saved that.</summary>
    public string? TheirName { get; init; }

    public IReadOnlyList<SourceReference> Sources { get; init; } = [];

    /// <summary>What the register of distinctions answers to this question; null when it says nothing.</summary>
    public string? RegisterLabel { get; init; }

    /// <summary>Page of the register, on questions that it can answer; null on all others.</summary>
    public string? RegisterHref { get; init; }

    /// <summary>Terms of the glossary that occur in the question.</summary>
    public IReadOnlyList<GlossaryTerm> Terms { get; init; } = [];

    /// <summary>Whether the text is this product's own.</summary>
    public bool IsUnofficial { get; init; }

    /// <summary>Its place in the research plan; null when it is not in it.</summary>
    public string? ResearchHref { get; init; }

    /// <summary>Whether it asks where the answer can be looked up.</summary>
    public bool AsksSource { get; init; } = true;

    /// <summary>How it stands to the round before; null in a case that began empty.</summary>
    public ComparedAnswer? Round { get; init; }

    /// <summary>What a reviewer asks about it and is still open.</summary>
    public IReadOnlyList<ReviewPoint> ReviewPoints { get; init; } = [];

    /// <summary>What colleagues said and added.</summary>
    public TalkCounts Talk { get; init; } = new(0, 0, null);

    /// <summary>The page of this question alone; null where it has none.</summary>
    public string? Href { get; init; }

    public AnswerFields Fields => new(Question.Id);

    public bool HasMore => Question.Guidance is not { Example: null, EvidenceHints: null, WhoKnows: null } || Sources.Count > 0;

    /// <summary>Every answer that can be chosen, with what the user reads.</summary>
    public IEnumerable<(string Value, string Label)> Choices =>
    [
        .. Question.Scale.Options.Select(option => (option.Id, option.Label.Shown())),
        (Answer.Unknown, Tr($"Weet ik niet")),
        (Answer.NotApplicable, Tr($"Niet van toepassing")),
    ];

    /// <summary>What the user reads for a chosen answer.</summary>
    public string LabelOf(string? value) => Choices.FirstOrDefault(choice => choice.Value == value).Label ?? Tr($"Nog geen antwoord");

    /// <summary>Id of a radio; the first one carries the id to which the error summary links.</summary>
    public string RadioId(string value) => value == Question.Scale.Options[0].Id ? Question.Id : $"{Question.Id}-{value}";
}

/// <summary>Something that a reviewer asks about a question.</summary>
/// <param name="Kind">What it is, in words.</param>
/// <param name="Text">What is asked.</param>
/// <param name="Href">Page on which the team responds.</param>
public sealed record ReviewPoint(string Kind, string Text, string Href);
