using System.Globalization;
using System.Text;

namespace Audit.Browser.Tests.Hardening;

/// <summary>One request that somebody might send, with all that it takes to send it again.</summary>
/// <param name="Who">Mailbox of the person; empty for nobody.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">Address with query.</param>
/// <param name="Kind">Content type; empty for none.</param>
/// <param name="Body">The body, with TOKEN where the form token belongs.</param>
/// <param name="Headers">Headers beside those.</param>
public sealed record BadRequest(string Who, string Method, string Path, string Kind, string Body, IReadOnlyList<KeyValuePair<string, string>> Headers)
{
    public HttpRequestMessage Make(string token)
    {
        var request = new HttpRequestMessage(new HttpMethod(Method), new Uri(Path, UriKind.Relative));
        if (Kind.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body.Replace("TOKEN", token, StringComparison.Ordinal)));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", Kind);
        }

        foreach (var (name, value) in Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    public override string ToString() => $"{Who} {Method} {Short(Path)} [{Kind}] {string.Join(' ', Headers.Select(header => $"{header.Key}={Short(header.Value)}"))} {Short(Body)}";

    private static string Short(string text) => text.Length <= 1500 ? text : $"{text[..1500]}… ({text.Length})";
}

/// <summary>Makes requests that a page would not offer, from all pages and handlers there are. The same seed makes the same requests.</summary>
/// <param name="seed">Where it begins.</param>
/// <param name="attacked">What is asked.</param>
public sealed class BadRequests(int seed, AttackedSite attacked)
{
    private const string Boundary = "grens";

    private static readonly string[] Methods = ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "POST", "VERZIN"];

    private static readonly string[] Kinds =
    [
        "application/json", "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=", $"multipart/form-data; boundary=\"{new string('g', 200)}\"",
        "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=verzonnen", "onzin", "application/x-www-form-urlencoded;;;",
    ];

    private static readonly string[] Values =
    [
        "", " ", "0", "-1", "1", "null", "true", "on", "NaN", "Infinity", "1e309", "2147483648", "-9223372036854775809", "99999999999999999999999999999999", "1.000.000,55", "0x1F", "12,5%",
        "2026-02-30", "0001-01-01", "9999-12-31", "99999-01-01", "31-12-9999", "1-1-1", "gisteren", "2026-11-26T10:00:00Z", "10:61",
        "00000000-0000-0000-0000-000000000000", "01890000-0000-7000-8000-000000000001", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{01890000-0000-7000-8000-000000000001}", "niet-een-guid",
        "'; DROP TABLE Users; --", "\" OR 1=1", "../../../etc/passwd", "..\\..\\x", "%00", "\0", "\u0001\u0002", "\r\nX: 1", "<script>kanarie()</script>", "{{7*7}}", "${7*7}", "%n%s", "{0}{1}", "=1+1", "@SUM(A1)",
        "é", "İı", "ß", "👩‍👩‍👧‍👦", "\uFEFF", "\u202E", "\u2028", "ﬀ", "a\u0301\u0301\u0301\u0301", "\uFFFF", "مرحبا", "漢字", "_x000D_", "K1", "R12", "P1", "present", "unknown", "opslaan", "afronden", "Done", "SendBack", "nl", "en", "[]", "{}", "[[[[[[", "a,b;c|d", "https://kwaad.example/", "a@b", "teamlid@demo.example",
    ];

    private static readonly string[] Actions = ["", "opslaan", "afronden", "terug", "volgende", "Done", "Save", "bewaar", "overslaan", "toevoegen", "verwijderen", "voorbeeld", "akkoord", "verwerken"];

    private readonly Random random = new(seed);
    private readonly string[] people = [.. attacked.Callers.Keys.Order(StringComparer.Ordinal)];
    private readonly string[] names = [.. attacked.Handlers.SelectMany(handler => handler.Fields).Distinct().Order(StringComparer.Ordinal)];

    public BadRequest Next()
    {
        var handler = Pick(attacked.Handlers);
        var method = Chance(90) ? handler.Method : Pick(Methods);
        var path = PathOf(handler);
        var (kind, body) = method is "GET" or "HEAD" or "TRACE" or "OPTIONS" ? (string.Empty, string.Empty) : BodyOf(handler);
        return new(Pick(people), method, path, kind, body, [.. HeadersOf()]);
    }

    private string PathOf(PageHandler handler)
    {
        var path = AttackedSite.AddressOf(handler, name => Chance(name == "id" ? 95 : 85) && attacked.Values.TryGetValue(name, out var value) ? value : Uri.EscapeDataString(Segment()));
        var query = new List<string>();
        if (handler.Name.Length > 0 || Chance(5))
        {
            query.Add($"handler={(Chance(95) ? handler.Name : Uri.EscapeDataString(Value()))}");
        }

        for (var count = handler.Method == "GET" ? random.Next(0, 5) : random.Next(0, 2); count > 0; count--)
        {
            query.Add($"{Uri.EscapeDataString(NameOf(handler))}={(Chance(90) ? Uri.EscapeDataString(Value()) : Pick(["%", "%zz", "%C0%AF", "%ED%A0%80", "+", "&&&", "a=b=c"]))}");
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private (string Kind, string Body) BodyOf(PageHandler handler)
    {
        var fields = Fields(handler);
        return random.Next(100) switch
        {
            < 65 => ("application/x-www-form-urlencoded", string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Key)}={Encoded(field.Value)}"))),
            < 85 => ($"multipart/form-data; boundary={Boundary}", Multipart(fields)),
            < 88 => ($"multipart/form-data; boundary={Boundary}", Multipart(fields)[..^random.Next(1, 60)]),
            < 90 => (string.Empty, string.Empty),
            _ => (Pick(Kinds), Chance(50) ? "{\"a\":" + string.Concat(Enumerable.Repeat("[", random.Next(0, 2000))) : string.Join('&', fields.Select(field => $"{field.Key}={field.Value}"))),
        };
    }

    private List<KeyValuePair<string, string>> Fields(PageHandler handler)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (Chance(85))
        {
            fields.Add(new(Caller.Token, Chance(95) ? "TOKEN" : Value()));
        }

        if (Chance(60))
        {
            fields.Add(new("actie", Chance(80) ? Pick(Actions) : Value()));
        }

        if (Chance(50))
        {
            fields.Add(new("inzending", Chance(70) ? Guids() : Value()));
        }

        // A form as it stands on its page, with some fields changed: so it comes past the first check.
        var real = Chance(60) ? attacked.Forms.GetValueOrDefault(handler.Template, []) : [];
        foreach (var (name, value) in real.Where(_ => Chance(95)))
        {
            fields.Add(new(name, Chance(85) ? value : Value()));
        }

        foreach (var name in handler.Fields.Where(_ => Chance(real.Count > 0 ? 15 : 70)))
        {
            fields.Add(new(name, Value()));
            if (Chance(8))
            {
                fields.Add(new(name, Value()));
            }
        }

        for (var count = random.Next(0, 4); count > 0; count--)
        {
            fields.Add(new(NameOf(handler), Value()));
        }

        if (Chance(1))
        {
            fields.AddRange(Enumerable.Range(0, 5000).Select(number => KeyValuePair.Create($"veld{number}", "x")));
        }

        return fields;
    }

    private string Multipart(List<KeyValuePair<string, string>> fields)
    {
        var body = new StringBuilder();
        foreach (var (name, value) in fields)
        {
            body.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"");
            if (Chance(25))
            {
                body.Append(CultureInfo.InvariantCulture, $"; filename=\"{Pick(["a.xlsx", "a.yaml", "a.json", "../../a.pdf", "a\\b.txt", "", "é👩.docx", "con.txt", "a.yaml.exe"])}\"\r\nContent-Type: {Pick(["text/plain", "onzin", "", "application/zip"])}");
            }

            body.Append(CultureInfo.InvariantCulture, $"\r\n\r\n{value}\r\n");
        }

        if (Chance(60))
        {
            body.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"{Pick(["a.xlsx", "a.yaml", "a.json", "a.pdf", "a.txt", "a.png", "a"])}\"\r\n\r\n{Pick(["", "PK\u0003\u0004", "format: 1\n", "{\"a\":1}", "%PDF-1.7", "a: &a [*a]", "\0\0\0", "a,b\n1,2", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"])}\r\n");
        }

        return body.Append(CultureInfo.InvariantCulture, $"--{Boundary}--\r\n").ToString();
    }

    private IEnumerable<KeyValuePair<string, string>> HeadersOf()
    {
        if (Chance(5))
        {
            yield return new("Cookie", Pick(["audit-sessie=onzin", "audit-formulier=onzin", "audit-taal=c%3Dxx%7Cuic%3Dxx", "audit-melding=onzin", "=;=;=", $"audit-sessie={new string('x', 3000)}", "audit-sessie=CfDJ8AAAA; audit-formulier=CfDJ8BBBB; audit-melding=CfDJ8CCCC"]));
        }

        if (Chance(5))
        {
            yield return new(Pick(["Accept", "Accept-Language", "X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Range", "If-Modified-Since", "If-None-Match", "Origin", "Referer", "Expect", "Accept-Encoding"]), Pick(["*/*;q=x", "xx", "DELETE", "bytes=0-1,5-9999999999", "zondag", "\"\"", "kwaad.example", "1"]));
        }
    }

    private string NameOf(PageHandler handler) => random.Next(10) switch
    {
        < 6 when handler.Fields.Count > 0 => Pick(handler.Fields),
        < 8 => Pick(names),
        8 => Pick(["R12", "R12-versie", "R12-bewijs", "R12-toelichting", "P1", "rij", "taal", "terug", "pagina", "toon", "zoek", "van", "vink"]),
        _ => Pick(["a[0].b", "[0]", "a[", "..", "__proto__", "Input.Id", "View.Case.Row.Name", "", " ", "é", "a.b.c.d.e.f", "PageContext.HttpContext.Request.Path", "index", "items.index"]),
    };

    private string Value() => random.Next(100) switch
    {
        < 2 => new string(Pick(['a', 'é', ' ', '9', '(']), Pick([300, 5_000, 40_000])),
        < 12 => Pick([.. attacked.Values.Values]),
        < 15 => Guids(),
        < 18 => string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => char.ConvertFromUtf32(random.Next(2) == 0 ? random.Next(1, 0xD7FF) : random.Next(0xE000, 0x10FFFF)))),
        _ => Pick(Values),
    };

    /// <summary>Part of a path; the client would tidy dots away, and a path has its own bounds.</summary>
    private string Segment() => Value() is var value && value.Trim('.', ' ').Length is 0 or > 500 ? "x" : value;

    private string Encoded(string value) => Chance(97) ? Uri.EscapeDataString(value) : $"%{value}";

    private string Guids()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes).ToString();
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private T Pick<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];
}
