using Audit.Core.Assessments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks what the shape of an instrument cannot say: unique ids, references, scales that fit, conditions without a circle.</summary>
/// <remarks>Works on trees with errors too, so that an author sees everything at once.</remarks>
internal sealed class InstrumentChecker
{
    private const int LongestCircleShown = 10;

    private readonly MapNode root;
    private readonly ProblemList problems;
    private readonly Dictionary<string, MapNode> scales = [];
    private readonly Dictionary<string, MapNode> questions = [];
    private readonly HashSet<string> bodyQuestions = [];
    private readonly HashSet<string> sources;
    private readonly HashSet<string> themes;

    private InstrumentChecker(MapNode root, ProblemList problems)
    {
        this.root = root;
        this.problems = problems;
        sources = IdsOf("sources");
        themes = IdsOf("themes");
    }

    public static void Check(MapNode root, ProblemList problems) => new InstrumentChecker(root, problems).CheckAll();

    private IEnumerable<MapNode> Parts => root.Maps("crossCutting").Concat(root.Maps("components"));

    private HashSet<string> IdsOf(string list) => [.. root.Maps(list).Select(map => map.Text("id")).OfType<string>()];

    private void CheckAll()
    {
        problems.CheckUnique(root.Maps("sources"), Nouns.Source);
        problems.CheckUnique(root.Maps("themes"), Nouns.Theme);
        problems.CheckUnique(root.Maps("scales"), Nouns.Scale);
        problems.CheckUnique(root.Maps("gates"), Nouns.Gate);
        problems.CheckUnique(Parts, Nouns.Component);
        CheckScales();
        CollectQuestions();
        foreach (var question in AllQuestions())
        {
            CheckQuestion(question);
        }

        foreach (var gate in root.Maps("gates"))
        {
            CheckGate(gate);
        }

        new RegisterChecker(root, questions.Where(pair => !bodyQuestions.Contains(pair.Key)).ToDictionary(), scales, problems).Check();
        CheckSessions();
        CheckCircles();
    }

    private void CheckSessions()
    {
        problems.CheckUnique(root.Maps("sessions"), Nouns.Session);
        foreach (var session in root.Maps("sessions"))
        {
            problems.CheckUnique(session.Maps("assignments"), Nouns.Assignment);
            CheckSources(session.List("sources"));
        }
    }

    private void CheckSources(IEnumerable<Node> references)
    {
        foreach (var source in references)
        {
            problems.CheckKnown(source, sources, Nouns.Source);
        }
    }

    private IEnumerable<MapNode> AllQuestions() => Parts.SelectMany(part => part.Maps("questions")).Concat(root.Maps("severity"));

    private void CheckScales()
    {
        foreach (var scale in root.Maps("scales"))
        {
            if (scale.Text("id") is { } id)
            {
                scales.TryAdd(id, scale);
            }

            problems.CheckUnique(scale.Maps("options"), Nouns.Answer);
            foreach (var option in scale.Maps("options"))
            {
                if (option.Text("id") is Answer.Unknown or Answer.NotApplicable)
                {
                    problems.Error(option.Find("id")!.Line, Sentence.Of($"'{option.Text("id")}' is voorbehouden en mag geen antwoord van een schaal zijn"));
                }
            }
        }
    }

    private void CollectQuestions()
    {
        problems.CheckUnique(AllQuestions(), Nouns.Question);
        foreach (var question in AllQuestions())
        {
            if (question.Text("id") is { } id)
            {
                questions.TryAdd(id, question);
            }
        }

        bodyQuestions.UnionWith(root.Maps("crossCutting").SelectMany(part => part.Maps("questions")).Select(question => question.Text("id")).OfType<string>());
    }

    private void CheckQuestion(MapNode question)
    {
        CheckScaleOf(question);
        CheckSources(question.List("sources"));

        if (themes.Count > 0)
        {
            problems.CheckKnown(question.Find("theme"), themes, Nouns.Theme);
        }

        CheckCondition(question.Find("when"), forBody: bodyQuestions.Contains(question.Text("id") ?? string.Empty));
    }

    private void CheckScaleOf(MapNode question)
    {
        if (question.Text("scale") is not { } name)
        {
            return;
        }

        if (!scales.TryGetValue(name, out var scale))
        {
            problems.CheckKnown(question.Find("scale"), new HashSet<string>(), Nouns.Scale);
            return;
        }

        var field = root.Maps("severity").Contains(question) ? "level" : question.Text("kind") is "exposure" or "safeguard" ? "value" : null;
        if (field is not null && scale.Maps("options").Any(option => option.Find(field) is null))
        {
            problems.Error(question.Find("scale")!.Line, Sentence.Of($"schaal '{name}' past niet bij vraag '{question.Text("id")}': elk antwoord moet '{field}' hebben"));
        }
    }

    private void CheckGate(MapNode gate)
    {
        if (gate.Find("floor") is null && gate.Find("blocks") is null)
        {
            problems.Error(gate.Line, Sentence.Of($"drempelregel '{gate.Text("id")}' heeft 'floor' of 'blocks' nodig"));
        }

        problems.CheckPeriod(gate, static gate => Sentence.Of($"drempelregel '{gate.Text("id")}'"));
        CheckSources(gate.List("sources"));

        CheckCondition(gate.Find("when"), forBody: false);
    }

    private void CheckCondition(Node? node, bool forBody)
    {
        if (node is not MapNode condition)
        {
            return;
        }

        CheckCondition(condition.Find("not"), forBody);
        foreach (var part in condition.List("all").Concat(condition.List("any")))
        {
            CheckCondition(part, forBody);
        }

        if (condition.Text("question") is not { } id)
        {
            return;
        }

        if (!questions.TryGetValue(id, out var question))
        {
            problems.CheckKnown(condition.Find("question"), new HashSet<string>(), Nouns.Question);
            return;
        }

        if (forBody && !bodyQuestions.Contains(id))
        {
            problems.Error(condition.Line, Sentence.Of($"een vraag die één keer voor de organisatie geldt, kan niet afhangen van vraag '{id}' over een taak"));
        }

        if (scales.TryGetValue(question.Text("scale") ?? string.Empty, out var scale))
        {
            var options = scale.Maps("options").Select(option => option.Text("id")).OfType<string>().ToHashSet();
            foreach (var option in condition.List("in"))
            {
                problems.CheckAnswer(option, options, (Nouns.Question, id));
            }
        }
    }

    private void CheckCircles()
    {
        var done = new HashSet<string>();
        foreach (var id in questions.Keys)
        {
            Follow(id, []);
        }

        void Follow(string id, List<string> path)
        {
            if (path.Contains(id))
            {
                var circle = path[path.IndexOf(id)..];
                var shown = circle.Count <= LongestCircleShown ? circle : [.. circle.Take(LongestCircleShown), "…"];
                problems.Error(questions[id].Line, Sentence.Of($"de voorwaarden lopen in een kring: {string.Join(" → ", [.. shown, id])}"));
                return;
            }

            if (!done.Add(id))
            {
                return;
            }

            path.Add(id);
            foreach (var next in QuestionsIn(questions[id].Find("when")).Where(questions.ContainsKey))
            {
                Follow(next, path);
            }

            path.RemoveAt(path.Count - 1);
        }
    }

    private static IEnumerable<string> QuestionsIn(Node? node)
    {
        if (node is not MapNode condition)
        {
            return [];
        }

        var nested = condition.List("all").Concat(condition.List("any")).Append(condition.Find("not"));
        return nested.SelectMany(QuestionsIn).Concat(condition.Text("question") is { } id ? [id] : []);
    }
}
