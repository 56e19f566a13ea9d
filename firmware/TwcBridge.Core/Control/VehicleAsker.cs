using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// In stop mode Vehicle: which car is to be asked to stop, because nothing is to be offered and it
/// charges all the same, or to start again. Somebody else talks to the car; whether it obeys is
/// seen by what it draws.
/// </summary>
public sealed class VehicleAsker
{
    /// <summary>No connector.</summary>
    public const int None = -1;

    /// <summary>A car that goes on is asked again.</summary>
    public const int RepeatMs = 60_000;

    private readonly bool[] _hasAsked;
    private readonly long[] _againAtMs;

    public VehicleAsker(int maxConnectors)
    {
        _hasAsked = new bool[maxConnectors];
        _againAtMs = new long[maxConnectors];
    }

    public void OnStatus(BoxStatus status)
    {
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            if (!status.Connector(i).Connected)
            {
                _hasAsked[i] = false;
                _againAtMs[i] = 0;
            }
        }
    }

    /// <summary>The place of the connector whose car is to be asked now, or None. Pure.</summary>
    public int Next(BoxStatus status, long nowMs)
    {
        for (int i = 0; i < status.ConnectorCount && status.StopMode == StopMode.Vehicle; i++)
        {
            ConnectorStatus connector = status.Connector(i);
            bool isDue = IsStop(connector)
                ? connector.Charging && nowMs >= _againAtMs[i]
                : _hasAsked[i];
            if (isDue && connector.Linked && connector.Connected)
            {
                return i;
            }
        }
        return None;
    }

    /// <summary>It has been asked.</summary>
    public void OnAsked(int index, ConnectorStatus connector, long nowMs)
    {
        _hasAsked[index] = IsStop(connector);
        _againAtMs[index] = _hasAsked[index] ? nowMs + RepeatMs : 0;
    }

    /// <summary>Nothing is to be offered to it.</summary>
    public static bool IsStop(ConnectorStatus connector)
    {
        return !connector.Enabled || connector.RequestedCentiamps < connector.MinCentiamps;
    }

    /// <summary>Writes {action, vin, reason}.</summary>
    public static void Write(JsonWriter json, ConnectorStatus connector)
    {
        json.BeginObject();
        json.Key("action").Text(IsStop(connector) ? "stop" : "start");
        json.Key("vin").TextOrNull(connector.Vin, connector.KnownVinLength);
        json.Key("reason").Text(!connector.Enabled ? "not_enabled"
            : IsStop(connector) ? "nothing_offered"
            : "allowed");
        json.EndObject();
    }
}
