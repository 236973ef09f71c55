using System.Linq.Expressions;
using Audit.Data.Database;

namespace Audit.Web.Desk;

/// <summary>Searches by part of a name, whatever the capitals, in the database.</summary>
/// <remarks>SQLite raises only the letters of ASCII, SQL Server those with accents too; the words are looked for in both ways.</remarks>
public static class NameSearch
{
#pragma warning disable CA1304, CA1311, CA1862 // These run in the database, which has no cultures and no comparisons of .NET.
    /// <summary>Cases whose name holds these words.</summary>
    public static Expression<Func<AssessmentRow, bool>> OfCases(string words)
    {
        var (plain, all) = Raise(words);
        return row => row.Name.ToUpper().Contains(plain) || row.Name.ToUpper().Contains(all);
    }

    /// <summary>People whose name or e-mail address holds these words.</summary>
    public static Expression<Func<UserRow, bool>> OfPeople(string words)
    {
        var (plain, all) = Raise(words);
        return user => user.DisplayName.ToUpper().Contains(plain) || user.DisplayName.ToUpper().Contains(all) || user.NormalizedEmail!.Contains(all);
    }
#pragma warning restore CA1304, CA1311, CA1862

    private static (string Plain, string All) Raise(string words) =>
        (string.Concat(words.Select(letter => char.IsAscii(letter) ? char.ToUpperInvariant(letter) : letter)), words.ToUpperInvariant());
}
