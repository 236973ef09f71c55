using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Reviews;

/// <summary>One way to finish a step.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Outcome">Outcome of the step that goes with it.</param>
/// <param name="Label">What the user chooses.</param>
/// <param name="Hint">What happens then.</param>
public sealed record DecisionOption(string Value, string Outcome, string Label, string Hint)
{
    /// <summary>Whether it needs an explanation.</summary>
    public bool NeedsMotivation { get; init; }

    /// <summary>Message after it was written.</summary>
    public required string Done { get; init; }
}

/// <summary>What somebody sent; everything may be missing or nonsense.</summary>
public sealed class DecisionInput
{
    private const int MostCharacters = 4000;

    [BindProperty(Name = "besluit")]
    public string? Decision { get; init; }

    [BindProperty(Name = "motivatie")]
    public string? Motivation { get; init; }

    /// <summary>Why a task is approved although items of its review are open.</summary>
    [BindProperty(Name = "toch")]
    public string? Despite { get; init; }

    [BindProperty(Name = "inzending")]
    public string? Submission { get; init; }

    /// <summary>The motivation as it is kept; null when there is none.</summary>
    public string? Text => string.IsNullOrWhiteSpace(Motivation) ? null : Motivation.ReplaceLineEndings("\n").Trim();

    /// <summary>Identity of this form; a form without one counts as a new one.</summary>
    public Guid SubmissionId { get; private set; } = Guid.NewGuid();

    /// <summary>The option that was chosen; null when the form is not in order, with the reason at its field.</summary>
    public DecisionOption? Check(IReadOnlyList<DecisionOption> options, ModelStateDictionary state)
    {
        SubmissionId = Guid.TryParse(Submission, out var known) ? known : SubmissionId;
        var chosen = options.FirstOrDefault(option => option.Value == Decision);
        if (chosen is null)
        {
            state.AddModelError("besluit", Tr($"Kies een van de mogelijkheden."));
        }

        if (Text?.Length > MostCharacters)
        {
            state.AddModelError("motivatie", Tr($"Maak de toelichting korter: hooguit {MostCharacters} tekens, nu {Text.Length}."));
        }
        else if (Text is null && chosen is { NeedsMotivation: true })
        {
            state.AddModelError("motivatie", Tr($"Vul een toelichting in. Die is nodig bij ‘{chosen.Label}’."));
        }

        return state.IsValid ? chosen : null;
    }
}

/// <summary>A choice with an explanation.</summary>
/// <param name="Legend">The question.</param>
/// <param name="Options">Its answers.</param>
/// <param name="Button">Text of the button.</param>
public sealed record DecisionForm(string Legend, IReadOnlyList<DecisionOption> Options, string Button)
{
    /// <summary>Items of the review that are still open; approving then needs a reason of its own.</summary>
    public IReadOnlyList<ItemView> OpenItems { get; init; } = [];

    /// <summary>What was sent before; kept when the form is shown again.</summary>
    public DecisionInput Input { get; init; } = new();
}
