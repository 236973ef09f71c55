using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>Makes every command wait, as a database does that is too busy.</summary>
internal sealed class SlowCommands : DbCommandInterceptor
{
    public TimeSpan Delay { get; set; }

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await Task.Delay(Delay, cancellationToken);
        return result;
    }
}
