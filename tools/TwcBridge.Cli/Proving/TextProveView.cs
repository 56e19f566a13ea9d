using System;
using System.Globalization;
using System.IO;
using TwcBridge.Cli.Running;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.Cli.Proving;

/// <summary>Lines for people: on a terminal one that is written over and over, else one now and
/// then.</summary>
internal sealed class TextProveView : IProveView
{
    private const double TerminalSeconds = 0.5;
    private const double LineSeconds = 10;

    private readonly TextWriter _output;
    private readonly bool _isTerminal;
    private double _shownSeconds;

    public TextProveView(TextWriter output, bool isTerminal)
    {
        _output = output;
        _isTerminal = isTerminal;
    }

    public void Begin(ProveOptions options)
    {
        string connectors = options.Connectors > 0 ? $"{options.Connectors}" : "1 to 8";
        Write($"twcbridge {Runner.Version}, seed {options.Seed}, {connectors} connectors");
    }

    public void Progress(ProveResult result)
    {
        double pause = _isTerminal ? TerminalSeconds : LineSeconds;
        if (result.Elapsed.TotalSeconds - _shownSeconds >= pause)
        {
            _shownSeconds = result.Elapsed.TotalSeconds;
            _output.Write((_isTerminal ? "\r" : "") + "  " + Describe(result)
                + (_isTerminal ? "   " : "\n"));
            _output.Flush();
        }
    }

    public void End(ProveResult result)
    {
        _output.Write(_isTerminal ? "\r" : "");
        if (result.Proof.Refuted is { } world)
        {
            FailureReport.Write(_output, world);
            Write($"# to see it again: {result.Replay}");
            Write($"refuted after {Describe(result)}");
            return;
        }
        Write($"held: {Describe(result)}");
    }

    private static string Describe(ProveResult result)
    {
        return string.Create(CultureInfo.InvariantCulture,
            $"{result.Years:0.000} years in {result.Proof.WorldCount} worlds, "
            + $"{result.Elapsed.TotalSeconds:0.0} s, {result.Speed:0} x real time");
    }

    private void Write(string line)
    {
        _output.WriteLine(line);
        _output.Flush();
    }
}
