using System.Text.RegularExpressions;
using Xunit;

namespace Audit.Integration.Tests.Excel;

public sealed partial class FormulaTests
{
    [Fact]
    public void Write_Sample_HasFormulasFromCodeOnly()
    {
        using var book = new WrittenWorkbook(SamplePlan.Export());
        Assert.NotEmpty(book.Formulas);
        Assert.All(book.Formulas, one => Assert.Matches(Allowed(), one.Formula));
        Assert.All(book.Formulas, one => Assert.NotEqual("", one.Value));
        Assert.Equal(["Samenvatting", "Onderbouwing"], book.Formulas.Select(one => one.Sheet).Distinct());
    }

    /// <summary>Sums, differences of sums, checks, and counts over both tables.</summary>
    [GeneratedRegex("""
        ^(?:
          SUM\([A-Z]\d+:[A-Z]\d+\)
        | G\d+-SUM\(B\d+:E\d+\)
        | IF\(ABS\(J\d+-J\d+\)<0\.000000001,"√\ de\ som\ klopt","×\ de\ som\ wijkt\ af"\)
        | (?:SUMPRODUCT|COUNTIFS|ISNUMBER|MATCH|TODAY
            | tbl(?:Acties|Afgesloten)\[[A-Z][a-z]+\] | lstStatusOpen
            | \$A\d+ | [B-E]\$\d+ | "" | "[<>]=?" | 30 | 0 | [()*+=<>&,])+
        )$
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Allowed();
}
