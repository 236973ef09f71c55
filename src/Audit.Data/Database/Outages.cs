using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Audit.Data.Database;

/// <summary>Why the database, or the disk with its files, cannot do what it is asked now. It passes without a restart; nothing was changed.</summary>
public enum Outage
{
    /// <summary>Another change holds the database too long.</summary>
    Busy,

    /// <summary>There is no room to write.</summary>
    Full,

    /// <summary>It may only be read.</summary>
    ReadOnly,

    /// <summary>It cannot be reached, or not be read or written.</summary>
    Unreachable,
}

/// <summary>The queue of writers did not move in time.</summary>
public sealed class DatabaseBusyException() : Exception("other changes hold the database too long");

/// <summary>Recognises that a failure is one of the database and not of the program.</summary>
public static class Outages
{
    private const int NoRoomOnDisk = 28;
    private const int NoRoomInQuota = 122;
    private const int HResultDiskFull = unchecked((int)0x80070070);

    /// <summary>What a failure means; null when it is no outage.</summary>
    public static Outage? Of(Exception failure) => failure switch
    {
        DatabaseBusyException => Outage.Busy,
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        SqlException server => OfServer(server),
        DbUpdateException { InnerException: { } inner } => Of(inner),
        AggregateException { InnerException: { } inner } => Of(inner),
        InvalidOperationException { InnerException: { } inner } => Of(inner),
        IOException { HResult: NoRoomOnDisk or NoRoomInQuota or HResultDiskFull } => Outage.Full,
        _ => null,
    };

    private static Outage? OfSqlite(int code) => code switch
    {
        5 or 6 => Outage.Busy,
        8 => Outage.ReadOnly,
        13 => Outage.Full,
        10 or 14 => Outage.Unreachable,
        _ => null,
    };

    /// <summary>The numbers of SQL Server and of its client; a number that is not named stays a fault of the program.</summary>
    private static Outage? OfServer(SqlException failure) => failure.Number switch
    {
        -2 or 1205 or 1222 => Outage.Busy,
        1101 or 1105 or 9002 => Outage.Full,
        3906 or 3908 => Outage.ReadOnly,
        -1 or 2 or 53 or 64 or 121 or 232 or 233 or 258 or 4060 or 10053 or 10054 or 10060 or 10061
            or 10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 => Outage.Unreachable,
        _ => null,
    };
}
