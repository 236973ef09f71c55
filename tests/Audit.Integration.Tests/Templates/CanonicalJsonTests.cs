using System.Text.Json.Nodes;
using Audit.Data.Templates.Documents;
using Xunit;

namespace Audit.Integration.Tests.Templates;

/// <summary>Spelling rules of RFC 8785; numbers from its appendix B.</summary>
public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(1.0, "1")]
    [InlineData(100.0, "100")]
    [InlineData(-12.5, "-12.5")]
    [InlineData(0.1, "0.1")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(1.7976931348623157e308, "1.7976931348623157e+308")]
    [InlineData(9007199254740992, "9007199254740992")]
    [InlineData(295147905179352830000.0, "295147905179352830000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(9.999999999999997e22, "9.999999999999997e+22")]
    [InlineData(333333333.3333332, "333333333.3333332")]
    [InlineData(1424953923781206.2, "1424953923781206.2")]
    public void Of_Number_IsSpelledAsEcmaScriptDoes(double value, string expected) => Assert.Equal(expected, CanonicalJson.Of(JsonValue.Create(value)));

    [Fact]
    public void Of_Object_SortsNamesByCodeUnit() =>
        Assert.Equal(
            "{\"\\r\":1,\"1\":2,\"\u0080\":3,\"\u00f6\":4,\"\u20ac\":5,\"\ud83d\ude00\":6,\"\ufb33\":7}",
            CanonicalJson.Of(JsonNode.Parse("{\"\u20ac\":5,\"\\r\":1,\"\ufb33\":7,\"1\":2,\"\ud83d\ude00\":6,\"\u0080\":3,\"\u00f6\":4}")));

    [Fact]
    public void Of_Text_EscapesOnlyWhatMustBe() =>
        Assert.Equal("\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"", CanonicalJson.Of(JsonValue.Create("\u20ac$\u000f\nA'B\"\\\\\"/")));

    [Fact]
    public void Of_SameContentInYamlAndJson_IsTheSame()
    {
        var yaml = DocumentReader.Read("b: [1, 2.50, true, ~]\na: \"x\"\n", new ProblemList("y"))!;
        var json = DocumentReader.Read("{\"a\": \"x\", \"b\": [1.0, 2.5, true, null]}", new ProblemList("j"))!;

        Assert.Equal(CanonicalJson.Hash(CanonicalJson.Of(yaml)), CanonicalJson.Hash(CanonicalJson.Of(json)));
    }
}
