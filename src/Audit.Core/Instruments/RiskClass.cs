namespace Audit.Core.Instruments;

/// <summary>Risk class of a public task, from low to critical.</summary>
/// <remarks>Dutch: <c>risicoklasse</c> (laag, midden, hoog, kritiek). A signal, never a legal verdict.</remarks>
public enum RiskClass
{
    /// <summary>Laag.</summary>
    Low,

    /// <summary>Midden.</summary>
    Medium,

    /// <summary>Hoog.</summary>
    High,

    /// <summary>Kritiek.</summary>
    Critical,
}
