namespace Audit.Browser.Tests.States;

/// <summary>The pages about reminders, e-mail and the calendar.</summary>
public static class MailStates
{
    public const string Feed = "with a calendar feed";
    public const string Mails = "with e-mails";

    public static IReadOnlyDictionary<string, PageState> All { get; } = new Dictionary<string, PageState>
    {
        ["start, reminders"] = new("manager", "/"),
        ["calendar, none"] = new("coordinator", "/agenda"),
        ["calendar, made"] = new("jurist", "/agenda", Feed),
        ["calendar, wrong"] = new("coordinator", "/agenda")
        {
            Spoil = async visitor =>
            {
                await visitor.Page.EvaluateAsync("document.querySelector('main [name=inzending]').value = ''");
                await visitor.PressAsync("Agenda-link maken");
            },
        },
        ["e-mail, switched off"] = new("beheerder", "/beheer/e-mail", Mails),
    };
}
