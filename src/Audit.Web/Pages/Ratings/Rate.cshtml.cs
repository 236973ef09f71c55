using Audit.Core.Assessments;
using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Questionnaires;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>The questions of one part of a round, on the cards of the questionnaire without anything that the team answered.</summary>
[ShowsNoAnswers]
public sealed class RateModel(CaseAccess access, ContentShelf shelf) : RoundPage(access)
{
    private static string OtherWindow => Tr($"u, in een ander venster");

    public RoundPart Part { get; private set; } = null!;

    public IReadOnlyList<QuestionCard> Cards { get; private set; } = [];

    /// <summary>The part after this one; null when this is the last.</summary>
    public RoundPart? Next => Parts.SkipWhile(part => part.Key != Part.Key).Skip(1).FirstOrDefault();

    public async Task<IActionResult> OnGetAsync(Guid id, Guid roundId, string taskKey, string part)
    {
        if (!await LoadAsync(id, roundId, (taskKey, part)))
        {
            return NotFound();
        }

        if (!IsOpen)
        {
            return ToComparison();
        }

        Show(typed: null, []);
        return Page();
    }

    /// <param name="id">The case.</param>
    /// <param name="roundId">The round.</param>
    /// <param name="taskKey">The task, or the word for the whole body.</param>
    /// <param name="part">The part of the instrument.</param>
    /// <param name="actie">Button: verder or later.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, Guid roundId, string taskKey, string part, string? actie)
    {
        if (!await LoadAsync(id, roundId, (taskKey, part)))
        {
            return NotFound();
        }

        var typed = Part.Part.Questions.ToDictionary(question => question.Id, question => TypedAnswer.Read(Request.Form, question));
        var saved = IsOpen ? await SaveAsync(typed) : null;
        if (saved is null)
        {
            ModelState.AddModelError(string.Empty, RatingTexts.HandedIn);
        }
        else
        {
            AddErrors(typed, saved);
        }

        if (ModelState.IsValid)
        {
            this.Tell(Tr($"Uw beoordelingen zijn opgeslagen."));
            return Redirect(actie != "verder" ? RatingLinks.Round(id, roundId) : Next is { } next ? RatingLinks.Rate(id, roundId, next.Key) : RatingLinks.HandIn(id, roundId));
        }

        await LoadAsync(id, roundId, (taskKey, part));
        Show(typed, saved?.Conflicts ?? []);
        return Page();
    }

    private async Task<bool> LoadAsync(Guid id, Guid roundId, (string Task, string Part) place)
    {
        var key = (place.Task == StepLinks.Body ? string.Empty : place.Task, place.Part);
        if (!await LoadAsync(id, roundId) || Parts.FirstOrDefault(candidate => candidate.Key == key) is not { } part)
        {
            return false;
        }

        Part = part;
        return true;
    }

    /// <summary>Saves what can be saved; null when the round was handed in meanwhile.</summary>
    private Task<SaveResult?> SaveAsync(Dictionary<string, TypedAnswer> typed)
    {
        var edits = typed.Where(pair => pair.Value.Value is not null && !IsTooLong(pair.Value))
            .Select(pair => new AnswerEdit(Part.Part.TaskKey, pair.Key, pair.Value.ToAnswer(), pair.Value.Seen))
            .ToList();
        return Access.WriteAsync<SaveResult>(View.Id, async (db, view) =>
            MayRateIn(view) && await RatingRecorder.OpenAsync(db, view.Id, Round.Id, Access.User.Id) is { } round
                ? await RatingRecorder.SaveAsync(db, view.Case, round, (edits, Access.User.NowUtc))
                : null);
    }

    private void AddErrors(Dictionary<string, TypedAnswer> typed, SaveResult saved)
    {
        SaveErrors.Add(ModelState, Part.Part.Questions, saved with { Conflicts = [] });
        foreach (var question in typed.Where(pair => pair.Value.LacksAnswer).Select(pair => pair.Key))
        {
            ModelState.AddModelError(new AnswerFields(question).Value, Tr($"Vraag {question}: kies een antwoord, of maak de andere velden leeg. Deze vraag is nog niet opgeslagen."));
        }

        foreach (var question in saved.Conflicts)
        {
            ModelState.AddModelError(new AnswerFields(question).Value, Tr($"Vraag {question}: u hebt deze vraag in een ander venster anders beoordeeld. Kies welk antwoord klopt en sla opnieuw op."));
        }

        foreach (var (question, answer) in typed.Where(pair => IsTooLong(pair.Value)))
        {
            ModelState.AddModelError(new AnswerFields(question).Motivation, Tr($"Vraag {question}: maak de toelichting korter: hooguit {RatingTexts.MostCharacters} tekens, nu {answer.Motivation!.Length}."));
        }
    }

    private static bool IsTooLong(TypedAnswer answer) => answer.Motivation?.Length > RatingTexts.MostCharacters;

    private void Show(Dictionary<string, TypedAnswer>? typed, IReadOnlyList<string> conflicts)
    {
        var maker = new CardMaker(View, Part.Part, shelf.Glossary, Access.User.NowUtc);
        Cards = [.. Part.Part.Questions.Zip(Part.Rows, (question, row) => Blind(maker.Make(question, null, null, false)) with
        {
            Typed = typed is null ? TypedOf(row) : typed[question.Id] with { Seen = row.Version },
            Theirs = conflicts.Contains(question.Id) ? TypedOf(row) : null,
            TheirName = OtherWindow,
        })];
    }

    /// <summary>Takes from a card everything that follows from answers of the team.</summary>
    private static QuestionCard Blind(QuestionCard card) =>
        card with { IsNotNeeded = false, RegisterHref = null, RegisterLabel = null, ResearchHref = null, AsksSource = false };

    private static TypedAnswer TypedOf(RatingRow row) =>
        new(row.Value, row.Evidence is { } grade ? ((EvidenceGrade)grade).ToString() : null, row.Motivation, null, row.Version);
}
