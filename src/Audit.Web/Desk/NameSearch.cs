using System.Linq.Expressions;
using Audit.Data.Database;

namespace Audit.Web.Desk;

/// <summary>Searches by part of a name, whatever the capitals, in the database.</summary>
public static class NameSearch
{
#pragma warning disable CA1304, CA1311, CA1862 // These run in the database, which has no cultures and no comparisons of .NET.
    /// <summary>Cases whose name holds these words.</summary>
    /// <param name="words">In capitals.</param>
    public static Expression<Func<AssessmentRow, bool>> OfCases(string words) => row => row.Name.ToUpper().Contains(words);

    /// <summary>People whose name or e-mail address holds these words.</summary>
    /// <param name="words">In capitals.</param>
    public static Expression<Func<UserRow, bool>> OfPeople(string words) =>
        user => user.DisplayName.ToUpper().Contains(words) || user.NormalizedEmail!.Contains(words);
#pragma warning restore CA1304, CA1311, CA1862
}
