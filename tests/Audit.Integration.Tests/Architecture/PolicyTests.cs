using System.Text.RegularExpressions;
using Audit.Data.Database;
using Audit.Workflows.Cases;
using Xunit;

namespace Audit.Integration.Tests.Architecture;

/// <summary>Rules about roles stand in one file (decision 0017).</summary>
public sealed partial class PolicyTests
{
    [Fact]
    public void Every_rule_is_in_the_list_under_its_own_name()
    {
        var declared = typeof(Policies).GetProperties().Where(property => property.PropertyType == typeof(Policy)).ToList();
        Assert.Equal(declared.Select(property => property.Name), Policies.All.Select(policy => policy.Name));
        Assert.Equal(declared.Select(property => property.GetValue(null)), Policies.All);
        Assert.All(Policies.All, policy => Assert.NotEmpty(policy.Roles));
    }

    [Fact]
    public void Who_is_of_the_team_judges_nothing_whatever_other_role_is_added()
    {
        foreach (var policy in new[] { Policies.Review, Policies.AcceptRisk, Policies.CloseSuspicion })
        {
            Assert.True(policy.Allows(policy.Roles));
            Assert.False(policy.Allows([.. policy.Roles, Roles.Assessor]));
            Assert.False(policy.Allows([Roles.Coach]));
            Assert.False(policy.Allows([]));
        }
    }

    [Fact]
    public void No_other_file_asks_which_roles_somebody_has()
    {
        string[] projects = ["Audit.Workflows", "Audit.Web"];
        var files = projects.SelectMany(project => Directory.EnumerateFiles(RepositoryFiles.PathTo("src", project), "*.cs*", SearchOption.AllDirectories)).Where(path => Path.GetExtension(path) is ".cs" or ".cshtml").ToList();
        var offenders = files.Where(path => Path.GetFileName(path) is not ("Policies.cs" or "AccountChanges.cs" or "Invitations.cs" or "DeskFocus.cs"))
            .SelectMany(path => File.ReadAllLines(path).Where(line => Asks().IsMatch(line)).Select(line => $"{Path.GetFileName(path)}: {line.Trim()}"));
        Assert.Empty(offenders);
        Assert.Matches(Asks(), "if (view.MyRoles.Contains(Roles.Coach))");
        Assert.Matches(Asks(), "roles.Any(role => role is Roles.Assessor or Roles.Coach)");
        Assert.Matches(Asks(), "row.UserId == me && row.Role == Roles.Admin");
        Assert.True(files.Count > 300, $"{files.Count}");
    }

    /// <summary>A question about the roles of a person. What may be asked elsewhere: whether a role still has anybody, and who gets a message.</summary>
    [GeneratedRegex(@"oles\.(Contains|Any|Exists)\(.*Roles\.[A-Z]|\.HasClaim\(SessionClaims\.BodyRole|UserId == \w+ && .*Role == Roles\.[A-Z]")]
    private static partial Regex Asks();
}
