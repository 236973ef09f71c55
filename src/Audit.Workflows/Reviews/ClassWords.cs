using Audit.Core.Instruments;

namespace Audit.Workflows.Reviews;

/// <summary>The words of risk classes, in the language of the reader.</summary>
internal static class ClassWords
{
    public static string Of(RiskClass riskClass) => riskClass switch
    {
        RiskClass.Low => Tr($"laag"),
        RiskClass.Medium => Tr($"midden"),
        RiskClass.High => Tr($"hoog"),
        RiskClass.Critical => Tr($"kritiek"),
    };
}
