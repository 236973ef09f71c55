using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Audit.Web.Forms;

/// <summary>Tells the script of a form with questions where to save, and what to say.</summary>
[HtmlTargetElement("form", Attributes = "autosave")]
public sealed class AutosaveTagHelper : TagHelper
{
    /// <summary>Whether the fields can be saved by this person.</summary>
    public bool Autosave { get; set; }

    /// <summary>Address of the part; a question's own address is one segment longer.</summary>
    public string AutosaveAddress { get; set; } = string.Empty;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.RemoveAll("autosave-address");
        if (!Autosave)
        {
            return;
        }

        Set(output, "autosave", string.Empty);
        Set(output, "question-address", AutosaveAddress);
        Set(output, "busy", Tr($"Bezig met bewaren…"));
        Set(output, "lost", Tr($"Geen verbinding. Uw tekst staat nog op dit scherm en wordt bewaard zodra de verbinding er weer is. Sluit dit venster niet."));
        Set(output, "failed", Tr($"Bewaren lukt nu niet. Uw tekst staat nog op dit scherm; er wordt opnieuw geprobeerd."));
        Set(output, "signed-out", Tr($"U bent uitgelogd. Log in een ander tabblad opnieuw in; daarna wordt uw tekst bewaard. Sluit dit venster niet."));
        Set(output, "mine", Tr($"Mijn antwoord bewaren"));
        Set(output, "theirs", Tr($"Dit antwoord overnemen"));
    }

    private static void Set(TagHelperOutput output, string name, string value) => output.Attributes.SetAttribute($"data-{name}", value);
}
