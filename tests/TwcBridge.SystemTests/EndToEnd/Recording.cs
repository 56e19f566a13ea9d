using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using TwcBridge.Charging;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>What "run --record" has written, with what it says in comments.</summary>
internal sealed partial class Recording
{
    private readonly string[] _lines;

    public Recording(string path)
    {
        _lines = File.ReadAllLines(path);
    }

    public Settings Settings
    {
        get
        {
            const string Mark = "# settings ";
            string json = _lines.Single(line => line.StartsWith(Mark))[Mark.Length..];
            byte[] bytes = Encoding.UTF8.GetBytes(json);
            Settings settings = new();
            Assert.AreEqual(SettingsProblem.None,
                new SettingsReader().Read(bytes, bytes.Length, settings), json);
            return settings;
        }
    }

    public long BootedAtMs => long.Parse(_lines
        .Select(line => BootNote().Match(line)).Single(match => match.Success).Groups[1].Value);

    /// <summary>Gives a fresh bridge all of it.</summary>
    /// <param name="wanted">Only these lines.</param>
    public void PlayTo(Replay replay, Predicate<string> wanted)
    {
        foreach (string line in _lines)
        {
            if (wanted(line))
            {
                Play(line, replay);
            }
        }
    }

    private static void Play(string line, Replay replay)
    {
        if (CommandNote().Match(line) is { Success: true } note)
        {
            replay.Command(long.Parse(note.Groups["ms"].Value), CommandIn(note));
            return;
        }
        foreach (CaptureRecord record in CaptureReader.Read(new StringReader(line)))
        {
            long atMs = record.AtUs!.Value / 1000;
            if (record.Direction == CaptureDirection.Sent)
            {
                replay.Send(atMs, record.Bytes);
            }
            else
            {
                long beganAtMs = long.Parse(SinceNote().Match(line).Groups[1].Value);
                replay.Hear(beganAtMs, atMs, record.Bytes);
            }
        }
    }

    private static Command CommandIn(Match note)
    {
        string what = note.Groups["what"].Value;
        return new Command
        {
            PeripheralId = note.Groups["id"].Success
                ? int.Parse(note.Groups["id"].Value, NumberStyles.HexNumber)
                : Command.WholeSite,
            Kind = what.StartsWith("set_amps") ? CommandKind.SetAmps
                : what == "release_amps" ? CommandKind.ReleaseAmps
                : CommandKind.SetEnabled,
            Enabled = what == "enabled true",
            Centiamps = (int)(Number(note.Groups["amps"]) * 100),
            TtlMs = (int)(Number(note.Groups["seconds"]) * 1000),
            ClampToCeiling = note.Groups["by"].Value == "MQTT",
        };
    }

    private static decimal Number(Group group)
    {
        return group.Success ? decimal.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"^# (\d+) boot$")]
    private static partial Regex BootNote();

    [GeneratedRegex(@"\(since (\d+)\)$")]
    private static partial Regex SinceNote();

    [GeneratedRegex(@"^# (?<ms>\d+) command (site|(?<id>\w{4})) "
        + @"(?<what>set_amps (?<amps>[\d.]+) A (for (?<seconds>\d+) s|until replaced)"
        + @"|release_amps|enabled true|enabled false) by (?<by>MQTT|HTTP): ")]
    private static partial Regex CommandNote();
}
