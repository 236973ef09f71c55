namespace Audit.Data.Database;

/// <summary>One program at a time brings a SQLite file to the newest schema; the lock goes when its holder ends, in whatever way.</summary>
/// <remarks>
/// EF keeps a row as its lock, which a killed process leaves behind, so that every later migration would wait for ever. Whoever holds
/// this lock knows that such a row is left over. The empty file beside the database stays; taking it away could give two holders.
/// </remarks>
internal sealed class MigrationLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly FileStream file;

    private MigrationLock(FileStream file) => this.file = file;

    /// <summary>Waits until nobody else migrates the file.</summary>
    /// <exception cref="DatabaseRefusedException">Another program goes on migrating it, or no file can be written beside it.</exception>
    public static async Task<MigrationLock> TakeAsync(string database, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new(new FileStream($"{database}-migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (Exception failure) when (failure is UnauthorizedAccessException or DirectoryNotFoundException)
            {
                throw new DatabaseRefusedException($"Naast de database '{database}' kan niet worden geschreven: {failure.Message}", failure);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(Pause, cancellation);
            }
            catch (IOException failure)
            {
                throw new DatabaseRefusedException($"Een ander programma werkt het schema van '{database}' al {Patience.TotalMinutes} minuten bij. Wacht tot het klaar is.", failure);
            }
        }
    }

    public void Dispose() => file.Dispose();
}
