using Audit.Data.Templates.Documents;

namespace Audit.Data.Excel.Authoring.Reading;

/// <summary>What is found wrong, cell by cell; every cell has a line number, so that checks of files can speak about cells.</summary>
internal sealed class Findings
{
    private readonly List<Place> places = [];
    private readonly Dictionary<Place, int> lines = [];
    private readonly List<(int Line, Sentence Message, bool IsWarning)> found = [];
    private readonly List<WorkbookProblem> wide = [];
    private readonly HashSet<int> faulty = [];

    /// <summary>Whether a whole sheet is missing, so that references into it say nothing.</summary>
    public bool IsIncomplete => wide.Exists(problem => !problem.IsWarning);

    /// <summary>Every problem: first about the file, then in the order of sheets, rows and columns.</summary>
    public IReadOnlyList<WorkbookProblem> Problems =>
    [
        .. wide,
        .. found.OrderBy(one => places[one.Line - 1].Order).ThenBy(one => places[one.Line - 1].Row).ThenBy(one => places[one.Line - 1].Column)
            .Select(one => new WorkbookProblem(places[one.Line - 1].Sheet, AddressOf(places[one.Line - 1]), one.Message, one.IsWarning)),
    ];

    /// <summary>The line number that stands for a cell.</summary>
    public int LineOf(Place place)
    {
        if (!lines.TryGetValue(place, out var line))
        {
            places.Add(place);
            lines[place] = line = places.Count;
        }

        return line;
    }

    public void Error(int line, Sentence message)
    {
        found.Add((line, message, false));
        faulty.Add(line);
    }

    /// <summary>Reports the fault of a cell, unless it has one already: a missing column is told once, not for every row.</summary>
    public void ErrorOnce(int line, Sentence message)
    {
        if (!faulty.Contains(line))
        {
            Error(line, message);
        }
    }

    public void Warning(int line, Sentence message) => found.Add((line, message, true));

    public void AboutSheet(string? sheet, Sentence message, bool isWarning = false) => wide.Add(new(sheet, null, message, isWarning));

    /// <summary>Takes over what a check of the tree found, except about cells whose fault was told already.</summary>
    public void Add(ProblemList problems)
    {
        foreach (var problem in problems.All.Where(problem => !faulty.Contains(problem.Line)).ToList())
        {
            found.Add((problem.Line, problem.Message, problem.IsWarning));
        }
    }

    private static string AddressOf(Place place)
    {
        var letters = string.Empty;
        for (var rest = place.Column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return $"{letters}{place.Row}";
    }
}

/// <summary>A cell.</summary>
/// <param name="Order">Place of the sheet in the workbook.</param>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="Row">1-based.</param>
/// <param name="Column">1-based.</param>
internal readonly record struct Place(int Order, string Sheet, int Row, int Column);
