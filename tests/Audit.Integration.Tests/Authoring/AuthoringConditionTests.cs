using Audit.Data.Templates.Documents;
using Xunit;

namespace Audit.Integration.Tests.Authoring;

/// <summary>Conditions as authors type them.</summary>
public sealed class AuthoringConditionTests
{
    private static readonly MapNode Instrument = FullInstrument.Instrument();
    private static readonly byte[] Workbook = AuthoredFile.Workbook(Instrument, FullInstrument.Measures());

    [Theory]
    [InlineData("Q1 in (in)", "{question: Q1, in: [in]}")]
    [InlineData("  Q1   IN(none,in ) ", "{question: Q1, in: [none, in]}")]
    [InlineData("Niet Q1 in (in) EN niet (niet in (en))", "{all: [{not: {question: Q1, in: [in]}}, {not: {question: niet, in: [en]}}]}")]
    [InlineData("Q1 in (in) of Q1 in (none) of Q2 in (in)", "{any: [{question: Q1, in: [in]}, {question: Q1, in: [none]}, {question: Q2, in: [in]}]}")]
    [InlineData("(Q1 in (in) en\n Q1 in (none)) of Q2 in (in)", "{any: [{all: [{question: Q1, in: [in]}, {question: Q1, in: [none]}]}, {question: Q2, in: [in]}]}")]
    [InlineData("((Q1 in (in)))", "{question: Q1, in: [in]}")]
    [InlineData("alle (Q1 in (in))", "{all: [{question: Q1, in: [in]}]}")]
    [InlineData("niet in in (en)", "{not: {question: in, in: [en]}}")]
    public void Read_Condition_GivesTheTree(string typed, string expected)
    {
        var content = AuthoredFile.Read(Typed(typed));

        Assert.Empty(content.Problems);
        var gates = Assert.IsType<ListNode>(content.Instrument!.Find("gates"));
        var when = Assert.IsType<MapNode>(gates.Items[0]).Find("when")!;
        Assert.Equal(CanonicalJson.Of(AuthoredFile.Tree(expected)), CanonicalJson.Of(when));
    }

    [Theory]
    [InlineData("Q1", "teken 1: na vraag 'Q1' komt 'in (antwoord, antwoord)'")]
    [InlineData("Q1 = in", "teken 1: na vraag 'Q1' komt")]
    [InlineData("Q1 in ()", "teken 8: hier wordt het id van een antwoord verwacht, maar staat ')'")]
    [InlineData("Q1 in (in", "teken 8: na een antwoord komt een komma of een haakje dat sluit")]
    [InlineData("Q1 in (in) en", "aan het eind ontbreekt het id van een vraag")]
    [InlineData("Q1 in (in) Q2 in (in)", "teken 12: na een voorwaarde komt 'en' of 'of', maar hier staat 'Q2'")]
    [InlineData("Q1 in (in) en Q1 in (none) of Q2 in (in)", "teken 28: 'en' en 'of' staan door elkaar; zet haakjes")]
    [InlineData("(Q1 in (in)", "teken 1: dit haakje wordt niet gesloten")]
    [InlineData("Q1 in (in))", "teken 11: dit haakje sluit niets")]
    [InlineData("en", "teken 1: na vraag 'en' komt")]
    [InlineData(",", "teken 1: hier wordt het id van een vraag verwacht")]
    public void Read_BrokenCondition_SaysWhere(string typed, string message) => AssertFault(typed, message);

    [Fact]
    public void Read_HostileNesting_IsRefused() => AssertFault(new string('(', 30_000), "er staan meer dan 64 haakjes in elkaar");

    private static void AssertFault(string typed, string message)
    {
        var problem = Assert.Single(AuthoredFile.Read(Typed(typed)).Problems);
        Assert.Equal(("Drempelregels", "D2"), (problem.Sheet, problem.Cell));
        Assert.StartsWith($"de voorwaarde is niet te lezen: {message}", problem.Message.ToString(), StringComparison.Ordinal);
    }

    private static byte[] Typed(string condition) => AuthoredFile.Changed(Workbook, book => book.Cell("Drempelregels", "G2", "Voorwaarde").SetValue(condition));
}
