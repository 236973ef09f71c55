using System.Security.Cryptography;
using System.Text;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Assessments;

/// <summary>One row of the form: a task, or an empty line for one.</summary>
public sealed class TaskInput
{
    public string? Key { get; set; }

    public string? Name { get; set; }

    public string? Reason { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Reason);
}

/// <summary>What the form for choosing tasks sends.</summary>
public sealed class TasksForm
{
    private const int NameLength = 300;
    private const int ReasonLength = 4000;

    public List<TaskInput> Taken { get; set; } = [];

    /// <summary>Button: rij, opslaan or vaststellen.</summary>
    public string? Actie { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public Guid Inzending { get; set; } = Guid.NewGuid();

    /// <summary>Mark of the list that the person was looking at.</summary>
    public string? Gezien { get; set; }

    public static TasksForm Of(IReadOnlyList<PublicTaskRow> rows)
    {
        var form = new TasksForm { Taken = [.. rows.Select(row => new TaskInput { Key = row.Key, Name = row.Name, Reason = row.Reason })], Gezien = MarkOf(rows) };
        if (rows.Count == 0)
        {
            form.AddRow();
        }

        return form;
    }

    /// <summary>A short mark that changes whenever the list changes.</summary>
    public static string MarkOf(IEnumerable<PublicTaskRow> rows)
    {
        var text = string.Join('\n', rows.Select(row => $"{row.Key}\t{row.Name}\t{row.Reason}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
    }

    public static string Field(int index, string name) => $"Taken[{index}].{name}";

    /// <summary>The rows that hold a task; a row without a name is refused before.</summary>
    public IReadOnlyList<ChosenTask> ToChosen() =>
        [.. Taken.Where(row => !row.IsEmpty).Select(row => new ChosenTask(row.Key ?? string.Empty, row.Name?.Trim() ?? string.Empty, row.Reason?.ReplaceLineEndings("\n").Trim()))];

    public void AddRow() => Taken.Add(new());

    /// <summary>Keeps only keys that this case knows; a foreign key would make a task under a chosen name.</summary>
    public void TrustKeys(IReadOnlyList<PublicTaskRow> rows)
    {
        foreach (var row in Taken.Where(row => rows.All(known => known.Key != row.Key)))
        {
            row.Key = null;
        }
    }

    public void Check(ModelStateDictionary state)
    {
        for (var i = 0; i < Taken.Count; i++)
        {
            var row = Taken[i];
            if (string.IsNullOrWhiteSpace(row.Name) && !row.IsEmpty)
            {
                state.AddModelError(Field(i, nameof(row.Name)), Tr($"Taak {i + 1}: vul een naam in, of maak ook de reden leeg."));
            }
            else if (row.Name?.Length > NameLength)
            {
                state.AddModelError(Field(i, nameof(row.Name)), Tr($"Taak {i + 1}: maak de naam korter, hooguit {NameLength} tekens."));
            }

            if (row.Reason?.Length > ReasonLength)
            {
                state.AddModelError(Field(i, nameof(row.Reason)), Tr($"Taak {i + 1}: maak de reden korter, hooguit {ReasonLength} tekens."));
            }
        }
    }
}
