using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>The test sequence for a distinction: ground, exception, then aim, suitability, necessity and proportionality.</summary>
/// <remarks>Source: Algoritmekader ver-03 and the College's assessment framework, summarised in docs/method.md. A signal, never a legal verdict.</remarks>
public static class DistinctionTest
{
    /// <summary>What the test comes to: the more severe of what its steps give and what the team stated.</summary>
    /// <param name="distinction">The distinction.</param>
    /// <param name="register">The legal vocabulary.</param>
    public static DistinctionVerdict VerdictOf(Distinction distinction, DistinctionRegister register)
    {
        var tested = TestedVerdictOf(distinction, register);
        return distinction.StatedVerdict is { } stated && stated > tested ? stated : tested;
    }

    /// <summary>What the steps of the test give, whatever the team stated.</summary>
    /// <param name="distinction">The distinction.</param>
    /// <param name="register">The legal vocabulary.</param>
    public static DistinctionVerdict TestedVerdictOf(Distinction distinction, DistinctionRegister register)
    {
        if (distinction.Kind == DistinctionKind.None)
        {
            return DistinctionVerdict.NoDistinction;
        }

        var finding = ResultOf(distinction, register);
        return finding == TestFinding.Yes ? DistinctionVerdict.Justified
            : distinction.Prescribed == TestFinding.Yes ? DistinctionVerdict.PrescribedByLaw
            : finding == TestFinding.No ? DistinctionVerdict.NotJustified
            : DistinctionVerdict.ToBeSubstantiated;
    }

    /// <summary>Whether an exception covers every ground of the distinction, or the justification is one that counts and holds.</summary>
    private static TestFinding ResultOf(Distinction distinction, DistinctionRegister register)
    {
        if (IsCovered(distinction, register))
        {
            return TestFinding.Yes;
        }

        if (distinction.Kind == DistinctionKind.Direct && NeedsException(distinction, register))
        {
            return distinction.Exception == Distinction.UnknownException ? TestFinding.Unknown : TestFinding.No;
        }

        return distinction.Kind == DistinctionKind.Unknown && distinction.Justification.Result == TestFinding.Yes
            ? TestFinding.Unknown
            : distinction.Justification.Result;
    }

    private static bool IsCovered(Distinction distinction, DistinctionRegister register) =>
        register.Exceptions.FirstOrDefault(exception => exception.Id == distinction.Exception) is { } known
        && (known.GroundIds.Count == 0 || distinction.GroundIds.All(known.GroundIds.Contains));

    private static bool NeedsException(Distinction distinction, DistinctionRegister register) =>
        distinction.GroundIds.Any(id => register.FindGround(id)?.DirectNeeds != DirectTest.ObjectiveJustification);
}
