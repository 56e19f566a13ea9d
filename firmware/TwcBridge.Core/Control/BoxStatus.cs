using TwcBridge.Bus;
using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// The whole box at one instant, copied as a whole from the bus loop to the network loop. Owned by
/// whoever made it; valid until the next <see cref="CopyFrom"/>.
/// </summary>
public sealed class BoxStatus
{
    public const int MaxConnectors = 8;

    public long UptimeMs;

    public BusRole Role;

    /// <summary>Id of the other controller while standing down, else 0.</summary>
    public int RivalId;

    /// <summary>What is most likely wrong with the bus.</summary>
    public BusFinding Finding;

    /// <summary>The connector or controller that the finding is about, or 0.</summary>
    public int FindingId;

    /// <summary>The most that all connectors together may ever be offered, 0.01 A.</summary>
    public int SiteLimitCentiamps;

    /// <summary>The site's claim in force, 0.01 A.</summary>
    public int RequestedCentiamps;

    /// <summary>Sum of all offers, 0.01 A.</summary>
    public int OfferedCentiamps;

    /// <summary>Sum of what is drawn, 0.01 A.</summary>
    public int DrawnCentiamps;

    public ClaimSource Source;

    /// <summary>What is left of the site's lease, or ConnectorStatus.Unknown.</summary>
    public long LeaseLeftMs;

    /// <summary>What the user allows for the whole site: also false while the mode is off.
    /// </summary>
    public bool Enabled;

    public SiteMode Mode;

    public StopMode StopMode;

    /// <summary>The boost, 0.01 A, or ConnectorStatus.Unknown; and how long it lasts.</summary>
    public int BoostCentiamps = ConnectorStatus.Unknown;
    public long BoostLeftMs = ConnectorStatus.Unknown;

    /// <summary>Times that the owner let us take the place of another controller.</summary>
    public int TakeOvers;

    public long FramesReceived;
    public long FramesSent;

    /// <summary>Frames refused on reception, all causes together.</summary>
    public long FramesBad;

    /// <summary>Frames that the allow-list kept from the wire. Above 0 means a defect of ours.
    /// </summary>
    public long SendsRefused;

    /// <summary>Requests that no connector answered in time.</summary>
    public long AnswersMissed;

    public long ConnectorsLost;

    /// <summary>99 of 100 heartbeats since start left no later after they were due.</summary>
    public long HeartbeatJitterMs;

    public int ConnectorCount;

    private readonly ConnectorStatus[] _connectors;

    /// <param name="capacity">Most connectors, 0..<see cref="MaxConnectors"/>: as many as the bus
    /// side has places for.</param>
    public BoxStatus(int capacity = MaxConnectors)
    {
        _connectors = new ConnectorStatus[capacity];
        for (int i = 0; i < capacity; i++)
        {
            _connectors[i] = new ConnectorStatus();
        }
    }

    /// <summary>The connector at <paramref name="index"/>, 0..<see cref="ConnectorCount"/>-1.
    /// It keeps its place for as long as the box runs.</summary>
    public ConnectorStatus Connector(int index)
    {
        return _connectors[index];
    }

    /// <summary>The connector with this TWC id, or null.</summary>
    public ConnectorStatus Find(int id)
    {
        for (int i = 0; i < ConnectorCount; i++)
        {
            if (_connectors[i].Id == id)
            {
                return _connectors[i];
            }
        }
        return null;
    }

    /// <summary>The capacity must hold the other's connectors.</summary>
    public void CopyFrom(BoxStatus other)
    {
        UptimeMs = other.UptimeMs;
        Role = other.Role;
        RivalId = other.RivalId;
        Finding = other.Finding;
        FindingId = other.FindingId;
        SiteLimitCentiamps = other.SiteLimitCentiamps;
        RequestedCentiamps = other.RequestedCentiamps;
        OfferedCentiamps = other.OfferedCentiamps;
        DrawnCentiamps = other.DrawnCentiamps;
        Source = other.Source;
        LeaseLeftMs = other.LeaseLeftMs;
        Enabled = other.Enabled;
        Mode = other.Mode;
        StopMode = other.StopMode;
        BoostCentiamps = other.BoostCentiamps;
        BoostLeftMs = other.BoostLeftMs;
        TakeOvers = other.TakeOvers;
        FramesReceived = other.FramesReceived;
        FramesSent = other.FramesSent;
        FramesBad = other.FramesBad;
        SendsRefused = other.SendsRefused;
        AnswersMissed = other.AnswersMissed;
        ConnectorsLost = other.ConnectorsLost;
        HeartbeatJitterMs = other.HeartbeatJitterMs;
        ConnectorCount = other.ConnectorCount;
        for (int i = 0; i < other.ConnectorCount; i++)
        {
            _connectors[i].CopyFrom(other._connectors[i]);
        }
    }
}
