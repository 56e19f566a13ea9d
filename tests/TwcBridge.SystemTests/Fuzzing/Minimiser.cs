using System;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>Makes a failing case smaller: leaves out ever shorter stretches, then makes bytes zero,
/// for as long as it fails in the same way.</summary>
internal static class Minimiser
{
    private const int MostTries = 4000;

    public static byte[] Of(byte[] failing, Func<byte[], bool> fails)
    {
        byte[] least = failing;
        int tries = 0;
        for (int length = Math.Max(1, failing.Length / 2); length > 0; length /= 2)
        {
            for (int at = least.Length - length; at >= 0 && tries < MostTries; at -= length)
            {
                byte[] shorter = [.. least[..at], .. least[(at + length)..]];
                tries++;
                least = shorter.Length > 0 && fails(shorter) ? shorter : least;
                at = Math.Min(at, least.Length);
            }
        }
        for (int at = 0; at < least.Length && tries < MostTries; at++)
        {
            byte[] plainer = [.. least[..at], 0, .. least[(at + 1)..]];
            tries++;
            least = fails(plainer) ? plainer : least;
        }
        return least;
    }
}
