using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Finds the smallest sets of changes that lower the working class (scoring.md §5).</summary>
/// <remarks>
/// Changes of answers that a condition or gate reads ("switches") are tried one set after the other, each with a full evaluation.
/// All other changes only move a sum; for those <see cref="PlainChanges"/> searches with a bound. No set with a useless change has
/// to be looked at: without that change it would be smaller and would have been found before.
/// </remarks>
internal sealed class CounterfactualSearch
{
    private const int LargestSet = 3;
    private const int Best = 5;

    /// <summary>Answers looked at before the search stops with what it has: reached only by instruments of thousands of questions.</summary>
    private const long MostWork = 100_000_000;

    private readonly ScoringModel model;
    private readonly AnswerSheet sheet;
    private readonly DateOnly on;
    private readonly Evaluation evaluation;
    private readonly RiskClass? working;
    private readonly List<Change> switches = [];
    private readonly List<Change> plain = [];
    private readonly SortedSet<Found> found = [];
    private long work;

    public CounterfactualSearch(ScoringModel model, AnswerSheet sheet, DateOnly on)
    {
        this.model = model;
        this.sheet = sheet;
        this.on = on;
        evaluation = new Evaluation(model.Table, model.Profile);
        evaluation.Run(sheet);
        working = Classification.ClassOf(evaluation, sheet, on).Working;
        if (evaluation.HasResidual)
        {
            ListChanges();
        }
    }

    /// <summary>At most five sets of the smallest size that works, lowest R.hi first, ties in instrument order.</summary>
    public IReadOnlyList<Counterfactual> Find()
    {
        if (working is null or RiskClass.Low)
        {
            return [];
        }

        for (var size = 1; size <= LargestSet && found.Count == 0; size++)
        {
            TrySwitches([], 0, size);
        }

        return [.. found.Select(Explain)];
    }

    private void ListChanges()
    {
        var table = model.Table;
        for (var i = 0; i < table.Questions.Length; i++)
        {
            var read = table.ReadByCondition[i] || table.ReadByGate[i];
            var changeable = table.IsScored(i) || (read && table.Questions[i].Kind is QuestionKind.Exposure or QuestionKind.Safeguard);
            if (!changeable || evaluation.States[i] == QuestionState.Removed)
            {
                continue;
            }

            var list = read ? switches : plain;
            for (var option = 0; option < table.Values[i].Length; option++)
            {
                if (option != sheet.Recorded[i])
                {
                    list.Add(new(i, option));
                }
            }
        }
    }

    /// <summary>Tries every set of switches of at most <paramref name="size"/>, each filled up with plain changes.</summary>
    private void TrySwitches(List<Change> chosen, int from, int size)
    {
        FillUp(chosen, size - chosen.Count);
        if (chosen.Count == size)
        {
            return;
        }

        for (var i = from; i < switches.Count && work < MostWork; i++)
        {
            if (chosen.Count > 0 && chosen[^1].Question == switches[i].Question)
            {
                continue;
            }

            chosen.Add(switches[i]);
            TrySwitches(chosen, i + 1, size);
            chosen.RemoveAt(chosen.Count - 1);
        }
    }

    private void FillUp(List<Change> chosen, int room)
    {
        var trial = sheet;
        if (chosen.Count > 0)
        {
            trial = sheet.Copy();
            foreach (var change in chosen)
            {
                trial.Recorded[change.Question] = change.Option;
            }
        }

        work += model.Table.Questions.Length;
        evaluation.Run(trial);
        var floors = Classification.FloorsOf(model.Table, Classification.GatesOf(evaluation, trial, on));
        if (!evaluation.HasResidual || floors.High >= working)
        {
            return;
        }

        var limit = LimitBelow(working!.Value);
        if (room > 0)
        {
            new PlainChanges(evaluation, sheet, plain).Search(room, limit, Worst, (changes, residual) => Keep(chosen, changes, residual, floors));
        }
        else if (evaluation.Residual.High < limit)
        {
            Keep(chosen, [], evaluation.Residual.High, floors);
        }
    }

    /// <summary>R.hi must stay under this for a class below the working one, at the severity of the current evaluation.</summary>
    private double LimitBelow(RiskClass workingClass)
    {
        var level = RiskMatrix.Size;
        while (level > 0 && model.Profile.Matrix.ClassOf(level, evaluation.SeverityHigh) >= workingClass)
        {
            level--;
        }

        return level switch
        {
            0 => double.NegativeInfinity,
            RiskMatrix.Size => double.PositiveInfinity,
            _ => model.Profile.Thresholds[level - 1] - ComputedProfile.Tolerance,
        };
    }

    /// <summary>R.hi of the last set that is still kept; infinite while there is room.</summary>
    private double Worst() => found.Count < Best ? double.PositiveInfinity : found.Max!.Residual;

    private void Keep(List<Change> chosen, IEnumerable<Change> changes, double residual, ClassRange floors)
    {
        var reached = model.Profile.ClassOf(residual, evaluation.SeverityHigh);
        var set = chosen.Concat(changes).OrderBy(change => change.Question).ThenBy(change => change.Option).ToArray();
        found.Add(new(set, residual, floors.High > reached ? floors.High.Value : reached));
        if (found.Count > Best)
        {
            found.Remove(found.Max!);
        }
    }

    private Counterfactual Explain(Found set) => new(
        [.. set.Changes.Select(change => new AnswerChange(
            model.Table.Questions[change.Question].Id,
            OptionOf(change.Question, sheet.Recorded[change.Question]),
            OptionOf(change.Question, change.Option)))],
        set.Class,
        set.Residual);

    private string OptionOf(int question, int option) =>
        option >= 0 ? model.Table.Questions[question].Scale.Options[option].Id : Answer.Unknown;

    /// <summary>A set that works; sorted by R.hi (to 12 decimals, so that ties are ties), then by place in the instrument.</summary>
    private sealed record Found(Change[] Changes, double Residual, RiskClass Class) : IComparable<Found>
    {
        public int CompareTo(Found? other)
        {
            var order = Math.Round(Residual, 12).CompareTo(Math.Round(other!.Residual, 12));
            for (var i = 0; order == 0 && i < Changes.Length; i++)
            {
                order = Changes[i].Question.CompareTo(other.Changes[i].Question);
                order = order != 0 ? order : Changes[i].Option.CompareTo(other.Changes[i].Option);
            }

            return order;
        }
    }
}

/// <summary>Another option for a question, both as positions.</summary>
internal readonly record struct Change(int Question, int Option);
