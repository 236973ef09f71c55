using Audit.Core.Instruments;

namespace Audit.Core.Assessments;

/// <summary>The test sequence for a distinction: ground, exception, then aim, suitability, necessity and proportionality.</summary>
/// <remarks>Source: Algoritmekader ver-03 and the College's assessment framework, summarised in docs/method.md. A signal, never a legal verdict.</remarks>
public static class DistinctionTest
{
    /// <summary>What the test comes to: the more severe of what its steps give and what the team stated.</summary>
    /// <param name="distinction">The distinction.</param>
    /// <param name="register">The legal vocabulary.</param>
    /// <param name="day">Reference date: an exception that was not in force that day covers nothing; null leaves dates aside.</param>
    public static DistinctionVerdict VerdictOf(Distinction distinction, DistinctionRegister register, DateOnly? day)
    {
        var tested = TestedVerdictOf(distinction, register, day);
        return distinction.StatedVerdict is { } stated && stated > tested ? stated : tested;
    }

    /// <summary>What the steps of the test give, whatever the team stated.</summary>
    /// <param name="distinction">The distinction.</param>
    /// <param name="register">The legal vocabulary.</param>
    /// <param name="day">Reference date: an exception that was not in force that day covers nothing; null leaves dates aside.</param>
    public static DistinctionVerdict TestedVerdictOf(Distinction distinction, DistinctionRegister register, DateOnly? day)
    {
        if (distinction.Kind == DistinctionKind.None)
        {
            return DistinctionVerdict.NoDistinction;
        }

        var finding = ResultOf(distinction, register, day);
        return finding == TestFinding.Yes ? DistinctionVerdict.Justified
            : distinction.Prescribed == TestFinding.Yes ? DistinctionVerdict.PrescribedByLaw
            : finding == TestFinding.No ? DistinctionVerdict.NotJustified
            : DistinctionVerdict.ToBeSubstantiated;
    }

    /// <summary>Whether an exception covers every ground of the distinction, or the justification is one that counts and holds.</summary>
    private static TestFinding ResultOf(Distinction distinction, DistinctionRegister register, DateOnly? day)
    {
        if (IsCovered(distinction, register, day))
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

    private static bool IsCovered(Distinction distinction, DistinctionRegister register, DateOnly? day) =>
        register.Exceptions.FirstOrDefault(exception => exception.Id == distinction.Exception) is { } known
        && (day is not { } on || known.Norm.IsInForceOn(on))
        && (known.GroundIds.Count == 0 || distinction.GroundIds.All(known.GroundIds.Contains));

    private static bool NeedsException(Distinction distinction, DistinctionRegister register) =>
        distinction.GroundIds.Any(id => register.FindGround(id)?.DirectNeeds != DirectTest.ObjectiveJustification);
}
