using System.Text;

namespace Audit.Core.Scoring;

/// <summary>A small generator whose n-th number can be asked for directly, the same on every machine.</summary>
/// <remarks>Source: G.L. Steele, D. Lea and C.H. Flood, <i>Fast Splittable Pseudorandom Number Generators</i>, OOPSLA 2014. Keys: FNV-1a (64 bits).</remarks>
internal static class SplitMix64
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The start of a stream that belongs to a name, so that order does not matter.</summary>
    public static ulong StreamOf(ulong seed, string name)
    {
        unchecked
        {
            var hash = 0xCBF29CE484222325UL;
            foreach (var value in Encoding.UTF8.GetBytes(name))
            {
                hash = (hash ^ value) * 0x100000001B3UL;
            }

            return Mix(seed ^ Mix(hash));
        }
    }

    /// <summary>The n-th number of a stream, uniform in [0, 1).</summary>
    public static double Uniform(ulong stream, int n)
    {
        unchecked
        {
            return (Mix(stream + ((ulong)(n + 1) * Golden)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
