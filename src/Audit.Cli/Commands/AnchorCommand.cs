using System.CommandLine;
using Audit.Data.Database.Chain;

namespace Audit.Cli.Commands;

/// <summary><c>audit anchor</c>: writes the end of every chain of the trail, to be kept outside the database.</summary>
internal static class AnchorCommand
{
    public static Command Create()
    {
        var target = new Argument<string>("OUT") { Description = "Bestand voor het anker; - is standaarduitvoer" };
        var options = new DatabaseOptions();
        var command = new Command("anchor", "Schrijf het eind van elke keten van het spoor, om buiten de database te bewaren") { target };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using var database = await options.OpenExistingAsync(parsed, cancellation);
            await using var db = database.Read();
            var anchor = await TrailAnchor.TakeAsync(db, DateTime.UtcNow, cancellation: cancellation);
            return Output.WriteText(parsed.GetValue(target)!, anchor.ToJson()) ? ExitCode.Done : ExitCode.InputAtFault;
        });
        return command;
    }
}
