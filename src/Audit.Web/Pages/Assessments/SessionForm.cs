using System.Globalization;
using Audit.Core.Instruments;
using Audit.Web.Texts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Assessments;

/// <summary>What stands in the fields of a session.</summary>
/// <param name="Notes">Notes.</param>
/// <param name="Decisions">Decisions.</param>
/// <param name="Attendance">Numbers as typed, by role.</param>
/// <param name="Ticked">Positions of the ticked items of the checklist.</param>
public sealed record SessionForm(string Notes, string Decisions, IReadOnlyDictionary<string, string> Attendance, IReadOnlyCollection<int> Ticked)
{
    public const string NotesField = "notities";
    public const string DecisionsField = "besluiten";
    public const string TickField = "geregeld";

    private const int Most = 999;

    public static string AttendanceField(string role) => $"aanwezig-{role}";

    /// <summary>The record as fields; a step without a script has notes only.</summary>
    public StepRecord ToRecord(WorkSessionScript? script, StepRecord stored) => script is null
        ? stored with { Text = Notes }
        : new StepRecord(Notes)
        {
            Decisions = Decisions,
            Attendance = Attendance.Where(pair => pair.Value.Length > 0).ToDictionary(pair => pair.Key, pair => NumberOf(pair.Value) ?? 0),
            Checklist = [.. Ticked.Where(position => position < script.Checklist.Count)],
        };

    public static SessionForm Of(StepRecord record) => new(
        record.Text,
        record.Decisions,
        AttendanceTexts.All.ToDictionary(
            role => role.Role, role => record.Attendance.TryGetValue(role.Role, out var number) ? number.ToString(CultureInfo.InvariantCulture) : string.Empty),
        record.Checklist.ToHashSet());

    public static SessionForm Read(IFormCollection form) => new(
        Text(form, NotesField),
        Text(form, DecisionsField),
        AttendanceTexts.All.ToDictionary(role => role.Role, role => Text(form, AttendanceField(role.Role))),
        form[TickField].Select(value => NumberOf(value ?? string.Empty)).OfType<int>().ToHashSet());

    /// <summary>Adds an error for every number that is none.</summary>
    public void Check(ModelStateDictionary state)
    {
        foreach (var (role, label) in AttendanceTexts.All.Where(role => Attendance[role.Role].Length > 0 && NumberOf(Attendance[role.Role]) is null))
        {
            state.AddModelError(AttendanceField(role), Tr($"{label}: vul een heel getal in van 0 tot en met {Most}, of laat het veld leeg."));
        }
    }

    private static int? NumberOf(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most ? number : null;

    private static string Text(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
