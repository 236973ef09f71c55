using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks the section <c>register</c> of an instrument: its grounds, exceptions and the questions that it fills.</summary>
/// <param name="root">The instrument.</param>
/// <param name="taskQuestions">Questions about a task, by id.</param>
/// <param name="scales">Scales, by id.</param>
/// <param name="problems">Receives the errors.</param>
internal sealed class RegisterChecker(
    MapNode root, IReadOnlyDictionary<string, MapNode> taskQuestions, IReadOnlyDictionary<string, MapNode> scales, ProblemList problems)
{
    private readonly MapNode? register = root.Map("register");

    public void Check()
    {
        problems.CheckUnique(register.Maps("grounds"), Nouns.Ground);
        problems.CheckUnique(register.Maps("exceptions"), Nouns.Exception);
        var sources = IdsOf(root.Maps("sources"));
        foreach (var norm in register.Maps("grounds").SelectMany(ground => ground.Maps("norms")).Concat(register.Maps("exceptions")))
        {
            problems.CheckKnown(norm.Find("source"), sources, Nouns.Source);
            problems.CheckPeriod(norm, static _ => Sentence.Of($"de regel"));
        }

        var grounds = IdsOf(register.Maps("grounds"));
        foreach (var reference in register.Maps("exceptions").Concat(register.Maps("fills")).SelectMany(map => map.List("grounds")))
        {
            problems.CheckKnown(reference, grounds, Nouns.Ground);
        }

        var components = IdsOf(root.Maps("components"));
        foreach (var fill in register.Maps("fills"))
        {
            CheckFill(fill, components);
        }
    }

    private static HashSet<string> IdsOf(IEnumerable<MapNode> maps) => [.. maps.Select(map => map.Text("id")).OfType<string>()];

    private void CheckFill(MapNode fill, HashSet<string> components)
    {
        foreach (var component in fill.List("components"))
        {
            problems.CheckKnown(component, components, Nouns.Component);
        }

        if (fill.Text("question") is not { } id || !taskQuestions.TryGetValue(id, out var question))
        {
            problems.CheckKnown(fill.Find("question"), new HashSet<string>(), Nouns.TaskQuestion);
            return;
        }

        if (scales.TryGetValue(question.Text("scale") ?? string.Empty, out var scale))
        {
            CheckOptions(fill, id, scale);
        }
    }

    private void CheckOptions(MapNode fill, string id, MapNode scale)
    {
        if (scale.Maps("options").Any(option => option.Find("value") is null))
        {
            problems.Error(fill.Find("question")!.Line, Sentence.Of($"vraag '{id}' kan niet uit het register worden gevuld: elk antwoord van schaal '{scale.Text("id")}' moet 'value' hebben"));
        }

        var options = IdsOf(scale.Maps("options"));
        foreach (var option in fill.Maps("options"))
        {
            problems.CheckAnswer(option.Find("option"), options, (Nouns.Question, id));
        }
    }
}
