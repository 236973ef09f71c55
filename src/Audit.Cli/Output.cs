using System.Text.Json.Nodes;
using Audit.Data.Templates.Documents;

namespace Audit.Cli;

/// <summary>Writes results and messages the way callers expect them.</summary>
internal static class Output
{
    /// <summary>Prints every problem on standard error; true when one of them is an error.</summary>
    public static bool Report(IEnumerable<Problem> problems)
    {
        var failed = false;
        foreach (var problem in problems)
        {
            Console.Error.WriteLine(problem);
            failed |= !problem.IsWarning;
        }

        return failed;
    }

    /// <summary>Writes JSON to a file, or to standard output for "-"; false when that was impossible.</summary>
    public static bool WriteJson(string? target, JsonNode json)
    {
        if (target is null)
        {
            return true;
        }

        return WriteText(target, json.ToJsonString(CanonicalJson.Indented) + "\n");
    }

    /// <summary>Writes text to a file, or to standard output for "-"; false when that was impossible.</summary>
    public static bool WriteText(string target, string text)
    {
        if (target == "-")
        {
            Console.Out.Write(text);
            return true;
        }

        return WriteFile(target, path => File.WriteAllText(path, text));
    }

    /// <summary>Writes a file beside its place and moves it there, so that a half-written file never stands in for a whole one.</summary>
    public static bool WriteFile(string target, Action<string> write)
    {
        var temporary = target + ".tmp";
        try
        {
            write(temporary);
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(temporary))
            {
                File.Delete(temporary);
            }

            Console.Error.WriteLine($"{target}: kan het bestand niet schrijven ({failure.Message})");
            return false;
        }
    }
}
