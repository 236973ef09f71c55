using Audit.Browser.Tests.Site;
using Audit.Core.Assessments;

namespace Audit.Browser.Tests.Cases;

/// <summary>What people do on the pages of one case.</summary>
public sealed class CasePages(Visitor visitor, Guid id)
{
    public Visitor Visitor => visitor;

    public IPage Page => visitor.Page;

    public string Hub => $"/doorlichtingen/{id}";

    public Task OpenAsync(string path = "", int expected = 200) => visitor.GoAsync(Hub + path, expected);

    /// <summary>From the case to a step that is waiting for this person.</summary>
    public async Task BeginStepAsync(string name)
    {
        await OpenAsync();
        await visitor.PressAsync(Page.Locator("a.task-list__link[aria-describedby^=stap-]").Filter(new() { HasText = name }));
    }

    /// <summary>Writes the notes of a session and finishes it.</summary>
    public async Task HoldSessionAsync(string name)
    {
        await BeginStepAsync(name);
        await Page.GetByLabel("Notities").FillAsync($"Besproken: {name}.");
        await visitor.PressAsync("Stap afronden");
        await SeesAsync($"Stap ‘{name}’ is afgerond.");
    }

    /// <summary>Puts one question in the research plan and finishes its step.</summary>
    public async Task PlanResearchAsync(string name, string question)
    {
        await BeginStepAsync(name);
        await visitor.FollowAsync("Onderzoeksvraag toevoegen");
        await Page.GetByLabel("Onderzoeksvraag").FillAsync(question);
        await visitor.PressAsync("Toevoegen");
        await SeesAsync("De onderzoeksvraag staat in het plan.");
        await visitor.PressAsync("Stap afronden");
        await SeesAsync($"Stap ‘{name}’ is afgerond.");
    }

    /// <summary>Fills in the fields of one question.</summary>
    public async Task AnswerAsync(string question, Answer answer)
    {
        await Page.Locator($"input[name='{question}'][value='{answer.Value}']").CheckAsync();
        await Page.Locator($"[id='{question}-toelichting']").FillAsync(answer.Motivation ?? string.Empty);
        await Page.Locator($"[id='{question}-bron']").FillAsync(answer.Source ?? string.Empty);
        if (answer.Evidence is { } grade)
        {
            await Page.Locator($"[id='{question}-bewijs']").SelectOptionAsync(grade.ToString());
        }
    }

    /// <summary>Adds a distinction to the register of a task.</summary>
    public async Task RegisterAsync(string taskKey, Distinction distinction)
    {
        await OpenAsync($"/onderscheid/{taskKey}/nieuw");
        await Page.GetByLabel("Welk criterium gebruikt de taak?").FillAsync(distinction.Criterion);
        await Page.Locator("#onderdeel").SelectOptionAsync(distinction.ComponentId);
        await ChooseAsync("soort", distinction.Kind);
        foreach (var ground in distinction.GroundIds)
        {
            await Page.Locator($"input[name=gronden][value='{ground}']").CheckAsync();
        }

        await ChooseAsync("voorgeschreven", distinction.Prescribed);
        await Page.Locator("#uitzondering").SelectOptionAsync(distinction.Exception);
        string[] fields = ["doel", "geschikt", "noodzakelijk", "evenredig"];
        foreach (var (field, step) in fields.Zip(distinction.Justification.Steps))
        {
            await ChooseAsync(field, step.Finding);
            await Page.Locator($"#{field}Waarom").FillAsync(step.Motivation ?? string.Empty);
        }

        await Page.Locator("#toelichting").FillAsync(distinction.Motivation ?? string.Empty);
        await Page.Locator("#bron").FillAsync(distinction.Source ?? string.Empty);
        await visitor.PressAsync("Opslaan");
        await SeesAsync("Het onderscheid is opgeslagen.");
    }

    private Task ChooseAsync<T>(string field, T value) => Page.Locator($"input[name='{field}'][value='{value}']").CheckAsync();

    /// <summary>Requires that the fields of a question hold an answer.</summary>
    public async Task HoldsAsync(string question, Answer? answer)
    {
        var chosen = Page.Locator($"input[name='{question}']:checked");
        if (answer is null)
        {
            Assert.Equal(0, await chosen.CountAsync());
            return;
        }

        Assert.Equal(answer.Value, await chosen.GetAttributeAsync("value"));
        Assert.Equal(answer.Motivation ?? string.Empty, await Page.Locator($"[id='{question}-toelichting']").InputValueAsync());
        Assert.Equal(answer.Source ?? string.Empty, await Page.Locator($"[id='{question}-bron']").InputValueAsync());
        if (answer.Evidence is { } grade)
        {
            Assert.Equal(grade.ToString(), await Page.Locator($"[id='{question}-bewijs']").InputValueAsync());
        }
    }

    /// <summary>Takes a decision on the page of a step.</summary>
    public async Task DecideAsync(string step, string choice, string motivation)
    {
        await BeginStepAsync(step);
        await Page.GetByLabel(choice, new() { Exact = true }).CheckAsync();
        await Page.GetByLabel("Toelichting", new() { Exact = true }).FillAsync(motivation);
        await visitor.PressAsync("Besluit vastleggen");
    }

    /// <summary>Downloads the workbook from the plan; the caller removes it with its folder.</summary>
    public async Task<(string Name, string File)> DownloadWorkbookAsync(string folder)
    {
        await OpenAsync("/actieplan");
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Werkboek downloaden" }).ClickAsync());
        var file = Path.Combine(folder, download.SuggestedFilename);
        await download.SaveAsAsync(file);
        return (download.SuggestedFilename, file);
    }

    public async Task SeesAsync(string message) => Assert.Equal(message, await MessageAsync());

    public Task<string> MessageAsync() => visitor.MessageAsync();
}
