using System.Globalization;
using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Core.Tests.Assessments;

/// <summary>The test sequence, step by step. Source: Algoritmekader ver-03 and the College's framework as in docs/method.md.</summary>
public sealed class DistinctionTestTests
{
    private static readonly LegalNorm Norm = new("wet", "1");

    private static readonly DistinctionRegister Register = new(
        [
            new("ras", "Ras", DirectTest.StatutoryException, [Norm]),
            new("leeftijd", "Leeftijd", DirectTest.ObjectiveJustification, [Norm]),
        ],
        [
            new("nationaliteit_bij_wet", "Nationaliteit bij wet", Norm, []),
            new("alleen_leeftijd", "Alleen leeftijd", Norm, ["leeftijd"]),
        ],
        []);

    private static readonly ObjectiveJustification Complete = Test("yes", "yes", "yes", "yes");

    [Theory]
    [InlineData(DistinctionKind.Direct, "ras", "geen", DistinctionVerdict.NotJustified)]
    [InlineData(DistinctionKind.Direct, "ras", "unknown", DistinctionVerdict.ToBeSubstantiated)]
    [InlineData(DistinctionKind.Direct, "ras", "nationaliteit_bij_wet", DistinctionVerdict.Justified)]
    [InlineData(DistinctionKind.Direct, "ras", "alleen_leeftijd", DistinctionVerdict.NotJustified)]
    [InlineData(DistinctionKind.Direct, "leeftijd", "geen", DistinctionVerdict.Justified)]
    [InlineData(DistinctionKind.Indirect, "ras", "geen", DistinctionVerdict.Justified)]
    [InlineData(DistinctionKind.Proxy, "ras", "geen", DistinctionVerdict.Justified)]
    [InlineData(DistinctionKind.Unknown, "ras", "geen", DistinctionVerdict.ToBeSubstantiated)]
    [InlineData(DistinctionKind.None, "ras", "geen", DistinctionVerdict.NoDistinction)]
    public void VerdictOf_CompleteJustification_HelpsOnlyWhereTheLawLetsIt(DistinctionKind kind, string ground, string exception, DistinctionVerdict expected) =>
        Assert.Equal(expected, DistinctionTest.VerdictOf(Make(kind, ground) with { Exception = exception, Justification = Complete }, Register, null));

    [Theory]
    [InlineData("yes", "yes", "yes", "no", DistinctionVerdict.NotJustified)]
    [InlineData("unknown", "unknown", "unknown", "no", DistinctionVerdict.NotJustified)]
    [InlineData("yes", "yes", "yes", "unknown", DistinctionVerdict.ToBeSubstantiated)]
    [InlineData("unknown", "unknown", "unknown", "unknown", DistinctionVerdict.ToBeSubstantiated)]
    public void VerdictOf_Indirect_NeedsEveryStep(string aim, string suitable, string necessary, string proportionate, DistinctionVerdict expected) =>
        Assert.Equal(expected, DistinctionTest.VerdictOf(Make(DistinctionKind.Indirect, "ras") with { Justification = Test(aim, suitable, necessary, proportionate) }, Register, null));

    [Fact]
    public void VerdictOf_PrescribedByLaw_IsASignalToTheLegislatorUnlessTheTestHolds()
    {
        var prescribed = Make(DistinctionKind.Indirect, "ras") with { Prescribed = TestFinding.Yes };

        Assert.Equal(DistinctionVerdict.PrescribedByLaw, DistinctionTest.VerdictOf(prescribed, Register, null));
        Assert.Equal(DistinctionVerdict.Justified, DistinctionTest.VerdictOf(prescribed with { Justification = Complete }, Register, null));
    }

    [Fact]
    public void VerdictOf_StatedVerdict_CountsWhenItIsMoreSevere()
    {
        var justified = Make(DistinctionKind.Indirect, "ras") with { Justification = Complete };

        Assert.Equal(DistinctionVerdict.NotJustified, DistinctionTest.VerdictOf(justified with { StatedVerdict = DistinctionVerdict.NotJustified }, Register, null));
        Assert.Equal(DistinctionVerdict.Justified, DistinctionTest.VerdictOf(justified with { StatedVerdict = DistinctionVerdict.NoDistinction }, Register, null));
    }

    [Fact]
    public void VerdictOf_DirectOnSeveralGrounds_NeedsAnExceptionForTheStrictest() =>
        Assert.Equal(
            DistinctionVerdict.NotJustified,
            DistinctionTest.VerdictOf(Make(DistinctionKind.Direct, "leeftijd", "ras") with { Exception = "alleen_leeftijd", Justification = Complete }, Register, null));

    [Theory]
    [InlineData("2019-12-31", DistinctionVerdict.NotJustified)]
    [InlineData("2020-01-01", DistinctionVerdict.Justified)]
    [InlineData("2024-12-31", DistinctionVerdict.Justified)]
    [InlineData("2025-01-01", DistinctionVerdict.NotJustified)]
    [InlineData(null, DistinctionVerdict.Justified)]
    public void VerdictOf_Exception_CoversOnlyWhileItIsInForce(string? day, DistinctionVerdict expected)
    {
        var dated = Norm with { ValidFrom = new(2020, 1, 1), ValidUntil = new(2024, 12, 31) };
        var register = Register with { Exceptions = [new("tijdelijk", "Tijdelijk", dated, [])] };
        DateOnly? on = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);

        Assert.Equal(expected, DistinctionTest.VerdictOf(Make(DistinctionKind.Direct, "ras") with { Exception = "tijdelijk" }, register, on));
    }

    private static Distinction Make(DistinctionKind kind, params string[] grounds) => new("d", "Criterium", "policy", grounds, kind) { Exception = "geen" };

    private static ObjectiveJustification Test(params string[] findings)
    {
        var steps = findings.Select(word => new TestStep(word switch { "yes" => TestFinding.Yes, "no" => TestFinding.No, _ => TestFinding.Unknown })).ToArray();
        return new(steps[0], steps[1], steps[2], steps[3]);
    }
}
