using System.Globalization;
using System.Text;
using Audit.Core.Actions;
using Audit.Core.Instruments;

namespace Audit.Data.Documents;

/// <summary>A page that shows side by side what each part of an instrument asks, on which sources it rests, and what is our own proposal.</summary>
public static class InstrumentPage
{
    private static readonly (SourceKind Kind, string Name)[] Kinds =
    [
        (SourceKind.Law, "Wet of verdrag"),
        (SourceKind.Framework, "Kader van College, BZK of anderen"),
        (SourceKind.Pilot, "Pilots"),
        (SourceKind.Letter, "Kamerbrief of Kamerstuk"),
        (SourceKind.Research, "Onderzoek"),
        (SourceKind.Own, "Eigen voorstel"),
    ];

    /// <summary>The page as Markdown.</summary>
    /// <param name="instrument">The instrument; its sources say of what kind they are.</param>
    /// <param name="measures">The measures meant for it.</param>
    public static string Of(Instrument instrument, IReadOnlyList<Measure> measures)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Wat elk onderdeel vraagt, en waar dat op rust\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Deze bladzijde is gemaakt uit `{instrument.Id}` versie {instrument.Version} met `audit instrument document`; wijzig haar niet met de hand.\n");
        page.Append(instrument.Status == InstrumentStatus.Unofficial
            ? "De vragen zijn **geen officiële tekst**. Een bron bij een vraag betekent dat de vraag erop rust, niet dat zij er letterlijk in staat.\n"
            : "De vragen zijn de officiële tekst.\n");
        AddSummary(page, instrument, measures);
        foreach (var part in instrument.Components)
        {
            AddQuestions(page, instrument, part.Title.Nl, part.Questions);
        }

        AddQuestions(page, instrument, "Ernst van de gevolgen", instrument.Severity);
        foreach (var part in instrument.CrossCutting)
        {
            AddQuestions(page, instrument, $"{part.Title.Nl} (één keer voor de organisatie, telt niet mee in de score)", part.Questions);
        }

        AddGates(page, instrument);
        AddSources(page, instrument);
        return page.ToString();
    }

    private static void AddSummary(StringBuilder page, Instrument instrument, IReadOnlyList<Measure> measures)
    {
        page.Append("\n## Overzicht\n\n");
        page.Append(Markdown.Head(["Onderdeel", "Vragen", .. Kinds.Select(kind => kind.Name), "Alleen eigen voorstel", "Maatregelen"])).Append('\n');
        var parts = instrument.Components.Concat(instrument.CrossCutting).Select(part => (part.Id, part.Title.Nl, part.Questions))
            .Append(("severity", "Ernst van de gevolgen", instrument.Severity));
        foreach (var (id, title, questions) in parts)
        {
            var cells = Kinds.Select(kind => Count(questions.Count(question => Rests(instrument, question.Sources, kind.Kind))));
            var own = questions.Count(question => question.Sources.All(source => KindOf(instrument, source) is SourceKind.Own));
            page.Append(Markdown.Row([Markdown.Text(title), Count(questions.Count), .. cells, Count(own), Count(measures.Count(measure => measure.ComponentId == id))])).Append('\n');
        }

        var all = instrument.AllQuestions.ToList();
        page.Append(CultureInfo.InvariantCulture, $"\nSamen {all.Count} vragen, waarvan {all.Count(question => question.QuickScan)} in de quickscan, {instrument.Gates.Count} drempelregels, {instrument.Sessions.Count} draaiboeken en {measures.Count} maatregelen.\n");
    }

    private static void AddQuestions(StringBuilder page, Instrument instrument, string title, IReadOnlyList<Question> questions)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {Markdown.Text(title)}\n\n");
        page.Append(Markdown.Head(["Vraag", "Tekst", .. Kinds.Select(kind => kind.Name)])).Append('\n');
        foreach (var question in questions)
        {
            page.Append(Markdown.Row([question.Id, Markdown.Text(question.Text.Nl), .. Kinds.Select(kind => Cell(instrument, question.Sources, kind.Kind))])).Append('\n');
        }
    }

    private static void AddGates(StringBuilder page, Instrument instrument)
    {
        page.Append("\n## Drempelregels\n\n");
        page.Append(Markdown.Head(["Regel", "Tekst", .. Kinds.Select(kind => kind.Name)])).Append('\n');
        foreach (var gate in instrument.Gates)
        {
            page.Append(Markdown.Row([gate.Id, Markdown.Text(gate.Text.Nl), .. Kinds.Select(kind => Cell(instrument, gate.Sources, kind.Kind))])).Append('\n');
        }
    }

    private static void AddSources(StringBuilder page, Instrument instrument)
    {
        page.Append("\n## Bronnen\n\n");
        page.Append(Markdown.Head("Bron", "Soort", "Titel")).Append('\n');
        foreach (var source in instrument.Sources)
        {
            var title = source.Url is null ? Markdown.Text(source.Title) : $"[{Markdown.Text(source.Title)}](<{source.Url.AbsoluteUri}>)";
            page.Append(Markdown.Row(source.Id, NameOf(source.Kind), title)).Append('\n');
        }
    }

    private static string Cell(Instrument instrument, IReadOnlyList<string> sources, SourceKind kind) =>
        string.Join(", ", sources.Where(source => KindOf(instrument, source) == kind));

    private static bool Rests(Instrument instrument, IReadOnlyList<string> sources, SourceKind kind) => sources.Any(source => KindOf(instrument, source) == kind);

    private static SourceKind? KindOf(Instrument instrument, string id) => instrument.Sources.FirstOrDefault(source => source.Id == id)?.Kind;

    private static string NameOf(SourceKind? kind) => Kinds.FirstOrDefault(pair => pair.Kind == kind).Name ?? "Niet vermeld";

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
