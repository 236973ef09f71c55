using Audit.Core.Assessments;

namespace Audit.Web.Pages.Distinctions;

/// <summary>A choice between yes, no and not known.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Question">Its legend.</param>
/// <param name="Hint">A word of help.</param>
/// <param name="Finding">What is chosen.</param>
public sealed record FindingField(string Name, string Question, string Hint, TestFinding Finding);
