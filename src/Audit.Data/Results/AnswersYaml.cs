using Audit.Core.Assessments;
using Audit.Data.Templates;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Results;

/// <summary>Writes an assessment as an answers file in YAML, as <c>audit score</c> reads it.</summary>
public static class AnswersYaml
{
    public static string Of(Assessment assessment)
    {
        var problems = new ProblemList("answers");
        var root = DocumentReader.Read(AnswersJson.Of(assessment).ToJsonString(), problems)
            ?? throw new InvalidOperationException(problems.All[0].ToString());
        return YamlWriter.Write(root, Formats.Answers);
    }
}
