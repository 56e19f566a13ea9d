using System;
using TwcBridge.Control;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// The energy that the status tells of a connector never falls, is never unknown again, and is
/// never more than the meter's: one that counts whole kWh is told with less than one on top. A
/// session's energy does not fall while it lasts. All that from boot to boot. Where a spoilt frame
/// may have told another count, nothing is asserted of the meter's; and a place among eight may
/// have gone to another id, which a spoilt frame or a conflict of ids brings.
/// </summary>
internal sealed class EnergyCheck : Checker
{
    private const int KilowattHour = 1000;

    private readonly int[] _ids;
    private readonly long[] _told;
    private readonly long[] _sessionTold;
    private readonly long[] _sessionMs;

    public EnergyCheck(Evidence evidence)
        : base(evidence)
    {
        _ids = new int[evidence.Connectors.Length];
        _told = new long[evidence.Connectors.Length];
        _sessionTold = new long[evidence.Connectors.Length];
        _sessionMs = new long[evidence.Connectors.Length];
        OnBoot();
    }

    public override void OnBoot()
    {
        Array.Fill(_ids, 0);
    }

    public override void OnStatus(BoxStatus status)
    {
        if (Evidence.IdCount > Evidence.Settings.MaxConnectors)
        {
            return;
        }
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            if (status.Find(connector.KnownId) is { } told)
            {
                Check(connector, told);
            }
        }
    }

    private void Check(ConnectorWatch connector, ConnectorStatus status)
    {
        int i = connector.Index;
        if (_ids[i] != status.Id)
        {
            _ids[i] = status.Id;
            _told[i] = ConnectorStatus.Unknown;
            _sessionMs[i] = ConnectorStatus.Unknown;
        }
        if (status.EnergyWattHours < _told[i])
        {
            Refute(connector, "the energy", status.EnergyWattHours, _told[i]);
        }
        bool isSame = status.SessionMs >= _sessionMs[i]
            && _sessionMs[i] != ConnectorStatus.Unknown;
        if (isSame && status.SessionWattHours < _sessionTold[i])
        {
            Refute(connector, "the session", status.SessionWattHours, _sessionTold[i]);
        }
        if (status.EnergyWattHours >= connector.Truth.MeterWattHours + KilowattHour
            && Evidence.MisheardCount == 0)
        {
            Evidence.Refute(Property.Energy, $"{connector.Truth.Name} is said to have delivered "
                + $"{status.EnergyWattHours} Wh, its meter is at {connector.Truth.MeterWattHours}");
        }
        _told[i] = status.EnergyWattHours;
        _sessionTold[i] = status.SessionWattHours;
        _sessionMs[i] = status.SessionMs;
    }

    private void Refute(ConnectorWatch connector, string what, long wattHours, long before)
    {
        Evidence.Refute(Property.Energy, $"{what} of {connector.Truth.Name} is said to be "
            + $"{wattHours} Wh, and was {before}");
    }
}
