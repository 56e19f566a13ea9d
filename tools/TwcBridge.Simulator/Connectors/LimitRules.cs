using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Which limits a connector of one protocol takes, and what it makes of them (PROTOCOL 3.2, 4).
/// </summary>
internal sealed class LimitRules
{
    public const int PilotFloorCentiamps = 600;

    private const int ProtocolOneFloorCentiamps = 500;

    public LimitRules(int protocol)
    {
        if (protocol is not (1 or 2))
        {
            throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "1 or 2");
        }
        IsProtocolTwo = protocol == 2;
    }

    public bool IsProtocolTwo { get; }

    /// <summary>Whether a car charges at this limit.</summary>
    public bool IsEnough(int centiamps)
    {
        return centiamps >= (IsProtocolTwo ? PilotFloorCentiamps : ProtocolOneFloorCentiamps);
    }

    /// <summary>
    /// What a limit becomes: any value is mirrored, but protocol 2 knows nothing below 6 A.
    /// </summary>
    public int Accepted(int centiamps)
    {
        return IsProtocolTwo ? Math.Max(centiamps, PilotFloorCentiamps) : centiamps;
    }

    public bool IsTaken(int command, ConnectorState state, bool isPlugged)
    {
        return command switch
        {
            HeartbeatCommand.InitialLimit => !IsProtocolTwo || state != ConnectorState.Charging,
            HeartbeatCommand.StartLimit => state == ConnectorState.Starting,
            HeartbeatCommand.SessionLimit => IsProtocolTwo && isPlugged,
            HeartbeatCommand.Raise or HeartbeatCommand.Lower =>
                IsProtocolTwo && state == ConnectorState.Charging,
            _ => false,
        };
    }
}
