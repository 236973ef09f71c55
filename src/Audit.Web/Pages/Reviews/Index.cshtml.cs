using Audit.Data.Database;
using Audit.Data.Templates;
using Audit.Web.Access;
using Audit.Web.Pages.Results;
using Audit.Workflows.Cases;
using Audit.Workflows.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace Audit.Web.Pages.Reviews;

/// <summary>What is shown of the review: all of it, or one state.</summary>
/// <param name="Value">In the address; empty for all.</param>
/// <param name="Name">What the user reads.</param>
/// <param name="Shows">Whether an item belongs to it.</param>
public sealed record ItemFilter(string Value, string Name, Func<ReviewItemStatus, bool> Shows);

/// <summary>The items of one task, or of the whole body.</summary>
/// <param name="Name">What the user reads.</param>
/// <param name="Task">The task with its class; null for the body and for tasks that were dropped.</param>
/// <param name="Items">Its items.</param>
public sealed record ItemGroup(string Name, TaskView? Task, IReadOnlyList<ItemView> Items);

/// <summary>The review file: everything that was put to the team, per task, with its state.</summary>
[ShowsAnswers]
public sealed class IndexModel(CaseAccess access, ContentStore contents) : ReviewPage(access)
{
    public static IReadOnlyList<ItemFilter> Filters =>
    [
        new(string.Empty, Tr($"Alles"), _ => true),
        new("open", Tr($"Open"), status => status is ReviewItemStatus.Open),
        new("beantwoord", Tr($"Beantwoord"), status => status is ReviewItemStatus.Answered),
        new("afgehandeld", Tr($"Afgehandeld"), status => !status.IsUnsettled()),
    ];

    public CaseReport Report { get; private set; } = null!;

    /// <summary>Every item, oldest first.</summary>
    public IReadOnlyList<ItemView> All { get; private set; } = [];

    public IReadOnlyList<ItemGroup> Groups { get; private set; } = [];

    public ItemFilter Filter { get; private set; } = Filters[0];

    public SignOffs SignOffs { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, string? status)
    {
        if (!await FindAsync(id) || await CaseReading.FindAsync(Access, contents, id) is not { } reading)
        {
            return NotFound();
        }

        Report = reading.Report;
        Filter = Filters.FirstOrDefault(filter => filter.Value == status) ?? Filters[0];
        All = await Access.ReadAsync(db => ItemView.AllAsync(db, View, Access.User.NowUtc));
        SignOffs = await Access.ReadAsync(db => SignOffs.ReadAsync(db, Report));
        Groups = GroupsOf([.. All.Where(item => Filter.Shows(item.Row.Status))]);
        return Page();
    }

    private List<ItemGroup> GroupsOf(List<ItemView> items)
    {
        var tasks = TaskView.AllOf(Report).Select(task => new ItemGroup(task.Task.Name, task, [.. items.Where(item => item.Row.TaskKey == task.Task.Id)])).ToList();
        var others = items.Where(item => tasks.TrueForAll(group => group.Task!.Task.Id != item.Row.TaskKey))
            .GroupBy(item => item.TaskName)
            .Select(group => new ItemGroup(group.Key, null, [.. group]));
        return [.. tasks, .. others];
    }
}
