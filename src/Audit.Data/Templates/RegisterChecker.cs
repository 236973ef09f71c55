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
        problems.CheckUnique(register.Maps("grounds"), "discriminatiegrond");
        problems.CheckUnique(register.Maps("exceptions"), "wettelijke uitzondering");
        var sources = IdsOf(root.Maps("sources"));
        foreach (var norm in register.Maps("grounds").SelectMany(ground => ground.Maps("norms")).Concat(register.Maps("exceptions")))
        {
            problems.CheckKnown(norm.Find("source"), sources, "bron");
            problems.CheckPeriod(norm, "de regel");
        }

        var grounds = IdsOf(register.Maps("grounds"));
        foreach (var reference in register.Maps("exceptions").Concat(register.Maps("fills")).SelectMany(map => map.List("grounds")))
        {
            problems.CheckKnown(reference, grounds, "discriminatiegrond");
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
            problems.CheckKnown(component, components, "onderdeel");
        }

        if (fill.Text("question") is not { } id || !taskQuestions.TryGetValue(id, out var question))
        {
            problems.CheckKnown(fill.Find("question"), new HashSet<string>(), "vraag over een taak");
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
            problems.Error(fill.Find("question")!.Line, $"vraag '{id}' kan niet uit het register worden gevuld: elk antwoord van schaal '{scale.Text("id")}' moet 'value' hebben");
        }

        var options = IdsOf(scale.Maps("options"));
        foreach (var option in fill.Maps("options"))
        {
            problems.CheckKnown(option.Find("option"), options, $"bij vraag '{id}': antwoord");
        }
    }
}
