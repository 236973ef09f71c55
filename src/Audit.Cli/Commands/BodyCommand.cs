using System.CommandLine;

namespace Audit.Cli.Commands;

/// <summary><c>audit body</c>: the bodies of an installation.</summary>
internal static class BodyCommand
{
    public static Command Create() => new("body", "Organisaties in deze installatie")
    {
        BodyCreateCommand.Create(),
        BodyExportCommand.Create(),
        BodyDeleteCommand.Create(),
    };
}
