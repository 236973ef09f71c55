using System.Globalization;

namespace Audit.Web.Operations;

/// <summary>A setting of the application.</summary>
/// <param name="Key">Its key; in the environment with "__" for ":".</param>
/// <param name="Default">What holds without it, as the documentation says it.</param>
/// <param name="Meaning">What it does, in Dutch.</param>
/// <param name="Example">A value.</param>
public sealed record Setting(string Key, string Default, string Meaning, string Example)
{
    /// <summary>Lowest and highest value, for a setting that is a whole number.</summary>
    public (int Least, int Most)? Range { get; init; }

    /// <summary>The only values, for a setting that is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether it has parts, such as a list.</summary>
    public bool HasParts { get; init; }

    /// <summary>Why a value cannot be used, in Dutch; null when it can. An empty value counts as none.</summary>
    public string? Refuse(string? value) =>
        string.IsNullOrEmpty(value) ? null
        : Range is var (least, most) && !(int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            ? $"{Key} is '{value}'; kies een geheel getal van {least} tot en met {most}."
        : Choices.Count > 0 && !Choices.Contains(value, StringComparer.OrdinalIgnoreCase) ? $"{Key} is '{value}'; mogelijk zijn {string.Join(", ", Choices)}."
        : null;
}

/// <summary>Every setting that the application reads. docs/operations.md shows this list; a test holds both and the source equal.</summary>
public static class Settings
{
    private const int Many = 1_000_000;
    private const int SecondsInAWeek = 604_800;

    private static readonly string[] Flag = ["true", "false"];

    public static IReadOnlyList<Setting> All { get; } =
    [
        new("Database:Provider", "`Sqlite`", "soort database", "`SqlServer`") { Choices = ["Sqlite", "SqlServer"] },
        new("Database:Connection", "`data/audit.db`", "verbindingstekst; verplicht bij SqlServer", "`Data Source=/var/lib/audit/audit.db`"),
        new("Database:MaxBatchSize", "van de provider", "hoogste aantal opdrachten per keer aan SQL Server", "`42`") { Range = (1, 1000) },
        new("Database:WaitSeconds", "`15`", "zo lang wacht een wijziging op een andere wijziging, voordat de gebruiker leest dat het te druk is", "`15`") { Range = (1, 300) },
        new("Workflow:Engine", "`Embedded`", "motor van de werkstromen; `Elsa` alleen in een versie die daarmee is gebouwd", "`Embedded`"),
        new("Workflow:WakeSeconds", "`60`", "zo vaak kijkt deze node naar termijnen, e-mail en bijlagen; 0 = nooit", "`60`") { Range = (0, SecondsInAWeek) },
        new("Templates:Root", "omhoog gezocht vanaf de toepassing", "map met `templates` en `workflows`", "`/opt/audit`"),
        new("Keys:Certificate", "verplicht buiten Development", "PFX waarmee de sleutels van sessies in de database zijn versleuteld; bij vervangen het nieuwe eerst, het oude erachter na `;`", "`/etc/audit/sleutels.pfx`"),
        new("Keys:CertificatePassword", "leeg", "wachtwoord daarvan; geef het als geheim", ""),
        new("Keys:Unprotected", "`false`", "geen certificaat; alleen als de database zelf versleuteld is", "`true`") { Choices = Flag },
        new("Trail:Key", "verplicht buiten Development, of Trail:KeyFile", "sleutel van het spoor: base64 van minstens 32 bytes; bewaar hem buiten de database en haar reservekopie", ""),
        new("Trail:KeyFile", "leeg", "bestand met die sleutel", "`/etc/audit/spoor.key`"),
        new("Trail:OldKeys", "leeg", "vorige sleutels, met komma's, om te controleren wat daarmee is verzegeld", ""),
        new("Trail:AnchorMail", "leeg", "adres waar elke dag het anker van het spoor heen gaat", "`griffie@voorbeeld.example`"),
        new("Retention:CaseDays", "`0`", "zo lang blijft wat mensen schreven na afronden, archiveren of intrekken; 0 = altijd", "`1825`") { Range = (0, 36_500) },
        new("Retention:MailDays", "`0`", "zo lang blijft de tekst van verzonden e-mail; 0 = altijd", "`90`") { Range = (0, 36_500) },
        new("SignIn:AttemptsPerMinute", "`20`", "aanmeldpogingen per adres", "`20`") { Range = (1, Many) },
        new("SignIn:MostWaiting", "`50`", "zoveel mensen wachten hoogstens op het narekenen van een wachtwoord", "`50`") { Range = (1, Many) },
        new("SignIn:IdleMinutes", "`120`", "een sessie eindigt na zo lang zonder verzoek", "`60`") { Range = (1, 1440) },
        new("SignIn:LongestHours", "`12`", "en hoe dan ook zo lang na inloggen", "`10`") { Range = (1, 168) },
        new("SignIn:SecondFactor", "leeg", "`everyone`, of rollen met komma's, die een tweede stap moeten gebruiken", "`admin,coordinator`"),
        new("Oidc:Authority", "leeg", "adres van de aanbieder waar de organisatie inlogt (OpenID Connect)", "`https://inloggen.voorbeeld.example`"),
        new("Oidc:ClientId", "verplicht met Oidc:Authority", "naam van deze toepassing daar; terugkeeradres `/inloggen/organisatie/terug`", "`doorlichting`"),
        new("Oidc:ClientSecret", "verplicht met Oidc:Authority", "geheim daarbij", ""),
        new("Oidc:Name", "`uw organisatie`", "hoe de knop de aanbieder noemt", "`Proefdorp`"),
        new("Oidc:IsSecondFactor", "`false`", "de aanbieder vraagt altijd een tweede factor; anders telt alleen `mfa` in `amr`", "`true`") { Choices = Flag },
        new("Limits:AutosavePerMinute", "`240`", "zo vaak bewaart één persoon vanzelf", "`240`") { Range = (1, Many) },
        new("Limits:ChangePerMinute", "`120`", "zo vaak verstuurt één persoon een formulier", "`120`") { Range = (1, Many) },
        new("Limits:UploadPerMinute", "`30`", "zo vaak stuurt één persoon een bestand in", "`30`") { Range = (1, Many) },
        new("Limits:ExportPerMinute", "`30`", "zo vaak haalt één persoon een bestand op", "`30`") { Range = (1, Many) },
        new("Limits:SearchPerMinute", "`60`", "zo vaak zoekt één persoon", "`60`") { Range = (1, Many) },
        new("Limits:PagePerMinute", "`600`", "zo vaak vraagt één persoon een bladzijde op", "`600`") { Range = (1, Many) },
        new("Limits:AddressPerMinute", "`6000`", "alle verzoeken van één adres samen, op de vaste bestanden van de site en `/health` na; ruim, want een organisatie deelt er vaak één", "`6000`") { Range = (1, Many) },
        new("AllowedHosts", "de naam uit `Mail:PublicAddress`, anders elke naam", "namen waaronder de toepassing te vragen is, met `;`", "`doorlichting.voorbeeld.example`"),
        new("ForwardedHeaders:KnownProxies", "leeg", "adressen van alle proxy's op de weg, die worden geloofd over adres en https van de bezoeker, met `;`", "`10.0.0.5`"),
        new("ForwardedHeaders:KnownNetworks", "leeg", "hetzelfde voor netwerken waarin alleen proxy's staan; wie er verder in zit, kan zich voordoen als een ander adres", "`10.0.0.0/28`"),
        new("Security:Contact", "leeg", "waar een kwetsbaarheid te melden is; leeg = geen `security.txt`", "`mailto:veilig@voorbeeld.example`"),
        new("Security:Policy", "leeg", "bladzijde over melden", "`https://www.voorbeeld.example/melden`"),
        new("Mail:Host", "leeg", "mailserver; leeg = er gaat geen e-mail uit", "`smtp.voorbeeld.example`"),
        new("Mail:Port", "`587`; `465` bij Tls, `25` bij None", "poort van de mailserver", "`587`") { Range = (1, ushort.MaxValue) },
        new("Mail:Security", "`StartTls`", "beveiliging van de verbinding met de mailserver", "`Tls`") { Choices = ["None", "StartTls", "Tls"] },
        new("Mail:User", "leeg", "naam om bij de mailserver aan te melden", "`doorlichting`"),
        new("Mail:Password", "leeg", "wachtwoord daarbij; geef het als geheim, niet in een bestand van het programma", ""),
        new("Mail:From", "verplicht met Mail:Host", "afzender van elke e-mail", "`doorlichting@voorbeeld.example`"),
        new("Mail:PublicAddress", "verplicht met Mail:Host", "adres van de toepassing in links", "`https://doorlichting.voorbeeld.example`"),
        new("Mail:Authority", "leeg", "bestand met het certificaat van een eigen autoriteit", "`/etc/audit/ca.pem`"),
        new("Mail:WaitSeconds", "`120`", "zo lang krijgt de mailserver voor één e-mail", "`60`") { Range = (1, 300) },
        new("Calendar:RequestsPerMinute", "`60`", "zo vaak mag één adres agenda's opvragen", "`60`") { Range = (1, Many) },
        new("Attachments:Folder", "leeg", "map voor bijlagen; leeg = in de database", "`/var/lib/audit/bijlagen`"),
        new("Attachments:LargestMegabytes", "`10`", "grootste bijlage", "`25`") { Range = (1, 60) },
        new("Attachments:KeepDays", "`730`", "bewaartermijn van bijlagen na afronden, archiveren of intrekken; 0 = altijd", "`365`") { Range = (0, 36_500) },
        new("Attachments:ClamAv", "leeg", "`server:poort` van een ClamAV-daemon; leeg = bijlagen worden niet gecontroleerd", "`clamav:3310`"),
        new("Escalation:Ladder", "`manager`, `coach`, `sponsor`", "treden waarlangs iemand een actie opschaalt; genummerd vanaf 0", "`Escalation__Ladder__0=manager`") { HasParts = true },
        new("Jobs:AtOnce", "`1`", "zoveel werk op de achtergrond tegelijk op deze node; 0 = geen", "`2`") { Range = (0, 8) },
        new("Logs:Addresses", "`false`", "IP-adres bij elk verzoek in het logboek", "`true`") { Choices = Flag },
        new("Health:FreeMegabytes", "`100`", "met minder vrije ruimte bij de SQLite-database is de node niet gereed; 0 = niet kijken", "`500`") { Range = (0, int.MaxValue) },
        new("Shutdown:Seconds", "`30`", "zo lang krijgen lopende verzoeken en werk bij het stoppen", "`30`") { Range = (1, 600) },
    ];

    /// <summary>Everything in a configuration that cannot be used, in Dutch, one line each; null when there is nothing.</summary>
    public static string? Refusal(IConfiguration configuration)
    {
        var problems = All.Where(setting => !setting.HasParts).Select(setting => setting.Refuse(configuration[setting.Key])).OfType<string>()
            .Concat(Unknown(configuration)).ToList();
        return problems.Count == 0 ? null : string.Join(Environment.NewLine, problems);
    }

    /// <summary>Keys in our sections that are no setting: most often a typing error that would otherwise be noticed too late.</summary>
    private static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from section in All.Select(setting => setting.Key.Split(':')[0]).Distinct()
        from pair in configuration.GetSection(section).AsEnumerable()
        where pair.Value is not null && pair.Key.Contains(':', StringComparison.Ordinal) && !All.Any(setting => IsOf(setting, pair.Key))
        select $"{pair.Key} is geen instelling. {Meant(pair.Key)}";

    private static bool IsOf(Setting setting, string key) =>
        string.Equals(setting.Key, key, StringComparison.OrdinalIgnoreCase) || (setting.HasParts && key.StartsWith($"{setting.Key}:", StringComparison.OrdinalIgnoreCase));

    private static string Meant(string path) =>
        All.FirstOrDefault(setting => Alike(setting.Key, path)) is { } near ? $"Bedoelt u {near.Key}?" : "De instellingen staan in docs/operations.md.";

    /// <summary>Whether two keys differ by little: the same letters but for two, or one begins the other.</summary>
    private static bool Alike(string key, string typed)
    {
        var (one, other) = (key.ToUpperInvariant(), typed.ToUpperInvariant());
        return one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)
            || one.Except(other).Count() + other.Except(one).Count() + Math.Abs(one.Length - other.Length) <= 2;
    }
}
