namespace Audit.Data.Excel;

/// <summary>Lets few workbooks be made at once, because each takes a processor and much memory; the rest waits its turn.</summary>
/// <param name="atOnce">Workbooks made at the same time, at least 1.</param>
/// <param name="mostWaiting">Requests that may wait beside those; further ones are refused at once.</param>
public sealed class ExportQueue(int atOnce = 2, int mostWaiting = 20) : IDisposable
{
    private readonly SemaphoreSlim turns = new(atOnce, atOnce);
    private int inside;

    /// <summary>Makes a workbook as soon as it is its turn.</summary>
    /// <returns>The file, from its start; null when the queue is full and the user must try again later.</returns>
    public async Task<MemoryStream?> MakeAsync(ActionPlanExport plan, CancellationToken cancel = default)
    {
        var file = new MemoryStream();
        if (!await RunAsync(() => ActionPlanWorkbook.Write(plan, file), cancel))
        {
            return null;
        }

        file.Position = 0;
        return file;
    }

    /// <summary>Runs work as soon as it is its turn, away from the caller's thread.</summary>
    /// <returns>False when the queue is full; the work was not done.</returns>
    public async Task<bool> RunAsync(Action work, CancellationToken cancel = default)
    {
        if (Interlocked.Increment(ref inside) > atOnce + mostWaiting)
        {
            Interlocked.Decrement(ref inside);
            return false;
        }

        try
        {
            await turns.WaitAsync(cancel);
            try
            {
                await Task.Run(work, cancel);
            }
            finally
            {
                turns.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }

        return true;
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();
}
