using Audit.Core.Risks;
using Audit.Data.Database;
using Audit.Workflows.Risks;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Risks;

/// <summary>What stands in the fields of a judgement. Levels are sent by their name.</summary>
public sealed class JudgeForm
{
    public const string LikelihoodField = "kans";
    public const string ImpactField = "impact";
    public const string LevelField = "niveau";
    public const string AboveField = "hoger";

    private const int TextLength = 4000;

    public string? Kans { get; set; }

    public string? KansWaarom { get; set; }

    public string? Impact { get; set; }

    public string? ImpactWaarom { get; set; }

    public string? Niveau { get; set; }

    public string? NiveauWaarom { get; set; }

    /// <summary>"ja" when it is meant that more is left than there was without safeguards.</summary>
    public string? Hoger { get; set; }

    /// <summary>The newest judgement of the same side that the person was looking at; empty when there was none.</summary>
    public string? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public string? Inzending { get; set; }

    public static JudgeForm Of(RiskJudgementRow? row, RiskScale scale) => new()
    {
        Kans = row is null ? null : scale.Levels[row.Likelihood],
        KansWaarom = row?.LikelihoodMotivation,
        Impact = row is null ? null : scale.Levels[row.Impact],
        ImpactWaarom = row?.ImpactMotivation,
        Niveau = row is null ? null : scale.Levels[row.Level],
        NiveauWaarom = row?.LevelMotivation,
        Gezien = row?.Id.ToString(),
        Inzending = Guid.CreateVersion7().ToString(),
    };

    /// <summary>The fields for the three levels, in the order in which one judges.</summary>
    public IReadOnlyList<LevelField> Fields(RiskScale scale) =>
    [
        new(LikelihoodField, Tr($"Hoe groot is de kans dat het gebeurt?"), Tr($"Kijk naar de antwoorden, de cijfers en de signalen van burgers.")) { Levels = scale.Levels, Chosen = Kans, Motivation = KansWaarom },
        new(ImpactField, Tr($"Hoe groot is de impact voor burgers als het gebeurt?"), Tr($"Denk aan geld, huis, gezin, vrijheid en vertrouwen.")) { Levels = scale.Levels, Chosen = Impact, Motivation = ImpactWaarom },
        new(LevelField, Tr($"Welk niveau heeft het risico?"), Tr($"De matrix geeft een voorstel. Kiest u een ander niveau, schrijf dan op waarom. {Texts.RiskTexts.LowOnlyWhen}"))
        {
            Levels = scale.Levels, Chosen = Niveau, Motivation = NiveauWaarom,
        },
    ];

    /// <summary>The judgement, once it was checked.</summary>
    public RiskVerdict VerdictOf(JudgedSide side, RiskScale scale) => new(Guid.TryParse(Inzending, out var id) && id != Guid.Empty ? id : Guid.CreateVersion7(), side, JudgementOf(scale))
    {
        LikelihoodMotivation = Text(KansWaarom),
        ImpactMotivation = Text(ImpactWaarom),
        LevelMotivation = Text(NiveauWaarom),
        MeansAboveInherent = Hoger == "ja",
        Seen = Guid.TryParse(Gezien, out var seen) ? seen : Guid.Empty,
    };

    /// <summary>Adds an error for everything that is missing or does not hold.</summary>
    public void Check(ModelStateDictionary state, RiskBounds bounds)
    {
        foreach (var field in Fields(bounds.Scale))
        {
            CheckMotivation(state, field);
            if (!field.Levels.Contains(field.Chosen ?? string.Empty))
            {
                state.AddModelError(field.Name, field.Name == LevelField ? LevelMissing(bounds.Scale) : Tr($"Kies een antwoord."));
            }
        }

        var judgement = JudgementOf(bounds.Scale);
        foreach (var objection in bounds.ObjectionsTo(judgement))
        {
            Add(state, objection, bounds);
        }
    }

    private void Add(ModelStateDictionary state, RiskObjection objection, RiskBounds bounds)
    {
        switch (objection)
        {
            case RiskObjection.BelowFloor:
                var gates = string.Join(", ", bounds.Floor.Gates.Select(gate => gate.Id));
                state.AddModelError(LevelField, Tr($"Een drempelregel is geraakt ({gates}). Het niveau is dan minstens ‘{Texts.RiskTexts.Level(bounds.Scale.Levels[bounds.Floor.Level])}’."));
                break;
            case RiskObjection.AboveInherent when Hoger != "ja":
                state.AddModelError(AboveField, Tr($"Het restrisico is hoger dan het risico zonder waarborgen. Klopt dat, leg het dan uit bij het niveau en vink dit aan."));
                break;
            case RiskObjection.AboveInherent or RiskObjection.NotOnScale:
                break;
        }
    }

    /// <summary>Without a script the proposal can only be told after the form was sent.</summary>
    private string LevelMissing(RiskScale scale)
    {
        var (likelihood, impact) = (IndexOf(scale, Kans), IndexOf(scale, Impact));
        return scale.Has(likelihood) && scale.Has(impact)
            ? Tr($"Kies een niveau. De matrix geeft ‘{Texts.RiskTexts.Level(scale.Levels[scale.Propose(likelihood, impact)])}’.")
            : Tr($"Kies een niveau.");
    }

    private RiskJudgement JudgementOf(RiskScale scale) => new(IndexOf(scale, Kans), IndexOf(scale, Impact), IndexOf(scale, Niveau));

    private static int IndexOf(RiskScale scale, string? level) => scale.Levels.ToList().IndexOf(level ?? string.Empty);

    private static void CheckMotivation(ModelStateDictionary state, LevelField field)
    {
        var length = Text(field.Motivation).Length;
        if (length is 0 or > TextLength)
        {
            state.AddModelError($"{field.Name}Waarom", length == 0 ? Tr($"Schrijf op waarom.") : Tr($"Maak deze tekst korter: hooguit {TextLength} tekens."));
        }
    }

    private static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}
