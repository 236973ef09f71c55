using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Lint;

/// <summary>Warns an author about content that is valid and yet works out badly. Older versions of an instrument do not change any more and are left alone.</summary>
public static class ContentLint
{
    /// <summary>Every warning about the newest instruments, the measures, the survey items and the glossary of a set.</summary>
    public static IEnumerable<Problem> Check(TemplateSet set)
    {
        var instruments = set.NewestInstruments.SelectMany(template => ProblemsIn(template.Path, problems =>
        {
            var meant = set.Catalogues.Where(catalogue => catalogue.Value.InstrumentId is null || catalogue.Value.InstrumentId == template.Value.Id).ToList();
            WordingLint.CheckInstrument(template.Root, problems);
            QuestionLint.Check(template, meant, problems);
            RegisterLint.Check(template, problems);
        }));
        var measures = set.Catalogues.SelectMany(catalogue => ProblemsIn(catalogue.Path, problems =>
        {
            WordingLint.CheckLengths(catalogue.Root.Maps("measures"), problems);
            MeasureLint.Check(catalogue, [.. set.NewestInstruments.Select(template => template.Value)], problems);
        }));
        var texts = set.Surveys.Select(survey => (survey.Path, survey.Root)).Concat(set.Glossaries.Select(glossary => (glossary.Path, glossary.Root)))
            .SelectMany(file => ProblemsIn(file.Path, problems => WordingLint.CheckLengths([file.Root], problems)));
        return instruments.Concat(measures).Concat(texts);
    }

    private static IEnumerable<Problem> ProblemsIn(string path, Action<ProblemList> check)
    {
        var problems = new ProblemList(path);
        check(problems);
        return problems.All.OrderBy(problem => problem.Line);
    }
}
