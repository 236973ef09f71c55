namespace Audit.Data.Excel.Uploads;

/// <summary>How much an uploaded workbook may hold, so that a hostile one takes no time or memory.</summary>
/// <param name="PackedBytes">Largest file.</param>
/// <param name="UnpackedBytes">Most bytes of all parts together, counted while they are unpacked.</param>
/// <param name="Ratio">Most unpacked bytes per packed byte of a part larger than <see cref="FreeBytes"/>.</param>
/// <param name="Parts">Most parts in the package.</param>
/// <param name="Cells">Most cells with a value.</param>
/// <param name="Letters">Most letters in all cells together; a text that many cells share counts for each of them.</param>
public sealed record UploadLimits(int PackedBytes, int UnpackedBytes, int Ratio, int Parts, int Cells, int Letters)
{
    /// <summary>A part up to this size may be packed as tightly as it likes. Unit: bytes.</summary>
    public const int FreeBytes = 1024 * 1024;

    /// <summary>Room for an instrument or plan of the largest size that the program itself writes.</summary>
    public static UploadLimits Default { get; } = new(10 * 1024 * 1024, 100 * 1024 * 1024, 100, 200, 1_000_000, 64 * 1024 * 1024);
}

/// <summary>Stops the reading of an upload.</summary>
/// <param name="why">For the user; without capital and full stop.</param>
internal sealed class UploadRefusedException(Sentence why) : Exception(why.ToString())
{
    public Sentence Why { get; } = why;
}
