using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Scoring;

/// <summary>Weighted sums of one component. Index 0 = low end, 1 = high end of each question's own range.</summary>
internal struct ComponentSums
{
    public double ExposureWeight;
    public double ExposureLow;
    public double ExposureHigh;
    public double SafeguardWeight;
    public double SafeguardLow;
    public double SafeguardHigh;

    public readonly bool Applies => ExposureWeight > 0;

    public readonly Interval Exposure => new(ExposureLow / ExposureWeight, ExposureHigh / ExposureWeight);

    public readonly Interval Safeguard => SafeguardWeight > 0
        ? new(SafeguardLow / SafeguardWeight, SafeguardHigh / SafeguardWeight)
        : default;

    /// <summary>R_c = I_c·(1 − κ·C_c), each end against the other end of the safeguards (scoring.md §2).</summary>
    public readonly Interval Residual(double kappa) =>
        new(Exposure.Low * (1 - (kappa * Safeguard.High)), Exposure.High * (1 - (kappa * Safeguard.Low)));

    public readonly double ResidualHigh(double kappa) => Exposure.High * (1 - (kappa * Safeguard.Low));
}

/// <summary>States, ranges and sums of one answer sheet; its arrays are reused from one run to the next.</summary>
/// <remarks>Not safe for use by two threads at once.</remarks>
internal sealed class Evaluation(QuestionTable table, ComputedProfile profile)
{
    public QuestionTable Table { get; } = table;

    public ComputedProfile Profile { get; } = profile;

    public QuestionState[] States { get; } = new QuestionState[table.Questions.Length];

    /// <summary>Low end of r (exposure) or a·e (safeguard) per question.</summary>
    public double[] Low { get; } = new double[table.Questions.Length];

    /// <summary>High end of r (exposure) or a·e (safeguard) per question.</summary>
    public double[] High { get; } = new double[table.Questions.Length];

    public ComponentSums[] Components { get; } = new ComponentSums[table.Instrument.Components.Count];

    /// <summary>Whether any component has an applicable exposure question; without it there is no residual.</summary>
    public bool HasResidual { get; private set; }

    /// <summary>R, only meaningful when <see cref="HasResidual"/>.</summary>
    public Interval Residual { get; private set; }

    public int SeverityLow { get; private set; }

    public int SeverityHigh { get; private set; }

    public void Run(AnswerSheet sheet)
    {
        DecideStates(sheet.Recorded);
        SetRanges(sheet);
        AddUp();
        Residual = ResidualWith(-1, default);
        SetSeverity(sheet.Recorded);
    }

    private void DecideStates(int[] recorded)
    {
        foreach (var index in Table.EvaluationOrder)
        {
            var condition = Table.Conditions[index]?.Evaluate(States, recorded) ?? Truth.True;
            States[index] = (recorded[index], condition) switch
            {
                (QuestionTable.NotApplicable, _) or (_, Truth.False) => QuestionState.Removed,
                (_, Truth.Open) => QuestionState.Undetermined,
                (QuestionTable.NoOption, _) => QuestionState.Open,
                _ => QuestionState.Answered,
            };
        }
    }

    private void SetRanges(AnswerSheet sheet)
    {
        for (var i = 0; i < States.Length; i++)
        {
            if (!Table.IsScored(i) || States[i] == QuestionState.Removed)
            {
                continue;
            }

            var safeguard = Table.Questions[i].Kind == QuestionKind.Safeguard;
            if (States[i] == QuestionState.Answered)
            {
                var value = Table.Values[i][sheet.Recorded[i]];
                Low[i] = High[i] = safeguard ? value * Profile.FactorOf(sheet.Grades[i]) : value;
                continue;
            }

            var undetermined = States[i] == QuestionState.Undetermined;
            var low = undetermined ? 0 : Table.Smallest[i];
            var high = undetermined ? 1 : Table.Largest[i];
            Low[i] = safeguard ? low * Profile.FactorOf(EvidenceGrade.E0) : low;
            High[i] = safeguard ? high * Profile.FactorOf(EvidenceGrade.E3) : high;
        }
    }

    private void AddUp()
    {
        Array.Clear(Components);
        for (var i = 0; i < States.Length; i++)
        {
            if (!Table.IsScored(i) || States[i] == QuestionState.Removed)
            {
                continue;
            }

            ref var sums = ref Components[Table.ComponentOf[i]];
            var weight = Table.Questions[i].Weight;
            if (Table.Questions[i].Kind == QuestionKind.Exposure)
            {
                sums.ExposureWeight += weight;
                sums.ExposureLow += weight * Low[i];
                sums.ExposureHigh += weight * High[i];
            }
            else
            {
                sums.SafeguardWeight += weight;
                sums.SafeguardLow += weight * Low[i];
                sums.SafeguardHigh += weight * High[i];
            }
        }
    }

    /// <summary>R when the sums of one component were different; with -1, as they are.</summary>
    public Interval ResidualWith(int component, in ComponentSums changed)
    {
        double weights = 0, low = 0, high = 0, maxLow = 0, maxHigh = 0;
        HasResidual = false;
        for (var c = 0; c < Components.Length; c++)
        {
            ref readonly var sums = ref c == component ? ref changed : ref Components[c];
            if (!sums.Applies)
            {
                continue;
            }

            HasResidual = true;
            var omega = Table.Instrument.Components[c].Weight;
            var residual = sums.Residual(Profile.Kappa);
            weights += omega;
            low += omega * residual.Low;
            high += omega * residual.High;
            maxLow = Math.Max(maxLow, residual.Low);
            maxHigh = Math.Max(maxHigh, residual.High);
        }

        return HasResidual ? new(Combine(maxLow, low / weights), Combine(maxHigh, high / weights)) : default;
    }

    private double Combine(double max, double mean) => (Profile.Lambda * max) + ((1 - Profile.Lambda) * mean);

    private void SetSeverity(int[] recorded)
    {
        int count = 0, low = 0, high = 0;
        for (var i = 0; i < States.Length; i++)
        {
            if (Table.Questions[i].Kind != QuestionKind.Severity || States[i] == QuestionState.Removed)
            {
                continue;
            }

            count++;
            var level = States[i] == QuestionState.Answered ? Table.Questions[i].Scale.Options[recorded[i]].Level : null;
            low += level ?? 1;
            high += level ?? RiskMatrix.Size;
        }

        SeverityLow = count == 0 ? 1 : (low + count - 1) / count;
        SeverityHigh = count == 0 ? RiskMatrix.Size : (high + count - 1) / count;
    }
}
