using Audit.Core.Instruments;
using Audit.Data.Documents;
using Xunit;

namespace Audit.Integration.Tests.Content;

/// <summary>The page of sources says what the shipped pack says.</summary>
public sealed class InstrumentPageTests
{
    [Fact]
    public void Page_OfTheRepository_IsWhatThePackSays() => Assert.True(
        File.ReadAllText(RepositoryFiles.PathTo("docs", "instrument.md")) == InstrumentPage.Of(ShippedContent.Pack, ShippedContent.Measures),
        $"docs/instrument.md is out of date: run 'audit instrument document templates/instruments/discriminatietoets/{ShippedContent.Pack.Version}.yaml docs/instrument.md --measures templates/measures/*.yaml'");

    [Fact]
    public void Page_EveryQuestionAndSource_IsOnIt()
    {
        var page = InstrumentPage.Of(ShippedContent.Pack, ShippedContent.Measures);

        Assert.All(ShippedContent.Pack.AllQuestions, question => Assert.Contains($"| {question.Id} | {question.Text.Nl} |", page, StringComparison.Ordinal));
        Assert.All(ShippedContent.Pack.Sources, source => Assert.NotNull(source.Kind));
    }

    [Fact]
    public void Page_TextsWithMarkup_StayText()
    {
        var page = InstrumentPage.Of(
            new("proef", "1", InstrumentStatus.Unofficial, "Proef") { Severity = [new("S", QuestionKind.Severity, new("s", []), 1, "<b>Vet</b> | [x](y) `code`")] }, []);

        Assert.Contains(@"&lt;b&gt;Vet&lt;/b&gt; \| \[x\](y) \`code\`", page, StringComparison.Ordinal);
    }
}
