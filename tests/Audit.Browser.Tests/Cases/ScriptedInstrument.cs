using System.Text.Json.Nodes;
using Audit.Core.Instruments;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Browser.Tests.Cases;

/// <summary>The instrument of the example under another version, with a small script for one session and for no other.</summary>
public static class ScriptedInstrument
{
    public const string Session = "session-1";
    public const string Name = "Proefsessie: Samen kijken naar woorden";
    public const string Goal = "Het team spreekt dezelfde taal.";
    public const string Decision = "Welke taken vallen af?";
    public const string FirstTick = "De ruimte is besloten en toegankelijk.";
    public const string SecondTick = "De ondernemingsraad weet ervan.";

    public static Template<Instrument> Make()
    {
        var shipped = Example.Read().Content.Instrument;
        var json = JsonNode.Parse(shipped.Json)!.AsObject();
        json["version"] = $"{shipped.Value.Version}-proef";
        json["sessions"] = new JsonArray(Script(shipped.Value.Sources[0].Id));
        var problems = new ProblemList("scripted");
        return TemplateReader.Instrument(DocumentReader.Read(json.ToJsonString(), problems), problems)
            ?? throw new InvalidOperationException(problems.All[0].ToString());
    }

    private static JsonObject Script(string source) => new()
    {
        ["id"] = Session,
        ["label"] = Text("Proefsessie"),
        ["title"] = Text("Samen kijken naar woorden"),
        ["goal"] = Text(Goal),
        ["setUp"] = Text("Eerst luisteren, dan oefenen, dan afspreken."),
        ["outcome"] = Text("Aan het eind kunnen we direct en indirect onderscheid uit elkaar houden."),
        ["checklist"] = new JsonArray(Text(FirstTick), Text(SecondTick), Text("De stukken zijn rondgestuurd.")),
        ["assignments"] = new JsonArray(
            Assignment("terugblik", "start", "Waar waren we?", "Vraag iedereen één ding te noemen."),
            Assignment("kaarten", "regular", "Kaarten leggen", "Leg de kaarten neer.\nBespreek per kaart wat u ziet."),
            Assignment("zaak", "regular", "Een openbare zaak", "Lees de zaak en zoek het onderscheid.")),
        ["decisions"] = new JsonArray(Text(Decision), Text("Welke vragen gaan naar de jurist?")),
        ["sources"] = new JsonArray(source),
    };

    private static JsonObject Assignment(string id, string kind, string title, string text) =>
        new() { ["id"] = id, ["kind"] = kind, ["title"] = Text(title), ["text"] = Text(text) };

    private static JsonObject Text(string nl) => new() { ["nl"] = nl };
}
