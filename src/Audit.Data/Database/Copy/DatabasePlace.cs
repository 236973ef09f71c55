using Microsoft.Data.SqlClient;

namespace Audit.Data.Database.Copy;

/// <summary>Tells from their settings whether two databases are one.</summary>
internal static class DatabasePlace
{
    public static bool AreSame(DatabaseSettings one, DatabaseSettings other) =>
        one.Provider == other.Provider && PlaceOf(one) == PlaceOf(other);

    private static string PlaceOf(DatabaseSettings settings) => settings.Provider switch
    {
        DatabaseProvider.Sqlite => SqliteFile.PathOf(settings.Connection),
        DatabaseProvider.SqlServer => PlaceOnServer(new(settings.Connection)),
    };

    private static string PlaceOnServer(SqlConnectionStringBuilder connection) =>
        $"{connection.DataSource}/{connection.InitialCatalog}".ToUpperInvariant();
}
