using System;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>Settings as JSON: refused as a whole, or taken, in range and written again the same.
/// </summary>
internal sealed class SettingsTarget : FuzzTarget
{
    private readonly SettingsReader _reader = new();
    private readonly ByteWriter _before = new(4096);
    private readonly ByteWriter _after = new(4096);
    private Settings _settings = new();

    public override string Name => "settings";

    public override int CaseLength => 1024;

    public override int PerMille => 30;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        JsonMix.AddSettings(input, dice);
        if (input.Length == 0)
        {
            input.Add((byte)'{');
        }
    }

    public override void Prepare(byte[] bytes)
    {
        _settings = new Settings();
    }

    public override void Run(byte[] bytes, int length)
    {
        Write(_settings, _before);
        SettingsProblem problem = _reader.Read(bytes, length, _settings);
        Write(_settings, _after);
        Require(!_after.Overflowed, "longer than its room");
        if (problem != SettingsProblem.None)
        {
            Require(AreSame(_before, _after), "refused, and changed all the same");
            return;
        }
        Reached++;
        Require(_settings.IsConsistent(out _), "taken, and not consistent");
        Settings again = new();
        problem = _reader.Read(_after.Buffer, _after.Length, again);
        Require(problem == SettingsProblem.None, "does not read what it wrote");
        Write(again, _before);
        Require(AreSame(_before, _after), "reads something else than it wrote");
    }

    private static void Write(Settings settings, ByteWriter into)
    {
        JsonWriter json = new(into);
        json.Restart();
        SettingsWriter.Write(json, settings, true);
    }

    private static bool AreSame(ByteWriter one, ByteWriter other)
    {
        return one.Buffer.AsSpan(0, one.Length).SequenceEqual(other.Buffer.AsSpan(0, other.Length));
    }
}
