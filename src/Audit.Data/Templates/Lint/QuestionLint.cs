using System.Globalization;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Lint;

/// <summary>Warns about questions without help or source, that are never asked, that no measure addresses or that weigh too much, and about gates that never fire.</summary>
internal sealed class QuestionLint
{
    /// <summary>Largest share of a component's weights that one question should have. Source: own choice.</summary>
    private const double MostShare = 0.25;

    private readonly Template<Instrument> template;
    private readonly ProblemList problems;
    private readonly Dictionary<string, MapNode> maps;
    private readonly Satisfiability conditions;

    private QuestionLint(Template<Instrument> template, ProblemList problems)
    {
        this.template = template;
        this.problems = problems;
        maps = WordingLint.Questions(template.Root).ToDictionary(map => map.Text("id")!);
        conditions = new(template.Value);
    }

    /// <param name="template">The instrument.</param>
    /// <param name="catalogues">The measures meant for it; none = nothing is said about measures.</param>
    /// <param name="problems">Receives the warnings.</param>
    public static void Check(Template<Instrument> template, IReadOnlyList<Template<MeasureCatalogue>> catalogues, ProblemList problems)
    {
        var lint = new QuestionLint(template, problems);
        foreach (var question in template.Value.AllQuestions)
        {
            lint.CheckGuidance(question);
            lint.CheckReach(question);
        }

        foreach (var component in template.Value.Components)
        {
            lint.CheckWeights(component);
        }

        lint.CheckGates();
        if (catalogues.Count > 0)
        {
            lint.CheckMeasures(catalogues);
        }
    }

    private void CheckGuidance(Question question)
    {
        if (question.Guidance.Help is null)
        {
            Warn(question, Sentence.Of($"heeft geen uitleg ('help')"));
        }

        if (question.Sources.Count == 0)
        {
            Warn(question, Sentence.Of($"noemt geen bron ('sources')"));
        }
    }

    private void CheckReach(Question question)
    {
        if (!conditions.CanBeAsked(question))
        {
            Warn(question, Sentence.Of($"wordt nooit gesteld: de voorwaarde in 'when' kan niet waar worden"));
        }
    }

    private void CheckWeights(InstrumentComponent component)
    {
        var scored = component.Questions.Where(IsScored).ToList();
        var total = scored.Sum(question => question.Weight);
        foreach (var question in scored.Where(question => question.Weight > scored.Min(other => other.Weight) && question.Weight / total > MostShare))
        {
            var share = (question.Weight / total).ToString("P0", CultureInfo.GetCultureInfo("nl-NL"));
            Warn(question, Sentence.Of($"weegt {share} van onderdeel '{component.Id}'; meer dan 25% is te veel voor één vraag"));
        }
    }

    private void CheckGates()
    {
        var gates = template.Root.Maps("gates").ToDictionary(map => map.Text("id")!);
        foreach (var gate in template.Value.Gates.Where(gate => !conditions.CanHold(gate.When)))
        {
            problems.Warning(gates[gate.Id].Line, Sentence.Of($"drempelregel '{gate.Id}' kan nooit afgaan: de voorwaarde in 'when' kan niet waar worden"));
        }
    }

    private void CheckMeasures(IReadOnlyList<Template<MeasureCatalogue>> catalogues)
    {
        var addressed = catalogues.SelectMany(catalogue => catalogue.Value.Measures).SelectMany(measure => measure.Effects).Select(effect => effect.QuestionId).ToHashSet();
        foreach (var question in template.Value.AllQuestions.Where(question => IsScored(question) && !addressed.Contains(question.Id)))
        {
            Warn(question, Sentence.Of($"wordt door geen enkele maatregel aangepakt"));
        }
    }

    private static bool IsScored(Question question) => question.Kind is QuestionKind.Exposure or QuestionKind.Safeguard;

    private void Warn(Question question, Sentence what) => problems.Warning(maps[question.Id].Line, Sentence.Of($"vraag '{question.Id}' {what}"));
}
