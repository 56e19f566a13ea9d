namespace TwcBridge.Mqtt;

/// <summary>What the session and the surface have counted since the start.</summary>
public sealed class MqttCounters
{
    private const int ReasonCount = (int)MqttCloseReason.Left + 1;

    private readonly int[] _closed = new int[ReasonCount];

    public int Dials;

    /// <summary>Times that a broker took us in.</summary>
    public int Connects;

    public long PacketsReceived;

    /// <summary>Publications taken for sending, at QoS 0 and 1.</summary>
    public long Published;

    /// <summary>Publications at QoS 1 that the broker confirmed.</summary>
    public long Acknowledged;

    public long Resent;

    /// <summary>Publications refused because there was no room or no connection. The publisher
    /// knows and may offer them again.</summary>
    public long Refused;

    /// <summary>Publications given up after several connections did not deliver them.</summary>
    public long Abandoned;

    /// <summary>Publications whose confirmation was not waited for, to make room for answers.
    /// </summary>
    public long Unconfirmed;

    public long MessagesReceived;

    /// <summary>Received messages with more bytes than the buffer holds.</summary>
    public long Oversized;

    /// <summary>Received twice and shown once.</summary>
    public long Duplicates;

    /// <summary>Connections ended for bytes that are no MQTT.</summary>
    public int Malformed => Closed(MqttCloseReason.Malformed);

    /// <summary>PUBACKs for nothing that we sent.</summary>
    public long StrayAcks;

    public int SubscriptionsRefused;

    /// <summary>Commands handed on to the bus side.</summary>
    public long Commands;

    /// <summary>Commands that were not even handed on: retained, malformed, too long.</summary>
    public long CommandsRefused;

    /// <summary>Commands lost without an answer. Above 0 is a defect of ours: nothing is read while
    /// there is no room for it.</summary>
    public long CommandsDropped;

    /// <summary>Connections, or attempts at one, that ended for this reason.</summary>
    public int Closed(MqttCloseReason reason)
    {
        return _closed[(int)reason];
    }

    public void OnClosed(MqttCloseReason reason)
    {
        _closed[(int)reason]++;
    }
}
