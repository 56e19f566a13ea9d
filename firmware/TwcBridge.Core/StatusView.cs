using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Messages;

namespace TwcBridge;

/// <summary>Gathers what bus and charging know into one snapshot for the network side.</summary>
public sealed class StatusView
{
    private const int CentiampsPerHalfAmp = 50;

    private readonly BusEngine _bus;
    private readonly SiteController _site;
    private readonly EnergyFeed _energy;
    private readonly BridgeOptions _options;
    private readonly long _startedAtMs;
    private readonly int[] _silencedIds = new int[OfferLedger.Capacity];   // 0 for none.

    public StatusView(
        BusEngine bus, SiteController site, EnergyFeed energy, BridgeOptions options, long nowMs)
    {
        _bus = bus;
        _site = site;
        _energy = energy;
        _options = options;
        _startedAtMs = nowMs;
    }

    public void Fill(BoxStatus status, long nowMs)
    {
        status.UptimeMs = nowMs - _startedAtMs;
        status.Role = _bus.Rivals.Role;
        status.RivalId = _bus.Rivals.RivalId;
        status.SiteLimitCentiamps = _options.Charging.SiteLimitCentiamps;
        status.RequestedCentiamps = _site.Claims.CentiampsOf(Claims.Site);
        status.Source = _site.Claims.SourceOf(Claims.Site);
        status.LeaseLeftMs = _site.Claims.LeaseLeftMs(Claims.Site, nowMs);
        status.Enabled = _site.Permission.IsAllowed;
        status.Mode = _site.Permission.Mode;
        status.StopMode = _options.Charging.StopMode;
        FillBoost(status, nowMs);
        FillCounters(status);
        status.ConnectorCount = _site.Count;
        status.OfferedCentiamps = 0;
        status.DrawnCentiamps = 0;
        for (int i = 0; i < _site.Count; i++)
        {
            ConnectorStatus connector = status.Connector(i);
            FillCharging(connector, i, nowMs);
            FillInfo(connector, i, nowMs);
            FillEnergy(connector, i, nowMs);
            status.OfferedCentiamps += connector.OfferedCentiamps;
            status.DrawnCentiamps += connector.DrawnCentiamps > 0 ? connector.DrawnCentiamps : 0;
        }
    }

    private void FillBoost(BoxStatus status, long nowMs)
    {
        Claims claims = _site.Claims;
        status.BoostCentiamps = claims.HasBoost
            ? claims.CentiampsOf(Claims.Boost)
            : ConnectorStatus.Unknown;
        status.BoostLeftMs = claims.HasBoost
            ? claims.LeaseLeftMs(Claims.Boost, nowMs)
            : ConnectorStatus.Unknown;
    }

    private void FillCounters(BoxStatus status)
    {
        BusCounters counters = _bus.Counters;
        status.FramesReceived = counters.Accepted;
        status.FramesSent = _bus.Transmitter.SentCount;
        status.SendsRefused = _bus.Transmitter.RefusedCount;
        status.AnswersMissed = counters.HeartbeatsMissed + counters.QueriesMissed;
        status.ConnectorsLost = counters.Lost;
        status.FramesBad = BusSurvey.SpoiltCount(_bus);
    }

    private void FillCharging(ConnectorStatus status, int index, long nowMs)
    {
        Connector connector = _site.At(index);
        status.Id = connector.Id;
        status.Linked = connector.IsLinked;
        status.Protocol = connector.Protocol;
        status.Connected = connector.HasCar;
        status.Charging = connector.IsCharging;
        status.Enabled = connector.IsEnabled && _site.Permission.IsAllowed;
        status.Priority = connector.Priority;
        status.RequestedCentiamps = _site.Claims.CentiampsOf(index);
        status.OfferedCentiamps = connector.OfferedCentiamps;
        status.AcceptedCentiamps = connector.AcceptedCentiamps;
        status.DrawnCentiamps = connector.DrawnCentiamps;
        status.MinCentiamps = connector.MinCentiamps;
        status.MaxCentiamps = _site.CeilingOf(index);
        status.Source = _site.Claims.SourceOf(index);
        status.LeaseLeftMs = _site.Claims.LeaseLeftMs(index, nowMs);
        status.Fault = _site.FaultOf(index);
        status.Silenced = IsSilenced(connector, status.Fault, index, nowMs);
    }

    // Until it is linked again, for when it is served again it has to announce itself first; and
    // only while it does announce itself, for else it has really gone.
    private bool IsSilenced(Connector connector, ConnectorFault fault, int index, long nowMs)
    {
        bool isSilenced = fault != ConnectorFault.SiteLimitTooSmall
            && (!connector.IsServed
                || (_silencedIds[index] == connector.Id && !connector.IsLinked))
            && nowMs - connector.SeenAtMs < RoundBuilder.UnservedSeenMs;
        _silencedIds[index] = isSilenced ? connector.Id : 0;
        return isSilenced;
    }

    private void FillEnergy(ConnectorStatus status, int index, long nowMs)
    {
        EnergyMeter meter = _energy.Book.Meter(index);
        ChargeSession session = _energy.Book.Session(index);

        // A connector that has not told its state yet, as after a lost link, has the car that it
        // had.
        status.Connected |= status.ChargerState == Peripheral.Unknown && session.IsOpen;
        status.EnergyWattHours = meter.WattHours;
        status.SessionWattHours = session.IsOpen
            ? session.WattHours(meter.ReckonedWattHours)
            : ConnectorStatus.Unknown;
        status.SessionMs = session.IsOpen
            ? session.DurationMs(nowMs)
            : ConnectorStatus.Unknown;
    }

    private void FillInfo(ConnectorStatus status, int index, long nowMs)
    {
        Peripheral peripheral = _bus.Roster.At(index);
        PeripheralInfo info = peripheral.Info;
        status.ChargerState = peripheral.State;
        status.SilentMs = nowMs - peripheral.HeardAtMs;
        status.EnergyRaw = info.EnergyRaw;
        bool isMetered = _energy.IsMetered(index, nowMs);
        for (int i = 0; i < ConnectorStatus.PhaseCount; i++)
        {
            status.Volts[i] = isMetered ? info.Volts(i) : ConnectorStatus.Unknown;
            status.CurrentCentiamps[i] = isMetered
                ? info.HalfAmps(i) * CentiampsPerHalfAmp
                : ConnectorStatus.Unknown;
        }
        for (int i = 0; i < PeripheralInfo.VersionParts; i++)
        {
            status.Version[i] = info.Version(i);
        }
        System.Array.Copy(info.Serial, status.Serial, ConnectorStatus.SerialLength);

        // Personal data: not without the owner's word.
        status.TellsVin = _options.TellsVin;
        if (_options.TellsVin)
        {
            System.Array.Copy(info.Vin, status.Vin, ConnectorStatus.VinLength);
        }
    }
}
