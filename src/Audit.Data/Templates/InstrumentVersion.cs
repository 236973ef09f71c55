using Audit.Core.Instruments;

namespace Audit.Data.Templates;

/// <summary>A version of an instrument that this installation knows.</summary>
/// <param name="Template">Its content.</param>
public sealed record InstrumentVersion(Template<Instrument> Template)
{
    public Instrument Instrument => Template.Value;

    /// <summary>Row of the content; null when it comes with the program and no case has used it yet.</summary>
    public Guid? RowId { get; init; }

    /// <summary>Whether it stands in the content folder now.</summary>
    public bool IsShipped { get; init; }

    /// <summary>When it was published on screen; null when it was not.</summary>
    public DateTime? PublishedUtc { get; init; }

    public Guid? PublishedById { get; init; }

    /// <summary>The measures that were published with it; null = those that come with the program.</summary>
    public Guid? MeasuresId { get; init; }

    /// <summary>Whether new cases can use it; others are known only because cases run on them.</summary>
    public bool IsOffered => IsShipped || PublishedUtc is not null;
}
