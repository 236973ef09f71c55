using System.Collections.Frozen;
using System.Reflection;
using YamlDotNet.Serialization;

namespace Audit.Data.Languages;

/// <summary>The English texts by their Dutch source, from the files in Languages/English.</summary>
public static class EnglishTexts
{
    private static readonly Lazy<FrozenDictionary<string, string>> Texts = new(Read);

    public static FrozenDictionary<string, string> All => Texts.Value;

    /// <summary>The texts per file, to check them.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Files()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var deserializer = new DeserializerBuilder().Build();
        return assembly.GetManifestResourceNames().Where(name => name.EndsWith(".texts.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToDictionary(
            name => name,
            IReadOnlyDictionary<string, string> (name) =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return deserializer.Deserialize<Dictionary<string, string>>(reader) ?? [];
            });
    }

    // A text that two files have is the same in both; a test sees to it.
    private static FrozenDictionary<string, string> Read() =>
        Files().Values.SelectMany(file => file).DistinctBy(pair => pair.Key).ToFrozenDictionary(StringComparer.Ordinal);
}
