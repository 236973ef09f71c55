using System.Text;

namespace Audit.Integration.Tests.Fuzz;

/// <summary>Changes files as a mistake, a broken transfer or somebody with bad intentions might. The same seed makes the same changes.</summary>
internal sealed class TextMutator(int seed)
{
    private static readonly string[] Values =
    [
        "", "~", "null", "true", "-1", "0", "1e309", "NaN", ".inf", "99999999999999999999", "-0.0000000000000001", "2026-02-30", "'", "\"", "\"\\uD800\"", "'\u0000'", "\t", "[]", "{}", "[[[[[[[[", "{a: {a: {a: ", "&a [*a]", "*a", "&a", "!!binary x", "!!python/object x", "!<tag:x>", "<<: *a", "? a", "- - - -", "|", ">-", "--- a", "...", "%YAML 9.9",
        "../../etc/passwd", "=1+1", "é", "👩‍👩‍👧", "\u202E", "\uFEFF", "# ", ": ", "0x1F", "0b1", "1_000", "12:30:45", "yes", "K1", "R12", "present", "unknown", "2014-01-01",
    ];

    private readonly Random random = new(seed);

    /// <summary>A file with one change, or a few; part of another file may come into it.</summary>
    public byte[] Change(string text, string other)
    {
        var lines = text.Split('\n').ToList();
        for (var count = random.Next(3) == 0 ? random.Next(2, 6) : 1; count > 0 && lines.Count > 0; count--)
        {
            Change(lines, other);
        }

        var bytes = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return random.Next(16) == 0 ? Bytes(bytes) : bytes;
    }

    /// <summary>Bytes that were changed, lost or doubled on the way.</summary>
    public byte[] Bytes(byte[] whole)
    {
        var bytes = whole.ToArray();
        for (var count = random.Next(1, 12); count > 0 && bytes.Length > 2; count--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes = bytes[..at];
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                default:
                    var length = Math.Min(random.Next(1, 200), bytes.Length - at);
                    bytes = [.. bytes[..at], .. bytes.AsSpan(at, length), .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    public int Next(int most) => random.Next(most);

    private void Change(List<string> lines, string other)
    {
        var at = random.Next(lines.Count);
        switch (random.Next(12))
        {
            case 0:
                lines.RemoveRange(at, Math.Min(random.Next(1, 6), lines.Count - at));
                break;
            case 1:
                lines.InsertRange(at, lines.GetRange(at, Math.Min(random.Next(1, 6), lines.Count - at)));
                break;
            case 2:
                var to = random.Next(lines.Count);
                (lines[at], lines[to]) = (lines[to], lines[at]);
                break;
            case 3:
                lines[at] = new string(' ', random.Next(12)) + lines[at].TrimStart();
                break;
            case 4:
                lines[at] = string.Concat(Enumerable.Repeat(random.Next(2) == 0 ? "[" : "{a: ", random.Next(1, 400)));
                break;
            case 5:
                var all = other.Split('\n');
                lines.InsertRange(at, all.Skip(random.Next(all.Length)).Take(random.Next(1, 20)));
                break;
            case 6:
                lines[at] = lines[at].Insert(random.Next(lines[at].Length + 1), Pick());
                break;
            case 7 when lines[at].Length > 1:
                lines[at] = lines[at].Remove(random.Next(lines[at].Length - 1), 1);
                break;
            case 8:
                lines[at] += new string((char)random.Next(' ', 0x2FF), random.Next(1, 20_000));
                break;
            default:
                // The value after a name, which is where most mistakes are made.
                var colon = lines[at].IndexOf(':', StringComparison.Ordinal);
                lines[at] = colon < 0 ? Pick() : $"{lines[at][..(colon + 1)]} {Pick()}";
                break;
        }
    }

    private string Pick() => Values[random.Next(Values.Length)];
}
