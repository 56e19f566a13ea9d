using System;
using System.Collections.Generic;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TwcBridge.SystemTests.Properties;

/// <summary>Tries a property on many scripts and makes the first that fails small. TWCBRIDGE_SEED
/// repeats a run.</summary>
internal static class Chance
{
    private const int Cases = 2000;
    private const int LongestScript = 120;
    private const int HighestNumber = 1_000_000;

    // An odd number of the generator's; any will do.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    private static readonly Arbitrary<int[]> Numbers = Arb.From(
        Gen.Choose(0, LongestScript).SelectMany(length =>
            Gen.ArrayOf(Gen.Choose(0, HighestNumber), length)),
        Plainer);

    /// <param name="property">Throws when it does not hold.</param>
    public static void Check(Action<Script> property)
    {
        ulong seed = Seed();
        Console.WriteLine($"seed {seed}");
        Replay replay = new(new Rnd(seed, Gamma), FSharpOption<int>.None);
        FsCheck.Config config = FsCheck.Config.QuickThrowOnFailure
            .WithMaxTest(Cases).WithQuietOnSuccess(true).WithName($"TWCBRIDGE_SEED={seed}")
            .WithReplay(FSharpOption<Replay>.Some(replay));
        FsCheck.Check.One(config, Prop.ForAll(Numbers, numbers => property(new Script(numbers))));
    }

    private static ulong Seed()
    {
        string? text = Environment.GetEnvironmentVariable("TWCBRIDGE_SEED");
        return string.IsNullOrEmpty(text)
            ? (ulong)Environment.TickCount64
            : ulong.Parse(text, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<int[]> Plainer(int[] numbers)
    {
        for (int length = numbers.Length; length > 0; length /= 2)
        {
            for (int at = 0; at + length <= numbers.Length; at += length)
            {
                yield return [.. numbers[..at], .. numbers[(at + length)..]];
            }
        }
        for (int i = 0; i < numbers.Length; i++)
        {
            foreach (int less in (int[])[0, numbers[i] / 2, numbers[i] - 1])
            {
                if (less >= 0 && less < numbers[i])
                {
                    yield return [.. numbers[..i], less, .. numbers[(i + 1)..]];
                }
            }
        }
    }
}
