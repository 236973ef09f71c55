using Audit.Data.Database;
using Audit.Web.Access;
using Audit.Web.Feeds;
using Audit.Web.Forms;
using Audit.Web.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Agenda;

/// <summary>Where somebody makes, renews and revokes the address by which a calendar program reads their days.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(CalendarFeeds feeds, MailSettings settings, CurrentUser user) : PageModel
{
    /// <summary>The feed that works now; null when there is none.</summary>
    public CalendarFeedRow? Feed { get; private set; }

    /// <summary>The address, only on the page that follows on making it; empty otherwise.</summary>
    public string Address { get; private set; } = string.Empty;

    /// <summary>Made when the form is shown, so that a form that is sent twice makes one address.</summary>
    public Guid SubmissionId { get; } = Guid.CreateVersion7();

    public Task OnGetAsync() => LoadAsync();

    /// <param name="inzending">Id that the feed gets.</param>
    public async Task<IActionResult> OnPostMakeAsync(string? inzending)
    {
        if (!Guid.TryParse(inzending, out var feedId))
        {
            ModelState.AddModelError(string.Empty, Tr($"Het formulier is niet goed aangekomen. Probeer het opnieuw."));
        }
        else if (await feeds.MakeAsync(user.BodyId, feedId, user.Actor) is { } secret)
        {
            Address = FeedEndpoint.AddressOf(settings, Request, secret);
        }
        else
        {
            ModelState.AddModelError(string.Empty, Tr($"Deze link is al gemaakt en is maar één keer te zien. Hebt u hem niet bewaard? Maak dan een nieuwe."));
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync()
    {
        this.Tell(await feeds.RevokeAsync(user.BodyId, user.Actor)
            ? Tr($"De agenda-link is ingetrokken. Uw agenda krijgt geen gegevens meer.")
            : Tr($"Er was geen agenda-link meer."));
        return Redirect(FeedEndpoint.Folder);
    }

    private async Task LoadAsync() => Feed = await feeds.OfAsync(user.Id);
}
