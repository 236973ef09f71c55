using System.Globalization;

namespace Audit.Core.Instruments;

/// <summary>Sets two values of a field side by side.</summary>
internal static class Fields
{
    /// <summary>The change; empty when there is none.</summary>
    public static IReadOnlyList<FieldChange> Of(ChangedField field, string? before, string? after) =>
        string.Equals(before, after, StringComparison.Ordinal) ? [] : [new(field, before, after)];

    /// <summary>The change of a text: in Dutch, or else in English.</summary>
    public static IReadOnlyList<FieldChange> OfText(ChangedField field, LocalizedText? before, LocalizedText? after) =>
        Of(field, before?.Nl, after?.Nl) is { Count: > 0 } dutch ? dutch : Of(ChangedField.English, before?.En, after?.En);

    /// <summary>Ids in their order; null when there are none.</summary>
    public static string? List(IEnumerable<string> ids) => string.Join(", ", ids) is { Length: > 0 } list ? list : null;

    public static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "true" : "false";

    /// <summary>Such as "2026-01-01/", with an open end; null when it always holds.</summary>
    public static string? Period(DateOnly? from, DateOnly? until) => from is null && until is null ? null : $"{Day(from)}/{Day(until)}";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
