using Audit.Core.Instruments;

namespace Audit.Core.Actions;

/// <summary>A set of measures with what it costs and brings; the smallest one wins.</summary>
/// <param name="Measures">Positions in order of id, which is the order of the catalogue.</param>
/// <param name="Effort">Σ effort.</param>
/// <param name="Class">Working class with the measures carried out; null when nothing determines it.</param>
/// <param name="ResidualHigh">R.hi with the measures carried out; 0 without R.</param>
internal sealed record PlanCandidate(int[] Measures, int Effort, RiskClass? Class, double ResidualHigh) : IComparable<PlanCandidate>
{
    /// <summary>Least effort, then fewest measures, then lowest R.hi (to 12 decimals, so that ties are ties), then ids.</summary>
    public int CompareTo(PlanCandidate? other)
    {
        if (other is null)
        {
            return -1;
        }

        var order = (Effort, Measures.Length, Math.Round(ResidualHigh, 12))
            .CompareTo((other.Effort, other.Measures.Length, Math.Round(other.ResidualHigh, 12)));
        for (var i = 0; order == 0 && i < Measures.Length; i++)
        {
            order = Measures[i].CompareTo(other.Measures[i]);
        }

        return order;
    }
}
