using System.Diagnostics;
using System.IO.Compression;
using Audit.Integration.Tests.Authoring;
using Audit.Integration.Tests.Excel.Import;
using Xunit;

namespace Audit.Integration.Tests.Fuzz;

/// <summary>Whatever a file holds, its reader accepts it or says in Dutch what is wrong and where: no exception, no wait, no memory without bound.</summary>
/// <remarks>With AUDIT_TEST_LONG a hundred times as many files; seeds and counts are printed. What was ever found stays in tests/data/fuzz.</remarks>
public sealed class FuzzTests : IDisposable
{
    private const int Seed = 20261126;
    private const long MostBytes = 1024L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("audit-fuzz-");

    private static bool IsLong => Environment.GetEnvironmentVariable("AUDIT_TEST_LONG") is { Length: > 0 };

    public static TheoryData<string> Findings => [.. Directory.GetFiles(RepositoryFiles.PathTo("tests", "data", "fuzz")).Select(file => Path.GetFileName(file)).Where(name => name != "README.md")];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("template", "templates/scoring/default.yaml", 60)]
    [InlineData("template", "templates/measures/process.yaml", 60)]
    [InlineData("template", "templates/survey/culture.yaml", 60)]
    [InlineData("template", "templates/glossary/terms.yaml", 40)]
    [InlineData("template", "templates/instruments/discriminatietoets/2026-11-26.yaml", 15)]
    [InlineData("answers", "templates/examples/duo-uitwonendenbeurs-2014.yaml", 60)]
    [InlineData("answers", "templates/examples/voorbeeldstad-aanvragen-fictief.yaml", 60)]
    [InlineData("workflow", "workflows/doorlichting.json", 100)]
    [InlineData("workflow", "workflows/vermoeden.json", 100)]
    public void Read_ChangedText_IsAcceptedOrRefused(string target, string file, int count)
    {
        var text = File.ReadAllText(RepositoryFiles.PathTo(file.Split('/')));
        var other = File.ReadAllText(RepositoryFiles.PathTo("templates", "measures", "policy.yaml"));
        Run(target, file, IsLong ? count * 100 : count, mutator => mutator.Change(text, other));
    }

    [Theory]
    [InlineData("plan", 40)]
    [InlineData("instrument-workbook", 20)]
    public void Read_ChangedWorkbook_IsAcceptedOrRefused(string target, int count)
    {
        var whole = target == "plan" ? ImportCase.Export() : AuthoredFile.Workbook(FullInstrument.Instrument());
        Run(target, "xlsx", IsLong ? count * 100 : count, mutator => mutator.Next(4) == 0 ? mutator.Bytes(whole) : Repacked(whole, mutator));
    }

    /// <summary>What a reader once could not take, and what it must go on refusing.</summary>
    [Theory]
    [MemberData(nameof(Findings))]
    public void Read_Finding_IsAcceptedOrRefused(string name)
    {
        var path = RepositoryFiles.PathTo("tests", "data", "fuzz", name);
        Assert.Null(FaultOf(FuzzTarget.All[name.Split('.')[0]], path, out _));
    }

    [Fact]
    public void Fault_ReaderThatThrowsOrWaits_IsFound()
    {
        Assert.Contains("NotSupportedException", FaultOf(new("x", _ => throw new NotSupportedException()), "x", out _), StringComparison.Ordinal);
        Assert.Contains("bytes", FaultOf(new("x", _ => new byte[MostBytes + 1].Length > 0), "x", out _), StringComparison.Ordinal);
    }

    private void Run(string name, string source, int count, Func<TextMutator, byte[]> change)
    {
        var (target, faults, accepted, watch) = (FuzzTarget.All[name], new List<string>(), 0, Stopwatch.StartNew());
        var seed = Seed + source.Length + name.Length;
        var mutator = new TextMutator(seed);
        for (var number = 0; number < count; number++)
        {
            var path = Path.Combine(folder.FullName, $"{name}.{number}");
            File.WriteAllBytes(path, change(mutator));
            if (FaultOf(target, path, out var taken) is { } fault)
            {
                faults.Add($"file {number}: {fault}\n{Keep(name, number, path)}");
            }

            accepted += taken ? 1 : 0;
            File.Delete(path);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name} {source}: seed {seed}, {count} files, {accepted} accepted, {faults.Count} faults, {watch.Elapsed.TotalSeconds:0} s");
        Assert.True(!IsLong || (accepted > 0 && accepted < count), $"{accepted} of {count} accepted: the changes are all harmless, or none is");
        Assert.True(faults.Count == 0, $"seed {seed}: {faults.Count} faults\n{string.Join('\n', faults.Take(10))}");
    }

    /// <summary>What was wrong with how a file was read; null when it was accepted or refused as it should.</summary>
    private static string? FaultOf(FuzzTarget target, string path, out bool accepted)
    {
        var (taken, bytes) = (false, 0L);
        Exception? failure = null;
        var reading = new Thread(() =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            failure = Record.Exception(() => taken = target.Read(path));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        })
        { IsBackground = true };
        reading.Start();
        var ended = reading.Join(Patience);
        accepted = ended && taken;
        return !ended ? $"no answer in {Patience.TotalSeconds:0} s" : failure is not null ? failure.ToString() : bytes > MostBytes ? $"{bytes} bytes" : null;
    }

    /// <summary>Keeps the file that was at fault, for tests/data/fuzz.</summary>
    private static string Keep(string name, int number, string path)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"{name}.{Seed}-{number}");
        File.Copy(path, kept, overwrite: true);
        return kept;
    }

    /// <summary>Well packed, with one to three parts changed as text.</summary>
    private static byte[] Repacked(byte[] whole, TextMutator mutator)
    {
        var file = new MemoryStream();
        file.Write(whole);
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            for (var count = mutator.Next(4) == 0 ? 3 : 1; count > 0; count--)
            {
                var entry = archive.Entries[mutator.Next(archive.Entries.Count)];
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }

                var name = entry.FullName;
                entry.Delete();
                using var part = archive.CreateEntry(name).Open();
                // One tag a line, so that changes of lines are changes of elements and attributes.
                part.Write(mutator.Change(text.Replace("><", ">\n<", StringComparison.Ordinal).Replace("\" ", "\"\n ", StringComparison.Ordinal), "<row r=\"1\">\n<c r=\"A1\" t=\"s\">\n<v>99999</v>\n</c>\n</row>\n<f>SUM(A1)</f>"));
            }
        }

        return file.ToArray();
    }
}
