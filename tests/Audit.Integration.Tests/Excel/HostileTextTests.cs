using Audit.Core.Assessments;
using Audit.Core.Instruments;
using Audit.Data.Excel;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Spreadsheet;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed class HostileTextTests
{
    public static TheoryData<string, string> Texts => new()
    {
        { "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0" },
        { "+31 70 1234567", "+31 70 1234567" },
        { "+31", "+31" },
        { "＝1+1", "＝1+1" },
        { "\t=1", "\t=1" },
        { "\r\n=1", "\n=1" },
        { "  -x", "  -x" },
        { "@a", "@a" },
        { "'=1", "'=1" },
        { "1234", "1234" },
        { "1-2-2026", "1-2-2026" },
        { "TRUE", "TRUE" },
        { "{=1}", "{=1}" },
        { "emoji 👩‍👧 ok", "emoji 👩‍👧 ok" },
        { "bel\u0007 nul\0 esc\u001b", "bel nul esc" },
        { "los \ud83d halfje \udc00", "los  halfje " },
        { "<script>alert(1)</script>", "<script>alert(1)</script>" },
        { "]]>&amp;\ufffe", "]]>&amp;" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Write_HostileText_ComesBackAsText(string hostile, string expected)
    {
        using var book = new WrittenWorkbook(Poisoned(hostile));
        Assert.Empty(book.Errors);
        foreach (var key in new[] { "Taak", "Onderdeel", "Risico", "Maatregel", "Waarom", "Eigenaar", "Bewijs", "Opmerking", "RowVersion" })
        {
            var cell = book.Cell("Acties", 2, key);
            Assert.Equal((false, XLDataType.Text, expected), (cell.HasFormula, cell.DataType, cell.GetString()));
            Assert.Equal(SafeText.NeedsPrefix(expected), cell.Style.IncludeQuotePrefix);
        }

        Assert.All(["Samenvatting", "Risico's", "Onderbouwing", "Lijsten"], sheet => Assert.Contains(expected, book.Texts(sheet)));
        Assert.All(book.Formulas, one => Assert.DoesNotContain("cmd", one.Formula, StringComparison.Ordinal));
    }

    /// <summary>Looked up in the parts: the library itself decodes such a text twice when it reads.</summary>
    [Fact]
    public void Write_TextThatLooksEscaped_IsStoredEscaped()
    {
        using var book = new WrittenWorkbook(SamplePlan.WithActions(SamplePlan.Action(1) with { Remark = "_x0041_" }));
        Assert.Contains(book.Parts.WorkbookPart!.SharedStringTablePart!.SharedStringTable.Elements<SharedStringItem>(), item => item.InnerText == "_x005F_x0041_");
    }

    [Fact]
    public void Write_TooLongText_IsCutWithANote()
    {
        using var book = new WrittenWorkbook(Poisoned(new string('x', 40_000)));
        var text = book.Cell("Acties", 2, "Opmerking").GetString();
        Assert.Empty(book.Errors);
        Assert.Equal(SafeText.MaxLength, text.Length);
        Assert.EndsWith("[afgekapt: de tekst telt 40000 tekens, een cel hoogstens 32767]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://voorbeeld.nl/bewijs?a=1&b=2", true)]
    [InlineData("http://voorbeeld.nl", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("zie https://voorbeeld.nl", false)]
    public void Write_Evidence_LinksWebAddressesOnly(string evidence, bool isLink)
    {
        using var book = new WrittenWorkbook(SamplePlan.WithActions(SamplePlan.Action(1) with { Evidence = evidence }));
        Assert.Empty(book.Errors);
        Assert.Equal(isLink, book.Cell("Acties", 2, "Bewijs").HasHyperlink);
        Assert.Equal(evidence, book.Cell("Acties", 2, "Bewijs").GetString());
    }

    [Theory]
    [InlineData("=1", true)]
    [InlineData("\ufeff=1", true)]
    [InlineData("\u00a0@a", true)]
    [InlineData("﹢1", true)]
    [InlineData("\n tekst", true)]
    [InlineData("\ud83d", false)]
    [InlineData("gewoon = tekst", false)]
    [InlineData("", false)]
    public void NeedsPrefix_Text_LooksAtTheFirstVisibleCharacter(string text, bool expected) => Assert.Equal(expected, SafeText.NeedsPrefix(text));

    private static ActionPlanExport Poisoned(string text)
    {
        var action = SamplePlan.Action(1) with
        {
            TaskName = text,
            Component = text,
            Risk = text,
            Measure = text,
            Why = text,
            Accountable = text,
            Evidence = text,
            Remark = text,
            RowVersion = text,
        };
        var plan = SamplePlan.WithActions(action);
        var first = plan.Tasks[0];
        var answers = new Dictionary<string, Answer>(first.Task.Answers) { ["regels.b"] = new("some", Source: text) };
        return plan with
        {
            Body = text,
            AssessmentName = text,
            Classification = text,
            Instrument = plan.Instrument with { Version = text, Components = [plan.Instrument.Components[0] with { Title = new LocalizedText(text) }, .. plan.Instrument.Components.Skip(1)] },
            Tasks = [first with { Task = first.Task with { Name = text, Answers = answers }, Score = first.Score with { TaskName = text } }, plan.Tasks[1]],
        };
    }
}
