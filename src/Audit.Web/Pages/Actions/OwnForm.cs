using Audit.Workflows.Actions;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Audit.Web.Pages.Actions;

/// <summary>What stands in the fields of an action that somebody writes.</summary>
public sealed class OwnForm
{
    public const string TaskField = "taak";
    public const string TitleField = "titel";
    public const string WhyField = "waarom";
    public const string GoalField = "beoogd";

    private const int TitleLength = 400;
    private const int TextLength = 4000;

    public string? Taak { get; set; }

    public string? Titel { get; set; }

    /// <summary>Title of the component; empty for none.</summary>
    public string? Onderdeel { get; set; }

    public string? Waarom { get; set; }

    /// <summary>What it is meant to reach.</summary>
    public string? Beoogd { get; set; }

    public OwnAction Content => new(Taak ?? string.Empty, Text(Titel)) { Component = Text(Onderdeel), Why = Text(Waarom), Goal = Text(Beoogd) };

    /// <summary>Adds an error for everything that cannot be stored.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (Text(Titel).Length == 0)
        {
            state.AddModelError(TitleField, Tr($"Schrijf op wat er wordt gedaan."));
        }

        if (Text(Waarom).Length == 0)
        {
            state.AddModelError(WhyField, Tr($"Schrijf op waarom deze actie nodig is."));
        }

        CheckLength(state, TitleField, Titel, TitleLength);
        CheckLength(state, WhyField, Waarom, TextLength);
        CheckLength(state, GoalField, Beoogd, TextLength);
    }

    private static void CheckLength(ModelStateDictionary state, string field, string? text, int most)
    {
        if (Text(text).Length > most)
        {
            state.AddModelError(field, Tr($"Maak deze tekst korter: hooguit {most} tekens."));
        }
    }

    private static string Text(string? typed) => typed?.ReplaceLineEndings("\n").Trim() ?? string.Empty;
}
