using Audit.Core.Instruments;
using Audit.Data.Templates.Documents;

namespace Audit.Data.Templates.Lint;

/// <summary>Warns about questions that the register of distinctions fills for some distinctions and leaves open for others.</summary>
/// <remarks>A distinction of a kind that is not known yet fills nothing on purpose, and neither does one that turned out to be none.</remarks>
internal static class RegisterLint
{
    private static readonly DistinctionKind[] Known = [DistinctionKind.Direct, DistinctionKind.Indirect, DistinctionKind.Proxy];

    private static readonly DistinctionVerdict[] Tested =
        [DistinctionVerdict.Justified, DistinctionVerdict.PrescribedByLaw, DistinctionVerdict.ToBeSubstantiated, DistinctionVerdict.NotJustified];

    public static void Check(Template<Instrument> template, ProblemList problems)
    {
        if (template.Root.Find("register") is not MapNode register)
        {
            return;
        }

        foreach (var (fill, map) in template.Value.Register.Fills.Zip(register.Maps("fills")))
        {
            var missing = from kind in Known from verdict in Tested where !fill.Options.Any(option => option.Fits(kind, verdict)) select (kind, verdict);
            foreach (var (kind, verdict) in missing)
            {
                problems.Warning(
                    map.Line,
                    Sentence.Of($"het register vult vraag '{fill.QuestionId}' niet bij soort '{Formats.DistinctionKinds[(int)kind]}' met oordeel '{Formats.DistinctionVerdicts[(int)verdict]}'"));
            }
        }
    }
}
