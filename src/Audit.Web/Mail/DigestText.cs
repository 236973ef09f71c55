using System.Globalization;
using Audit.Workflows.Mail;
using Audit.Workflows.Reminders;

namespace Audit.Web.Mail;

/// <summary>Where an e-mail leads to.</summary>
/// <param name="BodyName">Name of the body.</param>
/// <param name="PublicAddress">Base of the links.</param>
/// <param name="Contacts">Per case whom an owner without an account can turn to.</param>
public sealed record DigestPlace(string BodyName, string PublicAddress, Func<NamedCase, IReadOnlyList<Recipient>> Contacts);

/// <summary>Writes the e-mail of a digest: that there is something to do, and where; never an answer, a score or a title.</summary>
public static class DigestText
{
    /// <summary>The e-mail.</summary>
    /// <param name="digest">What it is about.</param>
    /// <param name="place">Where it leads to.</param>
    /// <param name="today">The day on which it is written.</param>
    public static OutgoingMail Write(Digest digest, DigestPlace place, DateOnly today)
    {
        using var language = Use(digest.Person.Language);
        return new(
            digest.Person.BodyId,
            $"digest/{digest.Person.Key}/{today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}",
            digest.Person.Address,
            SubjectOf(place.BodyName, digest.Lines.Count == 1 ? Tr($"1 herinnering") : Tr($"{digest.Lines.Count} herinneringen")),
            TextOf(digest, place));
    }

    /// <summary>Subject of every e-mail: from which body it comes, and what it is.</summary>
    public static string SubjectOf(string bodyName, string about) => Tr($"[{bodyName}] Doorlichting discriminatierisico's: {about}");

    private static string TextOf(Digest digest, DigestPlace place)
    {
        List<string> lines =
        [
            digest.Person.Name.Length > 0 ? Tr($"Beste {OneLine.Of(digest.Person.Name)},") : Tr($"Goedendag,"),
            string.Empty,
            Tr($"Er is iets te doen in een doorlichting van {OneLine.Of(place.BodyName)}."),
            string.Empty,
        ];
        foreach (var ofCase in digest.Lines.GroupBy(line => line.Case))
        {
            lines.Add(Tr($"Doorlichting ‘{OneLine.Of(ofCase.Key.Name)}’"));
            lines.AddRange(digest.Person.UserId is null
                ? [.. ofCase.Select(line => $"- {line.Text}"), ContactOf(place.Contacts(ofCase.Key))]
                : ofCase.GroupBy(line => line.Path).SelectMany(same => same.Select(line => $"- {line.Text}").Append($"  {place.PublicAddress}{same.Key}")));
            lines.Add(string.Empty);
        }

        lines.Add(Tr($"In deze e-mail staan geen antwoorden en geen uitkomsten. U krijgt hoogstens één herinnering per werkdag."));
        lines.Add(Tr($"Dit bericht is automatisch gemaakt. Antwoorden worden niet gelezen."));
        return string.Join('\n', lines) + "\n";
    }

    private static string ContactOf(IReadOnlyList<Recipient> contacts) => contacts.Count == 0
        ? Tr($"Vragen, of laten weten hoe het gaat? Neem contact op met wie u deze actie gaf.")
        : Tr($"Vragen, of laten weten hoe het gaat? Neem contact op met {string.Join(Tr($" of "), contacts.Select(person => $"{OneLine.Of(person.Name)} ({person.Address})"))}.");
}
