using System.Globalization;

namespace Audit.Integration.Tests.Workflows.Killed;

/// <summary>What chance decides in these tests: another choice in every run, the same one for who names the seed of a failure.</summary>
internal static class KillSeed
{
    /// <summary>AUDIT_TEST_SEED, or a new one.</summary>
    public static int Value { get; } =
        Environment.GetEnvironmentVariable("AUDIT_TEST_SEED") is { } named ? int.Parse(named, CultureInfo.InvariantCulture) : Random.Shared.Next(1_000_000);

    /// <summary>Whether this is the long run.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") == "1";

    /// <summary>A source of its own per test, whatever other tests ran before.</summary>
    public static Random For(string test) => new(WorkflowWorker.SubmissionIds.Shuffle(Value, test));

    /// <summary>Leaves figures in the output of the long run.</summary>
    public static void Tell(string figures)
    {
        if (IsLong)
        {
            Console.WriteLine($"seed {Value}: {figures}");
        }
    }
}
