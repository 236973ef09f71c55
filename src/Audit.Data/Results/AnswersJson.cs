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
            ["tasks"] = new JsonArray([.. assessment.Tasks.Select(Of)]),
            ["crossCutting"] = new JsonObject { ["answers"] = Of(assessment.CrossCutting) },
        };
        if (assessment.Date is { } date)
        {
            json["date"] = date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        }

        return json;
    }

    /// <summary>One distinction, as in an answers file.</summary>
    public static JsonObject Of(Distinction distinction)
    {
        var json = Compact(
            ("id", distinction.Id),
            ("criterion", distinction.Criterion),
            ("component", distinction.ComponentId),
            ("kind", Formats.DistinctionKinds[(int)distinction.Kind]),
            ("prescribed", Formats.TestFindings[(int)distinction.Prescribed]),
            ("exception", distinction.Exception),
            ("verdict", distinction.StatedVerdict is { } verdict ? Formats.DistinctionVerdicts[(int)verdict] : null),
            ("motivation", distinction.Motivation),
            ("source", distinction.Source),
            ("by", distinction.By),
            ("at", distinction.At));
        json["grounds"] = new JsonArray([.. distinction.GroundIds.Select(id => JsonValue.Create(id))]);
        var justification = distinction.Justification;
        (string Name, TestStep Step)[] steps =
            [("aim", justification.Aim), ("suitable", justification.Suitable), ("necessary", justification.Necessary), ("proportionate", justification.Proportionate)];
        foreach (var (name, step) in steps)
        {
            json[name] = Compact(("value", Formats.TestFindings[(int)step.Finding]), ("motivation", step.Motivation));
        }

        return json;
    }

    private static JsonObject Of(PublicTask task)
    {
        var json = new JsonObject { ["id"] = task.Id, ["name"] = task.Name, ["answers"] = Of(task.Answers) };
        if (task.Distinctions.Count > 0)
        {
            json["distinctions"] = new JsonArray([.. task.Distinctions.Select(Of)]);
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
