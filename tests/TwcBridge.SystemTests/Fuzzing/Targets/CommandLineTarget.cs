using System;
using System.CommandLine;
using System.Linq;
using System.Reflection;
using System.Text;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>Command lines, one argument a line, up to where the work would begin: parsed and
/// checked, or refused with a reason.</summary>
internal sealed class CommandLineTarget : FuzzTarget
{
    private static readonly byte[][] Words = new[]
    {
        "run", "decode", "simulate", "prove", "--help", "--version", "--pty", "--serial",
        "/dev/ttyUSB0", "--mqtt", "mqtt://a:b@127.0.0.1:1883", "mqtt://", "--http", "off",
        "127.0.0.1:8080", "[::1]:0", "--site-limit", "40", "-1", "1e9", "--connectors", "3",
        "--car", "tesla", "fiat", "--fault", "noise=100", "noise=", "--for", "60", "--settings",
        "box.json", "--record", "-", "--", "--json", "--strict", "--protocol", "1", "--quiet",
        "--box", "", "=", "--for=", "@file", "99999999999999999999", "\"", "{0}", "--seed",
    }.Select(Encoding.UTF8.GetBytes).ToArray();

    private readonly RootCommand _root = Root();

    public override string Name => "command-line";

    public override int CaseLength => 200;

    public override int PerMille => 1;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        for (int i = dice.Between(1, 8); i > 0; i--)
        {
            int from = input.Length;
            input.Add(dice.Of(Words));
            if (dice.OneIn(5))
            {
                input.Spoil(from, dice);
            }
            input.Add((byte)'\n');
        }
    }

    public override void Prepare(byte[] bytes)
    {
    }

    public override void Run(byte[] bytes, int length)
    {
        // A word that begins with @ names a file of words, which is a file's business.
        string[] words = Encoding.UTF8.GetString(bytes, 0, length).Split('\n')
            .Where(word => !word.StartsWith('@')).ToArray();
        ParseResult result = _root.Parse(words);
        foreach (System.CommandLine.Parsing.ParseError error in result.Errors)
        {
            Require(error.Message.Length > 0, "refused without a word");
        }
        Reached += result.Errors.Count == 0 ? 1 : 0;
        Require(result.Errors.Count > 0 || result.Action != null, "neither work nor a reason");
    }

    // The tool keeps its commands to itself.
    private static RootCommand Root()
    {
        Type type = Assembly.Load("twcbridge").GetType("TwcBridge.Cli.Commands.TwcBridgeCommand",
            throwOnError: true)!;
        return (RootCommand)Activator.CreateInstance(type)!;
    }
}
