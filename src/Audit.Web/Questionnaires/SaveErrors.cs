using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Questionnaires;

/// <summary>What went wrong with saving, in the order of the page.</summary>
public static class SaveErrors
{
    public static string Incomplete => Tr($"Niet alle vragen hebben een antwoord.");

    public static void Add(ModelStateDictionary state, IEnumerable<Question> questions, SaveResult saved)
    {
        foreach (var question in questions)
        {
            var fields = new AnswerFields(question.Id);
            if (saved.Conflicts.Contains(question.Id))
            {
                state.AddModelError(fields.Value, Tr($"Vraag {question.Id}: hier is intussen iets anders opgeslagen, door een collega of in een ander venster. Kies wat klopt en sla opnieuw op."));
            }
            else if (saved.Refused.TryGetValue(question.Id, out var refusal))
            {
                state.AddModelError(refusal == AnswerRefusal.MotivationMissing ? fields.Motivation : fields.Value, TextOf(refusal, question));
            }
        }
    }

    public static void AddMissing(ModelStateDictionary state, IEnumerable<Question> missing)
    {
        foreach (var question in missing)
        {
            state.AddModelError(question.Id, Tr($"Vraag {question.Id}: kies een antwoord. Weet u het niet, kies dan ‘Weet ik niet’."));
        }
    }

    /// <summary>Why an answer cannot be taken, in words.</summary>
    public static string TextOf(AnswerRefusal refusal, Question question) => refusal switch
    {
        AnswerRefusal.NoSuchOption => Tr($"Vraag {question.Id}: dit antwoord bestaat niet bij deze vraag."),
        AnswerRefusal.MotivationMissing => Tr($"Vraag {question.Id}: vul een toelichting in bij ‘Niet van toepassing’."),
        AnswerRefusal.EvidenceNotAllowed => Tr($"Vraag {question.Id}: bij deze vraag hoort geen bewijskracht."),
    };
}
