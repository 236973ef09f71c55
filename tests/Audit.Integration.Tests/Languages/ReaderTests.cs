using Audit.Core.Actions;
using Audit.Core.Instruments;
using Audit.Data.Database;
using Audit.Data.Languages;
using Audit.Web.Charts;
using Audit.Web.Texts;
using Audit.Workflows.Activities;
using Xunit;

namespace Audit.Integration.Tests.Languages;

/// <summary>Numbers, dates and words follow the reader; what is stored does not.</summary>
public sealed class ReaderTests
{
    private static readonly DateTime Moment = new(2026, 11, 26, 13, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(null, "0,53", "1.234", "26 november 2026", "26 november 2026 om 14:05", "Laag tot hoog")]
    [InlineData("en", "0.53", "1,234", "26 November 2026", "26 November 2026 at 14:05", "Low to high")]
    public void Words_OfAReader_AreInTheLanguageOfThatReader(string? language, string number, string count, string day, string moment, string classes)
    {
        using var reader = Language.Use(language);
        Assert.Equal(number, DutchText.Number(0.53));
        Assert.Equal(count, DutchText.Count(1234));
        Assert.Equal(day, Dates.Day(Moment));
        Assert.Equal(moment, Dates.Moment(Moment));
        Assert.Equal(classes, DutchText.Classes(new(RiskClass.Low, RiskClass.High)));
    }

    [Theory]
    [InlineData(null, "Gereed", "Procesbegeleider", "opdrachtgever", "Streefdatum")]
    [InlineData("en", "Done", "Coach", "sponsor", "Target date")]
    public void Labels_ThatAreStoredInDutch_AreShownInTheLanguageOfTheReader(string? language, string status, string role, string forum, string column)
    {
        using var reader = Language.Use(language);
        Assert.Equal(status, ActionTexts.TitleOf(ActionStatus.Done));
        Assert.Equal(role, RoleTexts.NameOf(Roles.Coach));
        Assert.Equal(forum, RoleTexts.ForumOf(RoleNames.Dutch(Roles.Sponsor)));
        Assert.Equal(column, ColumnTexts.Of("Streefdatum"));
    }

    [Fact]
    public void LabelOf_EveryStatusAndPriority_IsTheDutchLabelForADutchReader()
    {
        using var reader = Language.Use(null);
        Assert.All(Enum.GetValues<ActionStatus>(), status => Assert.Equal(status.Dutch(), ActionTexts.LabelOf(status.Dutch())));
        Assert.All(Enum.GetValues<ActionPriority>(), priority => Assert.Equal(priority.Dutch(), ActionTexts.LabelOf(priority.Dutch())));
        Assert.All(Roles.All, role => Assert.Equal(RoleNames.Dutch(role), RoleNames.Of(role)));
    }
}
