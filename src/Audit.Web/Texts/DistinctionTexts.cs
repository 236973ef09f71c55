using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Web.Texts;

/// <summary>Words of the register of distinctions, in plain Dutch.</summary>
public static class DistinctionTexts
{
    /// <summary>Name of a kind.</summary>
    public static string NameOf(DistinctionKind kind) => kind switch
    {
        DistinctionKind.None => "Geen onderscheid",
        DistinctionKind.Direct => "Direct onderscheid",
        DistinctionKind.Indirect => "Indirect onderscheid",
        DistinctionKind.Proxy => "Proxykenmerk",
        DistinctionKind.Unknown => "Nog niet bekend",
    };

    /// <summary>What a kind means.</summary>
    public static string HintOf(DistinctionKind kind) => kind switch
    {
        DistinctionKind.None => "Het criterium is bekeken en hangt niet samen met een grond.",
        DistinctionKind.Direct => "Het criterium is zelf een grond, zoals afkomst of nationaliteit.",
        DistinctionKind.Indirect => "Een neutraal criterium dat een groep vaker of harder raakt.",
        DistinctionKind.Proxy => "Een kenmerk dat sterk samenhangt met een grond, zoals een postcode.",
        DistinctionKind.Unknown => "Zet dit in het onderzoeksplan.",
    };

    /// <summary>Name of a verdict.</summary>
    public static string NameOf(DistinctionVerdict verdict) => verdict switch
    {
        DistinctionVerdict.NoDistinction => "Geen onderscheid",
        DistinctionVerdict.Justified => "Gerechtvaardigd",
        DistinctionVerdict.PrescribedByLaw => "Wettelijk voorgeschreven",
        DistinctionVerdict.ToBeSubstantiated => "Nog te onderbouwen",
        DistinctionVerdict.NotJustified => "Niet gerechtvaardigd",
    };

    /// <summary>What follows from a verdict.</summary>
    public static string ConsequenceOf(DistinctionVerdict verdict) => verdict switch
    {
        DistinctionVerdict.NoDistinction => "Er hoeft niets.",
        DistinctionVerdict.Justified => "De onderbouwing is compleet. Een jurist bevestigt dit.",
        DistinctionVerdict.PrescribedByLaw => "De toets is niet gehaald, en de wet schrijft het criterium voor. Geef een signaal aan de wetgever.",
        DistinctionVerdict.ToBeSubstantiated => "Een deel van de toets is nog open.",
        DistinctionVerdict.NotJustified => "Een stap van de toets is niet gehaald. Bespreek met een jurist of het criterium moet stoppen.",
    };

    /// <summary>Kind of badge for a verdict; the word is always beside it.</summary>
    public static string BadgeOf(DistinctionVerdict verdict) => verdict switch
    {
        DistinctionVerdict.NoDistinction or DistinctionVerdict.Justified => "success",
        DistinctionVerdict.PrescribedByLaw or DistinctionVerdict.ToBeSubstantiated => "warning",
        DistinctionVerdict.NotJustified => "error",
    };

    /// <summary>Word for what a step found.</summary>
    public static string NameOf(TestFinding finding) => finding switch
    {
        TestFinding.Unknown => "Weet ik niet",
        TestFinding.Yes => "Ja",
        TestFinding.No => "Nee",
    };

    /// <summary>The choice that a statutory exception stands for.</summary>
    public static string ExceptionOf(DistinctionRegister register, string id) => id switch
    {
        Distinction.UnknownException => "Weet ik niet",
        Distinction.NoException => "Geen wettelijke uitzondering",
        _ => register.Exceptions.FirstOrDefault(exception => exception.Id == id)?.Title.Nl ?? id,
    };
}
