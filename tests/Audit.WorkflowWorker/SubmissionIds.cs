using System.Security.Cryptography;
using System.Text;

namespace Audit.WorkflowWorker;

/// <summary>Names what a worker sends: the same worker sends the same step under the same id, also after a restart.</summary>
public static class SubmissionIds
{
    public static Guid Of(Guid stepId, string worker) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{stepId} {worker}")).AsSpan(0, 16));

    /// <summary>A number that looks random but is the same in every process.</summary>
    public static int Shuffle(int seed, string name) =>
        BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {name}")));
}
