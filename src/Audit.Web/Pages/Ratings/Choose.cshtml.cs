using Audit.Core.Review;
using Audit.Web.Access;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Ratings;

/// <summary>Begins a round with questions that the auditor chooses by hand.</summary>
[ShowsNoAnswers]
public sealed class ChooseModel(CaseAccess access) : BeginPage(access)
{
    public const string Field = "vragen";

    private HashSet<string> ticked = [];

    /// <summary>The questions by task and part.</summary>
    public IReadOnlyList<ChoiceGroup> Groups
    {
        get
        {
            var n = 0;
            var instrument = View.Case.Instrument.Value;
            var questions = instrument.AllQuestions.ToDictionary(question => question.Id);
            return
            [
                .. Pool.GroupBy(place => (place.TaskKey, place.ComponentId)).Select(group => new ChoiceGroup(
                    TitleOf(group.Key),
                    [.. group.Select(place => new Choice(ValueOf(place), $"{place.QuestionId}. {questions[place.QuestionId].Text.Shown()}", n++ == 0 ? Field : $"{Field}-{n}", ticked.Contains(ValueOf(place))))])),
            ];
        }
    }

    public Task<IActionResult> OnGetAsync(Guid id) => ShowAsync(id);

    /// <param name="id">The case.</param>
    /// <param name="vragen">The questions that were ticked.</param>
    /// <param name="inzending">Made when the form was shown.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, string[] vragen, Guid inzending)
    {
        if (!await LoadAsync(id) || !MayRate)
        {
            return NotFound();
        }

        (ticked, SubmissionId) = ([.. vragen], inzending == Guid.Empty ? SubmissionId : inzending);
        ModelState.Clear();
        var pool = await Access.ReadAsync(db => RatingRounds.PoolAsync(db, View.Case, IsQuickScan(View), Access.User.Actor));
        var chosen = pool.Where(place => ticked.Contains(ValueOf(place))).ToHashSet();
        return await BeginAsync(Field, new NewRound(SubmissionId, false) { Chosen = chosen }) ?? await LoadPoolAsync() ?? Page();
    }

    private static string ValueOf(RatingPlace place) => $"{(place.TaskKey.Length == 0 ? StepLinks.Body : place.TaskKey)}/{place.QuestionId}";

    private string TitleOf((string TaskKey, string ComponentId) key)
    {
        var instrument = View.Case.Instrument.Value;
        var part = instrument.Components.Concat(instrument.CrossCutting).FirstOrDefault(component => component.Id == key.ComponentId)?.Title.Shown() ?? Tr($"Ernst van de gevolgen");
        return $"{part}: {View.Case.Tasks.FirstOrDefault(task => task.Key == key.TaskKey)?.Name ?? Tr($"hele organisatie")}";
    }

    /// <summary>The questions of one part for one task.</summary>
    public sealed record ChoiceGroup(string Title, IReadOnlyList<Choice> Choices);

    /// <summary>A question that can be ticked.</summary>
    /// <param name="Value">What the form sends.</param>
    /// <param name="Label">What the user reads.</param>
    /// <param name="Id">Id of its box; the first one carries the id to which the error summary links.</param>
    /// <param name="IsTicked">Whether it is ticked.</param>
    public sealed record Choice(string Value, string Label, string Id, bool IsTicked);
}
