using Audit.Data.Database;
using Audit.Web.Desk;

namespace Audit.Web.Pages.Assessments;

/// <summary>Which cases the list shows; comes from the address, so that it can be kept as a bookmark.</summary>
public sealed class CaseFilter
{
    public const int PageSize = 20;

    private const int MostCharacters = 200;

    /// <summary>Part of the name.</summary>
    public string? Zoek { get; set; }

    /// <summary>One of <see cref="Statuses"/>; anything else means all that are in use.</summary>
    public string? Status { get; set; }

    /// <summary>Number of the page, from 1.</summary>
    public int Pagina { get; set; } = 1;

    public bool IsEmpty => Words.Length == 0 && Statuses.All(status => status.Value != Status);

    public int Page => Math.Clamp(Pagina, 1, 1_000_000);

    /// <summary>The choices for the status, with their words.</summary>
    public static IReadOnlyList<(string Value, string Name)> Statuses =>
    [
        ("lopend", Tr($"In uitvoering")),
        ("vastgesteld", Tr($"Vastgesteld")),
        ("afgerond", Tr($"Afgerond")),
        ("archief", Tr($"In het archief")),
        ("ingetrokken", Tr($"Ingetrokken")),
    ];

    public string Words => Zoek?.Trim() is { } text ? text[..Math.Min(text.Length, MostCharacters)] : string.Empty;

    /// <summary>The cases that fit, archived and withdrawn ones only when asked for.</summary>
    public IQueryable<AssessmentRow> Of(IQueryable<AssessmentRow> cases)
    {
        var named = Words.Length == 0 ? cases : cases.Where(NameSearch.OfCases(Words));
        var inUse = named.Where(row => row.ArchivedUtc == null && row.WithdrawnUtc == null);
        return Status switch
        {
            "lopend" => inUse.Where(row => row.Status == AssessmentStatus.Running),
            "vastgesteld" => inUse.Where(row => row.Status == AssessmentStatus.Adopted),
            "afgerond" => inUse.Where(row => row.Status == AssessmentStatus.Finished),
            "archief" => named.Where(row => row.ArchivedUtc != null),
            "ingetrokken" => named.Where(row => row.WithdrawnUtc != null),
            _ => inUse,
        };
    }

    /// <summary>The same filter on another page, as a query string.</summary>
    public string To(int page) =>
        $"?zoek={Uri.EscapeDataString(Words)}&status={Uri.EscapeDataString(Status ?? string.Empty)}&pagina={page}";
}
