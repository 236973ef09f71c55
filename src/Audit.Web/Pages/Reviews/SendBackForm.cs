using Audit.Core.Instruments;
using Audit.Web.Forms;
using Audit.Workflows.Activities;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Reviews;

/// <summary>The fields by which one question is sent back.</summary>
/// <param name="QuestionId">Id of the question.</param>
/// <param name="IsTicked">Whether it is to be sent back.</param>
/// <param name="Remark">What the auditor says about it, as typed.</param>
public sealed record SendBackField(string QuestionId, bool IsTicked, string? Remark)
{
    /// <summary>Name of all ticks.</summary>
    public const string Tick = "terug";

    /// <summary>Name of the remark.</summary>
    public string RemarkName => $"opmerking-{QuestionId}";

    public string TickId => $"terug-{QuestionId}";
}

/// <summary>The questions that an auditor sends back, each with a remark.</summary>
/// <param name="Fields">The questions for which something was sent.</param>
public sealed record SendBackForm(IReadOnlyList<SendBackField> Fields)
{
    private const int MostCharacters = 2000;

    public static SendBackForm Empty { get; } = new([]);

    /// <summary>The remarks by question, once the form was found in order.</summary>
    public IReadOnlyDictionary<string, string> Remarks =>
        Fields.Where(one => one.IsTicked).ToDictionary(one => one.QuestionId, one => TypedText.Of(one.Remark) ?? string.Empty);

    public static SendBackForm Read(IFormCollection form, IEnumerable<Question> questions)
    {
        var ticked = form[SendBackField.Tick];
        return new([.. questions
            .Select(question => new SendBackField(question.Id, ticked.Contains(question.Id), null))
            .Select(field => field with { Remark = form[field.RemarkName] })
            .Where(field => field.IsTicked || !string.IsNullOrEmpty(field.Remark))]);
    }

    /// <summary>The fields of a question.</summary>
    public SendBackField FieldOf(string questionId) => Fields.FirstOrDefault(field => field.QuestionId == questionId) ?? new(questionId, false, null);

    /// <summary>Adds an error for everything that cannot be taken.</summary>
    public void Check(ModelStateDictionary state, DecisionOption chosen)
    {
        if (chosen.Outcome != Outcomes.SendBack)
        {
            if (Fields.Any(field => field.IsTicked))
            {
                state.AddModelError("besluit", Tr($"U hebt vragen aangevinkt om terug te sturen. Kies ‘Terug naar het team’, of haal die vinkjes weg."));
            }

            return;
        }

        foreach (var field in Fields)
        {
            if (field.IsTicked)
            {
                state.CheckText(field.RemarkName, field.Remark, (Tr($"Vraag {field.QuestionId}: schrijf op waarom u deze vraag terugstuurt."), MostCharacters));
            }
            else
            {
                state.AddModelError(field.RemarkName, Tr($"Vraag {field.QuestionId}: vink ‘Deze vraag terugsturen’ aan, of maak de opmerking leeg."));
            }
        }
    }
}
