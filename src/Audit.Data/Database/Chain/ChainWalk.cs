using System.Security.Cryptography;
using Audit.Data.Languages;

namespace Audit.Data.Database.Chain;

/// <summary>One walk along a chain, from its first record to its last.</summary>
internal sealed class ChainWalk(TrailKeys keys, IReadOnlyList<TrailAnchor> anchors, Guid body)
{
    public const int PageSize = 1000;

    private readonly List<(TrailRow Row, byte[] Previous)> failed = [];
    private readonly Dictionary<Guid, (long LastErased, string Column)> erased = [];
    private readonly Dictionary<Guid, long> erasures = [];
    private readonly ILookup<long, (TrailAnchor Anchor, AnchoredChain Chain)> anchored =
        anchors.SelectMany(anchor => anchor.Chains.Where(chain => chain.BodyId == body).Select(chain => (anchor, chain))).ToLookup(pair => pair.chain.Sequence);

    private byte[]? previous = TrailHasher.Beginning;

    public List<TrailFinding> Findings { get; } = [];

    /// <summary>Number of the last record so far.</summary>
    public long Last { get; private set; }

    public long Records { get; private set; }

    public long Erased { get; private set; }

    public void Take(TrailRow row)
    {
        var sequence = row.Sequence!.Value;
        if (sequence > Last + 1)
        {
            Findings.Add(new(TrailFault.Missing, Last + 1, sequence - 1));
            previous = null;
        }

        if (keys.Find(row.KeyId) is { } key)
        {
            Check(row, key);
        }
        else
        {
            AddUnknownKey(row);
        }

        foreach (var (anchor, _) in anchored[sequence].Where(pair => pair.Chain.Seal != Hex(row.Seal)))
        {
            Findings.Add(new(TrailFault.AnchorOther, sequence, sequence, TimeOf(anchor)));
        }

        Note(row);
        previous = row.Seal ?? [];
        Last = sequence;
        Records++;
    }

    public void End(TrailHeadRow? head, bool beyond)
    {
        Findings.AddRange(Misplacements.Of(keys, failed));
        foreach (var (place, (last, column)) in erased)
        {
            if (Math.Max(erasures.GetValueOrDefault(place), erasures.GetValueOrDefault(Guid.Empty)) < last)
            {
                Findings.Add(new(TrailFault.ValueLost, last, last, column));
            }
        }

        if (head is not null && head.Sequence > Last)
        {
            Findings.Add(new(TrailFault.Truncated, Last + 1, head.Sequence));
        }
        else if (beyond || (head is not null && Last > 0 && Hex(head.Seal) != Hex(previous)))
        {
            Findings.Add(new(TrailFault.HeadEdited, Last, Last));
        }

        foreach (var (anchor, chain) in anchored.SelectMany(same => same).Where(pair => pair.Chain.Sequence > Last))
        {
            Findings.Add(new(TrailFault.AnchorTruncated, Last, chain.Sequence, TimeOf(anchor)));
        }

        Findings.Sort((one, other) => one.From.CompareTo(other.From));
    }

    private static string Hex(byte[]? bytes) => Convert.ToHexStringLower(bytes ?? []);

    private static string TimeOf(TrailAnchor anchor) => anchor.AtUtc.ToString("yyyy-MM-dd HH:mm 'UTC'", Language.Dutch);

    private void Check(TrailRow row, TrailKey key)
    {
        if (previous is not null && !CryptographicOperations.FixedTimeEquals(TrailHasher.SealOf(key, previous, row), row.Seal))
        {
            failed.Add((row, previous));
            return;
        }

        var (before, after, reason) = TrailHasher.ValuesOf(key, row);
        CheckValue(row, nameof(TrailRow.Before), row.Before is null, (before, row.BeforeHash));
        CheckValue(row, nameof(TrailRow.After), row.After is null, (after, row.AfterHash));
        CheckValue(row, nameof(TrailRow.Reason), row.Reason is null, (reason, row.ReasonHash));
    }

    private void CheckValue(TrailRow row, string column, bool isGone, (byte[]? Now, byte[]? Sealed) hash)
    {
        var sequence = row.Sequence!.Value;
        if (!isGone && Hex(hash.Now) != Hex(hash.Sealed))
        {
            Findings.Add(new(TrailFault.ValueEdited, sequence, sequence, column));
        }
        else if (isGone && hash.Sealed is not null && row.ErasedUtc is null)
        {
            Findings.Add(new(TrailFault.ValueLost, sequence, sequence, column));
        }
        else if (isGone && hash.Sealed is not null)
        {
            erased[row.AssessmentId ?? Guid.Empty] = (sequence, column);
        }
    }

    private void Note(TrailRow row)
    {
        Erased += row.ErasedUtc is null ? 0 : 1;
        if (row.Event == TrailErasure.Event)
        {
            erasures[row.AssessmentId ?? Guid.Empty] = row.Sequence!.Value;
        }
    }

    private void AddUnknownKey(TrailRow row)
    {
        var sequence = row.Sequence!.Value;
        if (Findings.FindLastIndex(finding => finding.Fault == TrailFault.UnknownKey) is >= 0 and var index && Findings[index] is { } last && last.To == sequence - 1 && last.Detail == (row.KeyId ?? string.Empty))
        {
            Findings[index] = last with { To = sequence };
            return;
        }

        Findings.Add(new(TrailFault.UnknownKey, sequence, sequence, row.KeyId ?? string.Empty));
    }
}
