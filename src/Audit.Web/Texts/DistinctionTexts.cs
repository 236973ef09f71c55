using Audit.Core.Assessments;
using Audit.Core.Instruments;

namespace Audit.Web.Texts;

/// <summary>Words of the register of distinctions.</summary>
public static class DistinctionTexts
{
    /// <summary>Name of a kind.</summary>
    public static string NameOf(DistinctionKind kind) => kind switch
    {
        DistinctionKind.None => Tr($"Geen onderscheid"),
        DistinctionKind.Direct => Tr($"Direct onderscheid"),
        DistinctionKind.Indirect => Tr($"Indirect onderscheid"),
        DistinctionKind.Proxy => Tr($"Proxykenmerk"),
        DistinctionKind.Unknown => Tr($"Nog niet bekend"),
    };

    /// <summary>What a kind means.</summary>
    public static string HintOf(DistinctionKind kind) => kind switch
    {
        DistinctionKind.None => Tr($"Het criterium is bekeken en hangt niet samen met een grond."),
        DistinctionKind.Direct => Tr($"Het criterium is zelf een grond, zoals afkomst of nationaliteit."),
        DistinctionKind.Indirect => Tr($"Een neutraal criterium dat een groep vaker of harder raakt."),
        DistinctionKind.Proxy => Tr($"Een kenmerk dat sterk samenhangt met een grond, zoals een postcode."),
        DistinctionKind.Unknown => Tr($"Zet dit in het onderzoeksplan."),
    };

    /// <summary>Name of a verdict.</summary>
    public static string NameOf(DistinctionVerdict verdict) => verdict switch
    {
        DistinctionVerdict.NoDistinction => Tr($"Geen onderscheid"),
        DistinctionVerdict.Justified => Tr($"Gerechtvaardigd"),
        DistinctionVerdict.PrescribedByLaw => Tr($"Wettelijk voorgeschreven"),
        DistinctionVerdict.ToBeSubstantiated => Tr($"Nog te onderbouwen"),
        DistinctionVerdict.NotJustified => Tr($"Niet gerechtvaardigd"),
    };

    /// <summary>What follows from a verdict.</summary>
    public static string ConsequenceOf(DistinctionVerdict verdict) => verdict switch
    {
        DistinctionVerdict.NoDistinction => Tr($"Er hoeft niets."),
        DistinctionVerdict.Justified => Tr($"De onderbouwing is compleet. Een jurist bevestigt dit."),
        DistinctionVerdict.PrescribedByLaw => Tr($"De toets is niet gehaald, en de wet schrijft het criterium voor. Geef een signaal aan de wetgever."),
        DistinctionVerdict.ToBeSubstantiated => Tr($"Een deel van de toets is nog open."),
        DistinctionVerdict.NotJustified => Tr($"Een stap van de toets is niet gehaald. Bespreek met een jurist of het criterium moet stoppen."),
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
        TestFinding.Unknown => Tr($"Weet ik niet"),
        TestFinding.Yes => Tr($"Ja"),
        TestFinding.No => Tr($"Nee"),
    };

    /// <summary>The choice that a statutory exception stands for.</summary>
    public static string ExceptionOf(DistinctionRegister register, string id) => id switch
    {
        Distinction.UnknownException => Tr($"Weet ik niet"),
        Distinction.NoException => Tr($"Geen wettelijke uitzondering"),
        _ => register.Exceptions.FirstOrDefault(exception => exception.Id == id)?.Title.Shown() ?? id,
    };
}
