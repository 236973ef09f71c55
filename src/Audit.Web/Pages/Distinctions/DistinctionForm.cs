using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Distinctions;

/// <summary>What the form of one distinction sends.</summary>
public sealed class DistinctionForm
{
    private const int Longest = 4000;

    public string? Criterium { get; set; }

    public string? Onderdeel { get; set; }

    public string[] Gronden { get; set; } = [];

    public DistinctionKind? Soort { get; set; }

    public TestFinding Voorgeschreven { get; set; }

    public string? Uitzondering { get; set; }

    public TestFinding Doel { get; set; }

    public string? DoelWaarom { get; set; }

    public TestFinding Geschikt { get; set; }

    public string? GeschiktWaarom { get; set; }

    public TestFinding Noodzakelijk { get; set; }

    public string? NoodzakelijkWaarom { get; set; }

    public TestFinding Evenredig { get; set; }

    public string? EvenredigWaarom { get; set; }

    /// <summary>A verdict that the team holds itself; null = as the test gives.</summary>
    public DistinctionVerdict? Oordeel { get; set; }

    public string? Toelichting { get; set; }

    public string? Bron { get; set; }

    /// <summary>Why it goes out of the register.</summary>
    public string? Reden { get; set; }

    /// <summary>Version that the person was looking at.</summary>
    public Guid? Gezien { get; set; }

    /// <summary>Made when the form was shown.</summary>
    public Guid Inzending { get; set; } = Guid.CreateVersion7();

    /// <summary>The choice whether the law lays the criterion down.</summary>
    internal FindingField PrescribedField => new(
        "voorgeschreven", Tr($"Schrijft de wet dit criterium voor?"), Tr($"Het criterium staat dan zelf in een wet of regeling van buiten."), Voorgeschreven);

    /// <summary>The steps of the justification test: field, question, finding and motivation.</summary>
    internal IReadOnlyList<FormStep> Steps =>
    [
        new("doel", Tr($"Is er een legitiem doel?"), Tr($"Wat wil de taak met dit criterium bereiken? Een wens om te besparen is op zichzelf te weinig."), Doel, DoelWaarom),
        new("geschikt", Tr($"Is het criterium geschikt?"), Tr($"Draagt het criterium aantoonbaar bij aan het doel?"), Geschikt, GeschiktWaarom),
        new("noodzakelijk", Tr($"Is het criterium noodzakelijk?"), Tr($"Is er geen milder alternatief, zoals een steekproef?"), Noodzakelijk, NoodzakelijkWaarom),
        new("evenredig", Tr($"Is het nadeel evenredig?"), Tr($"Staat het nadeel voor de groep in verhouding tot het doel?"), Evenredig, EvenredigWaarom),
    ];

    public static DistinctionForm Of(Distinction distinction, Guid version) => new()
    {
        Criterium = distinction.Criterion,
        Onderdeel = distinction.ComponentId,
        Gronden = [.. distinction.GroundIds],
        Soort = distinction.Kind,
        Voorgeschreven = distinction.Prescribed,
        Uitzondering = distinction.Exception,
        Doel = distinction.Justification.Aim.Finding,
        DoelWaarom = distinction.Justification.Aim.Motivation,
        Geschikt = distinction.Justification.Suitable.Finding,
        GeschiktWaarom = distinction.Justification.Suitable.Motivation,
        Noodzakelijk = distinction.Justification.Necessary.Finding,
        NoodzakelijkWaarom = distinction.Justification.Necessary.Motivation,
        Evenredig = distinction.Justification.Proportionate.Finding,
        EvenredigWaarom = distinction.Justification.Proportionate.Motivation,
        Oordeel = distinction.StatedVerdict,
        Toelichting = distinction.Motivation,
        Bron = distinction.Source,
        Gezien = version,
    };

    /// <summary>The distinction in the form, once it was checked.</summary>
    /// <param name="key">Key of the distinction; empty for a new one.</param>
    public Distinction ToDistinction(string key) => new(key, Text(Criterium) ?? string.Empty, Onderdeel ?? string.Empty, Gronden, Soort ?? DistinctionKind.Unknown)
    {
        Prescribed = Voorgeschreven,
        Exception = string.IsNullOrEmpty(Uitzondering) ? Distinction.UnknownException : Uitzondering,
        Justification = new(new(Doel, Text(DoelWaarom)), new(Geschikt, Text(GeschiktWaarom)), new(Noodzakelijk, Text(NoodzakelijkWaarom)), new(Evenredig, Text(EvenredigWaarom))),
        StatedVerdict = Oordeel,
        Motivation = Text(Toelichting),
        Source = Text(Bron),
    };

    /// <summary>Adds an error for everything that is missing or does not go together.</summary>
    /// <param name="state">Where the errors go.</param>
    /// <param name="instrument">The instrument with its register.</param>
    /// <param name="day">Reference date of the case.</param>
    public void Check(ModelStateDictionary state, Instrument instrument, DateOnly day)
    {
        if (Text(Criterium) is null)
        {
            state.AddModelError("criterium", Tr($"Schrijf het criterium op."));
        }

        if (instrument.Components.All(component => component.Id != Onderdeel))
        {
            state.AddModelError("onderdeel", Tr($"Kies waar het criterium vandaan komt."));
        }

        if (Soort is null)
        {
            state.AddModelError("soort", Tr($"Kies hoe het criterium samenhangt met een grond."));
        }

        CheckGrounds(state, instrument.Register);
        (string Field, string? Text)[] texts =
        [
            ("criterium", Criterium), ("doelWaarom", DoelWaarom), ("geschiktWaarom", GeschiktWaarom), ("noodzakelijkWaarom", NoodzakelijkWaarom),
            ("evenredigWaarom", EvenredigWaarom), ("toelichting", Toelichting), ("bron", Bron),
        ];
        foreach (var (field, _) in texts.Where(pair => pair.Text?.Length > Longest))
        {
            state.AddModelError(field, Tr($"Maak deze tekst korter: hoogstens {Longest} tekens."));
        }

        CheckVerdict(state, instrument.Register, day);
    }

    private void CheckGrounds(ModelStateDictionary state, DistinctionRegister register)
    {
        if (Gronden.Any(id => register.FindGround(id) is null) || (Gronden.Length == 0 && Soort is not (DistinctionKind.None or DistinctionKind.Unknown or null)))
        {
            state.AddModelError("gronden", Tr($"Kies minstens één grond."));
        }

        if (Uitzondering is { Length: > 0 } id && id is not (Distinction.NoException or Distinction.UnknownException) && register.Exceptions.All(exception => exception.Id != id))
        {
            state.AddModelError("uitzondering", Tr($"Kies een uitzondering uit de lijst."));
        }
    }

    private void CheckVerdict(ModelStateDictionary state, DistinctionRegister register, DateOnly day)
    {
        if (Oordeel is { } stated && Soort is not null && DistinctionTest.TestedVerdictOf(ToDistinction(string.Empty), register, day) is var tested && stated < tested)
        {
            state.AddModelError("oordeel", Tr($"De toets geeft ‘{Texts.DistinctionTexts.NameOf(tested)}’. U kunt strenger oordelen, niet milder."));
        }
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.ReplaceLineEndings("\n").Trim();
}

/// <summary>A step of the test as the form shows it.</summary>
public sealed record FormStep(string Field, string Question, string Hint, TestFinding Finding, string? Motivation);
