using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Commands on their way from users and brokers to the bridge: each comes at its own time,
/// so that they overtake one another.</summary>
internal sealed class Mail
{
    /// <summary>Places for commands on their way.</summary>
    public const int Capacity = 32;

    private readonly Command[] _waiting = new Command[Capacity];
    private readonly long[] _arrivesUs = new long[Capacity];

    public Mail()
    {
        for (int i = 0; i < Capacity; i++)
        {
            _waiting[i] = new Command();
        }
        Clear();
    }

    /// <summary>When the next command arrives, or Micros.Never.</summary>
    public long NextUs { get; private set; } = Micros.Never;

    /// <summary>The command that TryTake has taken.</summary>
    public Command Command { get; } = new();

    /// <summary>For its answer.</summary>
    public CommandResult Result { get; } = new();

    /// <summary>A full box loses the command, as a network does.</summary>
    public void Post(Command command, long arrivesUs)
    {
        int place = Array.IndexOf(_arrivesUs, Micros.Never);
        if (place >= 0)
        {
            _waiting[place].CopyFrom(command);
            _arrivesUs[place] = arrivesUs;
            NextUs = Math.Min(NextUs, arrivesUs);
        }
    }

    /// <summary>What is in this place, if anything, comes not before this instant, or never.
    /// </summary>
    public void Delay(int place, long arrivesUs)
    {
        if (_arrivesUs[place] != Micros.Never)
        {
            _arrivesUs[place] = Math.Max(_arrivesUs[place], arrivesUs);
            FindNext();
        }
    }

    public bool TryTake(long nowUs)
    {
        if (nowUs < NextUs)
        {
            return false;
        }
        int place = Array.IndexOf(_arrivesUs, NextUs);
        Command.CopyFrom(_waiting[place]);
        _arrivesUs[place] = Micros.Never;
        FindNext();
        return true;
    }

    public void Clear()
    {
        Array.Fill(_arrivesUs, Micros.Never);
        FindNext();
    }

    private void FindNext()
    {
        NextUs = Micros.Never;
        foreach (long arrivesUs in _arrivesUs)
        {
            NextUs = Math.Min(NextUs, arrivesUs);
        }
    }
}
