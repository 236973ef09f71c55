using System.Text.Json.Nodes;
using Audit.Core.Assessments;
using Audit.Data.Templates;

namespace Audit.Data.Results;

/// <summary>Writes an assessment as an answers file (which YAML readers accept as it is).</summary>
public static class AnswersJson
{
    public static JsonObject Of(Assessment assessment)
    {
        var json = new JsonObject
        {
            ["schema"] = Formats.AnswersSchema,
            ["instrument"] = new JsonObject { ["id"] = assessment.InstrumentId, ["version"] = assessment.InstrumentVersion },
            ["organisation"] = Compact(("name", assessment.Organisation.Name), ("id", assessment.Organisation.Id)),
            ["tasks"] = new JsonArray([.. assessment.Tasks.Select(task => new JsonObject
            {
                ["id"] = task.Id,
                ["name"] = task.Name,
                ["answers"] = Of(task.Answers),
            })]),
            ["crossCutting"] = new JsonObject { ["answers"] = Of(assessment.CrossCutting) },
        };
        if (assessment.Date is { } date)
        {
            json["date"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return json;
    }

    private static JsonObject Of(IReadOnlyDictionary<string, Answer> answers) =>
        new(answers.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)Of(pair.Value))));

    private static JsonObject Of(Answer answer) => Compact(
        ("value", answer.Value),
        ("evidence", answer.Evidence?.ToString()),
        ("motivation", answer.Motivation),
        ("source", answer.Source),
        ("by", answer.By),
        ("at", answer.At));

    private static JsonObject Compact(params (string Name, string? Value)[] fields) =>
        new(fields.Where(field => !string.IsNullOrWhiteSpace(field.Value)).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)JsonValue.Create(field.Value))));
}
