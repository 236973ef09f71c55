using Audit.Core.Instruments;
using Audit.Core.Review;
using Audit.Data.Database;
using Audit.Web.Texts;
using Audit.Workflows.Ratings;

namespace Audit.Web.Pages.Ratings;

/// <summary>Agreement on the items of one scale, with the words of that scale.</summary>
public sealed record ScaleView(ScaleAgreement Agreement, Scale Scale)
{
    public string Name => RatingTexts.NameOf(Scale);

    /// <summary>What a user reads for a category.</summary>
    public string LabelOf(string category) => Scale.Options.First(option => option.Id == category).Label.Shown();

    /// <summary>Every coefficient that has a meaning on this scale.</summary>
    public IEnumerable<(string Name, Coefficient Value)> Coefficients => new[]
    {
        (Tr($"Kappa van Cohen (κ), zonder gewichten"), Agreement.Kappa),
        (Tr($"Kappa van Cohen (κ), lineair gewogen"), Agreement.KappaLinear),
        (Tr($"Kappa van Cohen (κ), kwadratisch gewogen"), Agreement.KappaQuadratic),
        (Tr($"Alfa van Krippendorff (α), zonder volgorde"), Agreement.AlphaNominal),
        (Tr($"Alfa van Krippendorff (α), met volgorde"), Agreement.AlphaOrdinal),
        (Tr($"AC1 van Gwet, zonder gewichten"), Agreement.Ac1),
        (Tr($"AC2 van Gwet, lineair gewogen"), Agreement.Ac2Linear),
        (Tr($"AC2 van Gwet, kwadratisch gewogen"), Agreement.Ac2Quadratic),
    }.Where(pair => pair.Item2.Reason is not CoefficientReason.NotOrdered);

    public bool IsTooFew => Agreement.Rated < Coefficient.MinimumItems;
}

/// <summary>A group of items as the page of figures shows it.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Agreement">Its figures.</param>
/// <param name="Remark">What every figure of it says when a round was not blind; empty otherwise.</param>
/// <param name="Scales">The same per scale on which anything was rated by both, the largest first.</param>
public sealed record FigureGroup(string Title, GroupAgreement Agreement, string Remark, IReadOnlyList<ScaleView> Scales);

/// <summary>The figures of a case in the words of its instrument.</summary>
public sealed class FiguresView(Instrument instrument, RatingFigures figures)
{
    private static string Severity => Tr($"Ernst van de gevolgen");
    private readonly Dictionary<string, Question> questions = instrument.AllQuestions.ToDictionary(question => question.Id);

    /// <summary>Numbers of the rounds that were not blind.</summary>
    public IReadOnlyList<int> NotBlind => [.. figures.Rounds.Where(round => round.SeenBefore).Select(round => round.Sequence)];

    public FigureGroup Whole => GroupOf(Tr($"Alle onderdelen samen"), GroupAgreement.Of("alles", figures.Items), _ => true);

    public IReadOnlyList<FigureGroup> Components =>
        [.. GroupAgreement.PerComponent(figures.Items).Select(component => GroupOf(ComponentTitle(component.Group), component, item => item.Component == component.Group))];

    /// <summary>The questions of which anything was rated by both.</summary>
    public IReadOnlyList<FigureGroup> Questions =>
        [.. GroupAgreement.PerQuestion(figures.Items).Where(question => question.Rated > 0).Select(question => GroupOf(TextOf(question.Group), question, item => item.Question == question.Group))];

    /// <summary>The questions that deserve a suggestion to the keeper of the instrument.</summary>
    public IReadOnlyList<LowQuestion> Low { get; } = LowAgreement.Questions(figures.Items);

    /// <summary>Title of a component, of a part for the body or of the questions on severity.</summary>
    public string ComponentTitle(string id) => instrument.Components.Concat(instrument.CrossCutting).FirstOrDefault(part => part.Id == id)?.Title.Shown() ?? Severity;

    public string TextOf(string questionId) => questions[questionId].Text.Shown();

    /// <summary>What a suggestion about a question says before its sender changes it.</summary>
    public string SuggestionFor(LowQuestion low)
    {
        var question = low.Question;
        var remark = RemarkOf(item => item.Question == question.Group);
        var scales = low.Component.Scales.Where(LowAgreement.IsLow).Select(scale => $"κ {RatingTexts.Of(scale.Kappa)}, AC1 {RatingTexts.Of(scale.Ac1)}{(LowAgreement.IsPerhapsSkewed(scale) ? Tr($"; alleen κ is laag, dat past ook bij scheef verdeelde antwoorden") : string.Empty)}");
        string[] lines =
        [
            Tr($"Vraag {question.Group}: ‘{TextOf(question.Group)}’"),
            Tr($"Team en auditor gaven bij {question.Scales.Sum(scale => scale.Table?.Agreed ?? 0)} van de {question.Rated} beoordelingen hetzelfde antwoord (overeenstemming {Charts.DutchText.Percent(question.RawAgreement)}){remark}."),
            .. low.Reason is LowAgreementReason.OfComponent ? scales.Select(text => Tr($"Onderdeel ‘{ComponentTitle(low.Component.Group)}’: {text}.")) : [],
            Tr($"Voorstel: maak de vraag, de antwoorden of de hulptekst duidelijker."),
        ];
        return string.Join("\n", lines);
    }

    private FigureGroup GroupOf(string title, GroupAgreement agreement, Func<RatedItem, bool> belongs) =>
        new(title, agreement, RemarkOf(belongs), [.. agreement.Scales.Where(scale => scale.Rated > 0).OrderByDescending(scale => scale.Rated).Select(scale => new ScaleView(scale, ScaleOf(scale.Scale)))]);

    private Scale ScaleOf(RatingScale scale) => questions.Values.First(question => RatingScale.Of(question.Scale).Equals(scale)).Scale;

    private string RemarkOf(Func<RatedItem, bool> belongs)
    {
        var seen = figures.Rounds.Where(round => round.SeenBefore).Select(round => round.Id).ToHashSet();
        RatingRow[] rows = [.. figures.Items.Zip(figures.Ratings).Where(pair => belongs(pair.First)).Select(pair => pair.Second)];
        var notBlind = rows.Count(row => seen.Contains(row.RoundId));
        return notBlind == 0 ? string.Empty : notBlind == rows.Length ? $" – {RatingTexts.NotBlind}" : Tr($" – deels {RatingTexts.NotBlind}");
    }
}
