using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;
using Audit.Web.Access;
using Audit.Web.Forms;
using Audit.Web.Pages.Assessments;
using Audit.Web.Texts;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Audit.Web.Pages.Life;

/// <summary>Begins a case with the answers of a file. Nothing is stored when the file has an error.</summary>
[LargestForm(LargestRequest)]
public sealed class ImportModel(CaseAccess access, CaseStart start, InstrumentLibrary library, ContentStore contents) : PageModel
{
    public const string FileField = "bestand";

    /// <summary>Most errors on the page.</summary>
    public const int MostProblems = 30;

    /// <summary>Room for a file that is somewhat too large, so that its sender reads why at the field. Unit: bytes.</summary>
    private const int LargestRequest = 4 * 1024 * 1024;

    public StartForm Form { get; private set; } = null!;

    public IReadOnlyList<Candidate> People { get; private set; } = [];

    /// <summary>Becomes the id of the new case, so that a double click makes one.</summary>
    public Guid Submission { get; private set; } = Guid.CreateVersion7();

    /// <summary>What is wrong with the file.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Form = StartForm.For(People);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? bestand, Guid inzending)
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Submission = inzending == Guid.Empty ? Submission : inzending;
        if (await access.FindAsync(Submission) is not null)
        {
            return Redirect(StepLinks.Hub(Submission));
        }

        ModelState.Clear();
        Form = StartForm.Read(Request.Form);
        if (AnswersUpload.RefusalOf(bestand) is { } refusal)
        {
            ModelState.AddModelError(FileField, refusal);
        }

        Form.Check(ModelState, People);
        return ModelState.IsValid && await BeginAsync(bestand!) is { } elsewhere ? elsewhere : Page();
    }

    private async Task<IActionResult?> BeginAsync(IFormFile file)
    {
        var upload = await access.ReadAsync(db => AnswersUpload.ReadAsync(db, library, file));
        if (upload.Answers is not { } answers)
        {
            Problems = [.. upload.Errors];
            ModelState.AddModelError(FileField, Problems.Count == 1 ? Tr($"Er zit 1 fout in het bestand. Er is niets opgeslagen.") : Tr($"Er zitten {Problems.Count} fouten in het bestand. Er is niets opgeslagen."));
            return null;
        }

        var input = new NewCase(access.User.BodyId, Form.Name, upload.Content!) { Id = Submission, Members = [.. Form.Chosen], ReferenceDate = answers.Date };
        if (await start.StartAsync(input, access.User.Actor, db => FillInAsync(db, input, answers)) is { } refusal)
        {
            // Somebody else may have used this id; the form goes on with one of its own.
            Submission = Guid.CreateVersion7();
            ModelState.AddModelError(FileField, refusal);
            return null;
        }

        this.Tell(Tr($"Doorlichting ‘{Form.Name}’ is begonnen met de antwoorden uit het bestand."));
        return Redirect(Form.Chosen.Any(member => member.UserId == access.User.Id) ? StepLinks.Hub(input.Id) : "/doorlichtingen");
    }

    private async Task<string?> FillInAsync(AuditContext db, NewCase input, Core.Assessments.Assessment answers)
    {
        var actor = access.User.Actor;
        if (await StartRights.RefusalAsync(db, access.User, [.. input.Members.Select(member => member.UserId)]) is { } refusal)
        {
            return refusal;
        }

        new CaseTrail(input.BodyId, input.Id).Add(db, actor, "answers.imported", "case");
        return await AnswersIntake.FillInAsync(db, contents, (input.Id, answers), actor);
    }

    private async Task<bool> LoadAsync()
    {
        People = await access.ReadAsync(db => Candidate.OfBodyAsync(db, access.User.BodyId));
        return await access.ReadAsync(db => StartRights.MayStartAsync(db, access.User));
    }
}
