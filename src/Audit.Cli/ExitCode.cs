namespace Audit.Cli;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int InputAtFault = 1;
    public const int WrongUsage = 2;
    public const int ProgramAtFault = 3;
}
