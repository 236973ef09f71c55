using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Audit.Core.Research;
using Audit.Data.Database;

namespace Audit.Workflows.Cases;

/// <summary>What stands in the plan for one research question.</summary>
/// <param name="TaskKey">Key of the task; empty for the whole body.</param>
/// <param name="Question">The research question.</param>
public sealed record ResearchContent(string TaskKey, string Question)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    /// <summary>Question of the instrument that it helps to answer; null when there is none.</summary>
    public string? QuestionId { get; init; }

    public string? InformationNeeded { get; init; }

    public string? InformationSource { get; init; }

    public Guid? OwnerId { get; init; }

    public DateOnly? DueDate { get; init; }

    public ResearchStatus Status { get; init; }

    public string? Finding { get; init; }

    public static ResearchContent Of(ResearchItemRow row) => new(row.TaskKey, row.Question)
    {
        QuestionId = row.QuestionId,
        InformationNeeded = row.InformationNeeded,
        InformationSource = row.InformationSource,
        OwnerId = row.OwnerId,
        DueDate = row.DueDate,
        Status = row.Status,
        Finding = row.Finding,
    };

    /// <summary>A proposal as it comes into the plan.</summary>
    public static ResearchContent Of(ResearchProposal proposal) => new(proposal.TaskId, proposal.Question.Text.Nl)
    {
        QuestionId = proposal.Question.Id,
        InformationNeeded = proposal.InformationNeeded?.Nl,
        InformationSource = proposal.InformationSource?.Nl,
    };

    /// <summary>The content as the trail keeps it.</summary>
    public string Describe() => JsonSerializer.Serialize(this, Readable);

    internal void WriteTo(ResearchItemRow row)
    {
        row.TaskKey = TaskKey;
        row.QuestionId = QuestionId;
        row.Question = Question;
        row.InformationNeeded = InformationNeeded;
        row.InformationSource = InformationSource;
        row.OwnerId = OwnerId;
        row.DueDate = DueDate;
        row.Status = Status;
        row.Finding = Finding;
        row.Version = Guid.NewGuid();
    }
}
