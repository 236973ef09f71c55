using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates;

/// <summary>Checks and makes the legal vocabulary of an instrument and the distinctions of a task.</summary>
internal static class RegisterReader
{
    public static DistinctionRegister Read(MapNode map) => new(
        [.. map.Maps("grounds").Select(GroundOf)],
        [.. map.Maps("exceptions").Select(ExceptionOf)],
        [.. map.Maps("fills").Select(FillOf)])
    {
        Markers = map.LocalizedList("markers"),
        Proxies = map.LocalizedList("proxies"),
    };

    /// <summary>A distinction of an answers file.</summary>
    public static Distinction DistinctionOf(MapNode map) => new(
        map.Text("id")!, map.Text("criterion")!, map.Text("component")!, map.Words("grounds"), KindOf(map.Text("kind")!))
    {
        Exception = map.Text("exception") ?? Distinction.UnknownException,
        Prescribed = FindingOf(map.Text("prescribed")),
        Justification = new(StepOf(map, "aim"), StepOf(map, "suitable"), StepOf(map, "necessary"), StepOf(map, "proportionate")),
        StatedVerdict = map.Text("verdict") is { } verdict ? VerdictOf(verdict) : null,
        Motivation = map.Text("motivation"),
        Source = map.Text("source"),
        By = map.Text("by"),
        At = map.Text("at"),
    };

    /// <summary>Whether the distinctions of a task fit the instrument.</summary>
    public static void CheckAgainst(MapNode task, Instrument instrument, ProblemList problems)
    {
        var components = instrument.Components.Select(component => component.Id).ToHashSet();
        var grounds = instrument.Register.Grounds.Select(ground => ground.Id).ToHashSet();
        var exceptions = instrument.Register.Exceptions.Select(exception => exception.Id).Append(Distinction.NoException).Append(Distinction.UnknownException).ToHashSet();
        foreach (var distinction in task.Maps("distinctions"))
        {
            if (grounds.Count == 0)
            {
                problems.Error(distinction.Line, Sentence.Of($"instrument '{instrument.Id}' {instrument.Version} kent geen onderscheidregister"));
                continue;
            }

            problems.CheckKnown(distinction.Find("component"), components, Nouns.Component);
            problems.CheckKnown(distinction.Find("exception"), exceptions, Nouns.Exception);
            foreach (var ground in distinction.List("grounds"))
            {
                problems.CheckKnown(ground, grounds, Nouns.Ground);
            }

            CheckVerdict(distinction, instrument, problems);
        }
    }

    /// <summary>What can be checked of distinctions without the instrument.</summary>
    public static void Check(MapNode task, ProblemList problems)
    {
        problems.CheckUnique(task.Maps("distinctions"), Nouns.Distinction);
        foreach (var distinction in task.Maps("distinctions"))
        {
            if (distinction.List("grounds").Any() is false && distinction.Text("kind") is not ("none" or "unknown"))
            {
                problems.Error(distinction.Find("grounds")?.Line ?? distinction.Line, Sentence.Of($"onderscheid '{distinction.Text("id")}': noem minstens één discriminatiegrond in 'grounds'"));
            }
        }
    }

    /// <summary>A team may judge more severely than the test, never more mildly.</summary>
    private static void CheckVerdict(MapNode map, Instrument instrument, ProblemList problems)
    {
        if (map.Find("verdict") is not ScalarNode stated || !Formats.DistinctionVerdicts.Contains(stated.Text) || map.Text("kind") is not { } kind || !Formats.DistinctionKinds.Contains(kind))
        {
            return;
        }

        var tested = DistinctionTest.TestedVerdictOf(DistinctionOf(map), instrument.Register, null);
        if (VerdictOf(stated.Text) < tested)
        {
            problems.Error(stated.Line, Sentence.Of($"onderscheid '{map.Text("id")}': de toets geeft '{Formats.DistinctionVerdicts[(int)tested]}'; een milder oordeel kan niet"));
        }
    }

    private static Ground GroundOf(MapNode map) => new(
        map.Text("id")!,
        map.Localized("title"),
        map.Text("directNeeds") == "justification" ? DirectTest.ObjectiveJustification : DirectTest.StatutoryException,
        [.. map.Maps("norms").Select(NormOf)])
    {
        Help = map.LocalizedOrNull("help"),
    };

    private static LegalNorm NormOf(MapNode map) => new(map.Text("source")!, map.Text("article")!, map.LocalizedOrNull("note"))
    {
        ValidFrom = map.Date("validFrom"),
        ValidUntil = map.Date("validUntil"),
    };

    private static StatutoryException ExceptionOf(MapNode map) => new(map.Text("id")!, map.Localized("title"), NormOf(map), map.Words("grounds"))
    {
        Help = map.LocalizedOrNull("help"),
    };

    private static RegisterFill FillOf(MapNode map) => new(
        map.Text("question")!,
        map.Words("grounds"),
        map.Words("components"),
        [.. map.Maps("options").Select(option => new RegisterOption(
            option.Text("option")!, [.. option.Words("kinds").Select(KindOf)], [.. option.Words("verdicts").Select(VerdictOf)]))]);

    private static TestStep StepOf(MapNode map, string name) => map.Find(name) is MapNode full
        ? new(FindingOf(full.Text("value")), full.Text("motivation"))
        : new(FindingOf(map.Text(name)));

    private static TestFinding FindingOf(string? word) => word is null ? TestFinding.Unknown : (TestFinding)Math.Max(0, Formats.TestFindings.ToList().IndexOf(word));

    private static DistinctionKind KindOf(string word) => (DistinctionKind)Formats.DistinctionKinds.ToList().IndexOf(word);

    private static DistinctionVerdict VerdictOf(string word) => (DistinctionVerdict)Formats.DistinctionVerdicts.ToList().IndexOf(word);
}
