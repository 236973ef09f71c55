using Audit.Core.Review;

namespace Audit.Core.Tests.Review;

public sealed class IndependenceTests
{
    [Theory]
    [InlineData("auditor", new[] { "auditor" }, true)]
    [InlineData("auditor", new[] { "auditor", "assessor" }, false)]
    [InlineData("sponsor", new[] { "sponsor", "coach" }, false)]
    [InlineData("assessor", new[] { "assessor", "coach" }, true)]
    [InlineData("assessor", new[] { "auditor" }, false)]
    [InlineData("manager", new string[0], false)]
    public void MayAct_RolesInTheCase_DecideWhoMayTakeAStep(string stepRole, string[] roles, bool expected) =>
        Assert.Equal(expected, Independence.MayAct(stepRole, roles));

    [Theory]
    [InlineData(new[] { "assessor", "coach", "manager" }, true)]
    [InlineData(new[] { "auditor", "manager" }, true)]
    [InlineData(new[] { "assessor", "auditor" }, false)]
    [InlineData(new[] { "coach", "sponsor" }, false)]
    public void Allows_RolesOfOnePerson_NeverBothFillInAndJudge(string[] roles, bool expected) =>
        Assert.Equal(expected, Independence.Allows(roles));
}
