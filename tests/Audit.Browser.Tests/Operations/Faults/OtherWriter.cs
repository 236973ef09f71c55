using System.Diagnostics;
using Audit.Data.Database;
using Microsoft.Data.Sqlite;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>A program of somebody else that holds the write lock of a database file until it is disposed.</summary>
internal sealed class OtherWriter : IDisposable
{
    private const string Program = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1],isolation_level=None); c.execute('BEGIN IMMEDIATE'); print('held',flush=True); sys.stdin.read(1)";

    private readonly Process process;

    private OtherWriter(Process process) => this.process = process;

    public static async Task<OtherWriter> HoldAsync(string connection)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Program, SqliteFile.Resolve(new SqliteConnectionStringBuilder(connection).DataSource)]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start)!;
        Assert.Equal("held", await process.StandardOutput.ReadLineAsync());
        return new(process);
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
