using System.Text.Json;
using Audit.Data.Database;
using Audit.Web.Texts;

namespace Audit.Web.Pages.Assessments;

/// <summary>What was recorded for a step. Two records are the same when they say the same.</summary>
/// <param name="Text">Notes; empty when there are none.</param>
public sealed record StepRecord(string Text)
{
    /// <summary>What was decided; empty when nothing was recorded.</summary>
    public string Decisions { get; init; } = string.Empty;

    /// <summary>Numbers present per role; null when not recorded.</summary>
    public string? AttendanceJson { get; private init; }

    /// <summary>Positions of the ticked items of the checklist; null when none.</summary>
    public string? ChecklistJson { get; private init; }

    /// <summary>Numbers present by role, in the order of the roles; a role that is missing was not recorded.</summary>
    public IReadOnlyDictionary<string, int> Attendance
    {
        get => JsonSerializer.Deserialize<Dictionary<string, int>>(AttendanceJson ?? "{}")!;
        init => AttendanceJson = value.Count == 0
            ? null
            : JsonSerializer.Serialize(AttendanceTexts.All.Where(role => value.ContainsKey(role.Role)).ToDictionary(role => role.Role, role => value[role.Role]));
    }

    /// <summary>Positions of the ticked items of the checklist, from 0.</summary>
    public IReadOnlyList<int> Checklist
    {
        get => ChecklistJson is null ? [] : JsonSerializer.Deserialize<List<int>>(ChecklistJson)!;
        init => ChecklistJson = value.Count == 0 ? null : JsonSerializer.Serialize(value.Distinct().Order());
    }

    public static StepRecord Of(StepNoteRow? row) => new(row?.Text ?? string.Empty)
    {
        Decisions = row?.Decisions ?? string.Empty,
        AttendanceJson = row?.AttendanceJson,
        ChecklistJson = row?.ChecklistJson,
    };

    /// <summary>The record as the trail keeps it; null when nothing was recorded. Notes alone are kept as they are.</summary>
    public string? Describe()
    {
        (string Name, string? Value)[] parts = [("besluiten", Decisions.Length == 0 ? null : Decisions), ("aanwezig", AttendanceJson), ("checklist", ChecklistJson)];
        var further = parts.Where(part => part.Value is not null).Select(part => $"{part.Name}: {part.Value}").ToList();
        return further.Count > 0 ? string.Join('\n', further.Prepend($"notities: {Text}")) : Text.Length > 0 ? Text : null;
    }

    internal void WriteTo(StepNoteRow row)
    {
        row.Text = Text;
        row.Decisions = Decisions.Length == 0 ? null : Decisions;
        row.AttendanceJson = AttendanceJson;
        row.ChecklistJson = ChecklistJson;
    }
}
