using System.Diagnostics;
using System.Globalization;
using System.Net;
using Audit.Browser.Tests.Operations.Crash;

namespace Audit.Browser.Tests.Operations.Faults;

/// <summary>The disk with the database is really full: a file system of its own, in a name space of the server process, which needs no rights.</summary>
public sealed class FullDiskTests(CrashWorld world) : IClassFixture<CrashWorld>
{
    private const int RoomMegabytes = 16;
    private const int MostSaves = 3000;

    [Fact]
    public async Task Full_disk_is_told_and_what_was_acknowledged_stays()
    {
        Assert.SkipUnless(await MayMountAsync(), "this machine gives processes no file system of their own (unshare --map-root-user --mount)");
        var disk = Directory.CreateDirectory(Path.Combine(world.Folder, "disk")).FullName;
        var file = Path.Combine(world.Folder, "audit.db");
        var size = ((new FileInfo(file).Length / 1024 / 1024) + RoomMegabytes).ToString(CultureInfo.InvariantCulture);
        var settings = world.Settings;
        settings["Database__Connection"] = $"Data Source={disk}/audit.db";
        settings["Workflow__WakeSeconds"] = "0";
        settings["Health__FreeMegabytes"] = "2";
        using var server = new ServerProcess(settings);
        server.Start("unshare", "--map-root-user", "--mount", "sh", "-c", $"mount -t tmpfs -o size={size}m tmpfs {disk} && cp {file} {disk}/ && exec \"$@\"", "sh");
        await server.ReadyAsync();
        using var person = await Person.SignInAsync(server.Address, "teamlid");
        var form = new QuestionForm(person, world.Answers);
        await form.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync("ruimte genoeg")).Status);

        var filler = $"/proc/{server.Id}/root{disk}/filler";
        Fill(filler);
        var (last, refused) = await SaveUntilRefusedAsync(form);
        Assert.Contains("De schijf is vol.", refused, StringComparison.Ordinal);
        Assert.Equal(last, await form.OpenAsync());
        using var sent = await form.SendAsync(new string('x', 1500));
        var page = await sent.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, sent.StatusCode);
        Assert.Contains("De schijf is vol", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await person.Client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/health/live")).StatusCode);

        File.Delete(filler);
        using var again = await QuestionForm.SendAgainAsync(person, page);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(new string('x', 1500), await form.OpenAsync());
        Assert.Equal(HttpStatusCode.OK, (await form.TypeAsync("weer ruimte")).Status);
        Assert.Equal(HttpStatusCode.OK, (await person.Client.GetAsync("/health/ready")).StatusCode);
    }

    /// <summary>What SQLite has set aside is used first; then a save is refused.</summary>
    private static async Task<(string Last, string Refused)> SaveUntilRefusedAsync(QuestionForm form)
    {
        var last = "ruimte genoeg";
        for (var number = 0; number < MostSaves; number++)
        {
            var text = $"tekst {number} {new string('v', 1500)}";
            var answer = await form.TypeAsync(text);
            if (answer.Status is HttpStatusCode.ServiceUnavailable)
            {
                return (last, answer.Text);
            }

            Assert.Equal(HttpStatusCode.OK, answer.Status);
            last = text;
        }

        throw new InvalidOperationException("the disk did not become full");
    }

    private static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            for (var block = new byte[4096]; ;)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }
    }

    private static async Task<bool> MayMountAsync()
    {
        using var attempt = Process.Start(new ProcessStartInfo("unshare", ["--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt"]) { RedirectStandardError = true })!;
        await attempt.WaitForExitAsync();
        return attempt.ExitCode == 0;
    }
}
