using Audit.Core.Instruments;
using Audit.Core.Survey;
using Audit.Web.Questionnaires;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Surveys;

/// <summary>The items of the staff survey, to read beforehand and to print.</summary>
public sealed class ItemsModel(ContentShelf shelf) : PageModel
{
    public SurveyItemPack Pack { get; private set; } = null!;

    public bool IsUnofficial => Pack.Status == InstrumentStatus.Unofficial;

    /// <summary>When an item is asked, in words; null = always.</summary>
    public string? ConditionOf(SurveyItem item)
    {
        if (item.When is not { } when)
        {
            return null;
        }

        var asked = Pack.Items.First(other => other.Id == when.ItemId);
        var labels = when.OptionIds.Select(id => $"‘{asked.Scale!.Options.First(option => option.Id == id).Label.Shown()}’");
        return Tr($"Alleen als het antwoord op ‘{asked.Text.Shown()}’ {string.Join(Tr($" of "), labels)} is.");
    }

    public IActionResult OnGet()
    {
        if (shelf.Survey is not { } pack)
        {
            return NotFound();
        }

        Pack = pack;
        return Page();
    }
}
