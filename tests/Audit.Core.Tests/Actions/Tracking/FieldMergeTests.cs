using Audit.Core.Actions.Tracking;

namespace Audit.Core.Tests.Actions.Tracking;

public sealed class FieldMergeTests
{
    [Theory]
    [InlineData("a", "a", "a", "")]
    [InlineData("a", "b", "a", "change")]
    [InlineData("a", "a", "c", "theirs")]
    [InlineData("a", "b", "c", "conflict")]
    [InlineData("a", "b", "b", "")]
    [InlineData("a", " a\r\n", "a", "")]
    [InlineData("", "b", "c", "conflict")]
    [InlineData("a", "", "a", "change")]
    public void Of_OneField_GoesWhereItBelongs(string shown, string sent, string now, string expected)
    {
        var merge = FieldMerge.Of(Values(shown), Values(sent), Values(now));
        Assert.Equal(expected, merge switch
        {
            { Changes.Count: 1, Theirs: [], Conflicts: [] } => "change",
            { Changes.Count: 0, Theirs: ["Veld"], Conflicts: [] } => "theirs",
            { Changes.Count: 0, Theirs: [], Conflicts: ["Veld"] } => "conflict",
            { Changes.Count: 0, Theirs: [], Conflicts: [] } => "",
            _ => "more than one",
        });
    }

    [Fact]
    public void Of_DifferentFields_KeepsBothPeople()
    {
        var merge = FieldMerge.Of(
            new Dictionary<string, string> { ["Start"] = "", ["Afdeling"] = "Beleid" },
            new Dictionary<string, string> { ["Start"] = "2026-06-30", ["Afdeling"] = "Beleid" },
            new Dictionary<string, string> { ["Start"] = "", ["Afdeling"] = "Toezicht" });
        Assert.Equal(new Dictionary<string, string> { ["Start"] = "2026-06-30" }, merge.Changes);
        Assert.Equal(["Afdeling"], merge.Theirs);
        Assert.Empty(merge.Conflicts);
    }

    [Fact]
    public void Of_FieldThatWasNotInTheForm_StaysAsItIs()
    {
        var merge = FieldMerge.Of(Values("a"), new Dictionary<string, string>(), Values("b"));
        Assert.Equal((0, 0, 0), (merge.Changes.Count, merge.Theirs.Count, merge.Conflicts.Count));
    }

    private static Dictionary<string, string> Values(string value) => new() { ["Veld"] = value };
}
