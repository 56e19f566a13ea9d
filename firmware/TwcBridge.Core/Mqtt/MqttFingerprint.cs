using TwcBridge.Control;

namespace TwcBridge.Mqtt;

/// <summary>
/// One number for what a state says, to see whether it has changed. What changes by the mere
/// passing of time (age, lease, uptime, counters) is left out: it would make every second a change.
/// Two states with one number are possible and harmless, for a state is repeated anyway.
/// </summary>
public static class MqttFingerprint
{
    // FNV-1a, a whole number at a time. The start is 0x811C9DC5.
    private const int Start = -2128831035;
    private const int Factor = 16777619;

    public static int Of(ConnectorStatus connector)
    {
        int print = Mix(Start, connector.Id);
        print = Mix(print, connector.ChargerState);
        print = Mix(print, Flag(connector.Linked, 1) | Flag(connector.Connected, 2)
            | Flag(connector.Charging, 4) | Flag(connector.Enabled, 8)
            | Flag(connector.Silenced, 16));
        print = Mix(print, connector.RequestedCentiamps);
        print = Mix(print, connector.OfferedCentiamps);
        print = Mix(print, connector.AcceptedCentiamps);
        print = Mix(print, connector.DrawnCentiamps);
        print = Mix(print, connector.MinCentiamps);
        print = Mix(print, connector.MaxCentiamps);
        print = Mix(print, (int)connector.Source);
        print = Mix(print, connector.Priority);
        print = Mix(print, (int)connector.Fault);
        print = MixAll(print, connector.CurrentCentiamps);
        print = MixAll(print, connector.Volts);
        print = MixAll(print, connector.Version);
        print = Mix(print, connector.Serial[0]);    // Told as a whole or not at all.
        for (int i = 0; i < connector.KnownVinLength; i++)
        {
            print = Mix(print, connector.Vin[i]);
        }
        return print;
    }

    public static int Of(BoxStatus status)
    {
        int print = Mix(Start, (int)status.Role);
        print = Mix(print, status.RivalId);
        print = Mix(print, (int)status.Finding);
        print = Mix(print, status.FindingId);
        print = Mix(print, status.SiteLimitCentiamps);
        print = Mix(print, status.RequestedCentiamps);
        print = Mix(print, status.OfferedCentiamps);
        print = Mix(print, status.DrawnCentiamps);
        print = Mix(print, (int)status.Source);
        print = Mix(print, (int)status.Mode);
        print = Mix(print, status.BoostCentiamps);
        print = Mix(print, Flag(status.Enabled, 1));
        return Mix(print, status.ConnectorCount);
    }

    /// <summary>Of what Home Assistant is told of the connector besides its state.</summary>
    public static int OfDevice(ConnectorStatus connector)
    {
        int print = Mix(Start, connector.Id);
        print = Mix(print, connector.MinCentiamps);
        print = Mix(print, connector.MaxCentiamps);
        print = MixAll(print, connector.Version);
        print = Mix(print, Flag(connector.TellsVin, 1));
        return Mix(print, connector.Serial[0]);
    }

    /// <summary>Of what Home Assistant is told of the box besides its state.</summary>
    public static int OfDevice(BoxStatus status, BoxFacts facts)
    {
        int print = Mix(Start, status.SiteLimitCentiamps);
        return Mix(print, Flag(facts.HeapFreeBytes != BoxFacts.Unknown, 1)
            | Flag(facts.WifiRssiDbm != BoxFacts.Unknown, 2));
    }

    private static int MixAll(int print, int[] values)
    {
        foreach (int value in values)
        {
            print = Mix(print, value);
        }
        return print;
    }

    private static int Mix(int print, int value)
    {
        return (print ^ value) * Factor;
    }

    private static int Flag(bool set, int bit)
    {
        return set ? bit : 0;
    }
}
