using Audit.Core.Actions;
using Audit.Core.Actions.Tracking;
using Audit.Core.Instruments;
using Audit.Core.Risks;
using Audit.Data.Languages;
using Audit.Workflows.Definitions;
using Audit.Workflows.Risks;
using Xunit;
using static Audit.Data.Languages.Language;

namespace Audit.Integration.Tests.Languages;

/// <summary>Sentences of the domain are in the language of the reader, also after they were stored.</summary>
public sealed class SentenceTests
{
    private static readonly Sentence Nested = Sentence.Of($"Het restrisico blijft ten hoogste {0.5}. Bij ernstniveau {4} moet het onder {Sentence.Of($"niet te bepalen")} komen.");

    [Theory]
    [InlineData(null, "Het restrisico blijft ten hoogste 0,5. Bij ernstniveau 4 moet het onder niet te bepalen komen.")]
    [InlineData("en", "The residual risk stays at most 0.5. At severity level 4 it must come below cannot be determined.")]
    public void Tr_Sentence_IsInTheLanguageOfTheReader(string? language, string expected)
    {
        using var reader = Use(language);
        Assert.Equal(expected, Tr(SentenceJson.From(SentenceJson.Stored(Nested))));
    }

    [Theory]
    [InlineData(null, "De scores van 3 taken zijn opnieuw berekend en vastgelegd.")]
    [InlineData("en", "The scores of 3 tasks have been calculated again and recorded.")]
    public void Stored_OutcomeOfAJob_IsShownInTheLanguageOfWhoeverReadsIt(string? language, string expected)
    {
        var stored = SentenceJson.Stored(Sentence.Of($"De scores van {3} taken zijn opnieuw berekend en vastgelegd."));
        using var reader = Use(language);
        Assert.Equal(expected, Tr(SentenceJson.From(stored)));
        Assert.Null(LangOf(SentenceJson.From(stored)));
    }

    [Fact]
    public void From_TextOfAnOlderVersion_StaysDutchAndSaysSo()
    {
        using var reader = Use("en");
        var old = SentenceJson.From("Het werkboek is klaar {0}.");
        Assert.Equal(("Het werkboek is klaar {0}.", "nl"), (Tr(old), LangOf(old)));
    }

    [Fact]
    public void Stored_EveryKindOfArgument_ComesBack()
    {
        var sentence = Sentence.Of($"{"a \"{0}\""} {7} {0.25} {new LocalizedText("ja", "yes")} {Sentence.Of($"hoog")}");
        var back = SentenceJson.From(SentenceJson.Stored(sentence));
        Assert.Equal(sentence, back);
        using var reader = Use("en");
        Assert.Equal("a \"{0}\" 7 0.25 yes high", Tr(back));
    }

    [Theory]
    [InlineData("gewoon getypt")]
    [InlineData("{\"nl\": de rest is geen JSON")]
    [InlineData("{\"nl\": \"{5}\", \"met\": []}")]
    [InlineData("{\"nl\": 3}")]
    public void Stored_WhatSomebodyTyped_StaysAsItIs(string typed)
    {
        Assert.Equal(typed, SentenceJson.Stored(Sentence.Fixed(typed)));
        Assert.Equal(typed, SentenceJson.From(typed).ToString());
    }

    [Fact]
    public void Stored_MoreThanTheColumnHolds_IsDutchTextThatWasCutOff()
    {
        var sentence = Sentence.Of($"‘{new string('x', 90)}’.");
        Assert.Equal(sentence.ToString(), SentenceJson.Stored(sentence, 100));
        Assert.Equal($"‘{new string('x', 78)}…", SentenceJson.Stored(sentence, 80));
    }

    [Fact]
    public void Checks_OfAnAction_AreEnglishForAnEnglishReader()
    {
        var item = new ActionItem { RowKey = Guid.NewGuid(), Number = 1, TaskId = "t", TaskName = "T", Measure = "m", Status = ActionStatus.Running, Due = new(2026, 7, 1) };
        using var reader = Use("en");
        Assert.Equal(["The action has begun, but this was not recorded beforehand: indicator, baseline, target value."], ActionChecks.WarningsOf(item, []).Select(finding => Tr(finding.Text)));
    }

    [Fact]
    public void Proposal_WithLongTexts_KeepsItsTitleWithinTheColumn()
    {
        var proposal = new RiskProposal("t", RiskCue.UnjustifiedDistinction, "d", "policy") { Title = Sentence.Fixed(new string('x', 900)), Cause = Sentence.Fixed("oorzaak") };
        Assert.Equal(300, RiskContent.Of(proposal).Title.Length);
    }

    [Fact]
    public void Shipped_Workflows_HaveEnglishForEveryNameAndDescription()
    {
        Assert.All(Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "workflows"), "*.json"), file =>
        {
            var definition = DefinitionFile.Load(file).Definition!;
            Assert.NotNull(definition.Name.En);
            Assert.NotNull(definition.Description!.En);
            Assert.All(definition.Activities.Where(node => node.DisplayName is not null), node => Assert.NotNull(node.DisplayName!.En));
        });
    }
}
