namespace Audit.Data.Excel.Uploads;

/// <summary>Refuses workbooks with more in them than cells: macros, and links to files or databases elsewhere.</summary>
internal static class UnsafeContent
{
    private static readonly Sentence Macros = Sentence.Of($"het werkboek bevat macro's; sla het op als gewoon werkboek (.xlsx)");

    private static readonly (string InName, Sentence Refusal)[] Parts =
    [
        ("vbaProject", Macros),
        ("xl/macrosheets/", Macros),
        ("xl/activeX/", Sentence.Of($"het werkboek bevat ActiveX-onderdelen; verwijder ze")),
        ("xl/embeddings/", Sentence.Of($"het werkboek bevat ingesloten bestanden; verwijder ze")),
        ("xl/externalLinks/", Sentence.Of($"het werkboek bevat koppelingen naar andere bestanden; verbreek ze (Gegevens, Koppelingen bewerken)")),
        ("xl/connections.xml", Sentence.Of($"het werkboek bevat gegevensverbindingen; verwijder ze")),
    ];

    /// <exception cref="UploadRefusedException">The workbook holds something that it may not hold.</exception>
    public static void Refuse(UploadedPackage package)
    {
        foreach (var name in package.Names)
        {
            if (Array.Find(Parts, part => name.Contains(part.InName, StringComparison.OrdinalIgnoreCase)).Refusal is { } refusal)
            {
                throw new UploadRefusedException(refusal);
            }

            if (name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            {
                RefuseExternal(package, name);
            }
        }

        RefuseMacroTypes(package);
    }

    private static void RefuseMacroTypes(UploadedPackage package)
    {
        using var types = package.Xml("[Content_Types].xml") ?? throw new UploadRefusedException(Sentence.Of($"dit is geen Excel-werkboek (.xlsx): de inhoudsopgave ontbreekt"));
        while (types.Read())
        {
            if (types.GetAttribute("ContentType") is { } type
                && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)))
            {
                throw new UploadRefusedException(Macros);
            }
        }
    }

    /// <summary>A link that a reader must click is harmless; anything that a program fetches by itself is not.</summary>
    private static void RefuseExternal(UploadedPackage package, string name)
    {
        using var relations = package.Xml(name)!;
        while (relations.Read())
        {
            if (relations.GetAttribute("TargetMode") == "External" && relations.GetAttribute("Type")?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
            {
                throw new UploadRefusedException(Sentence.Of($"het werkboek verwijst naar een bestand van buiten ({name}); verwijder die koppeling"));
            }
        }
    }
}
