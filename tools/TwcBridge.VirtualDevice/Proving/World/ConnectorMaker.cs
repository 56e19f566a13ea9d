using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>Connectors of all kinds.</summary>
internal sealed class ConnectorMaker
{
    private const int ConflictPercent = 3;

    private readonly Dice _dice;

    public ConnectorMaker(Dice dice)
    {
        _dice = dice;
    }

    /// <summary>Any controller, now and then with our own id.</summary>
    public static RivalOptions SomeRival(Dice dice)
    {
        return new RivalOptions
        {
            Id = dice.Below(4) == 0 ? Evidence.ControllerId : 0x0100 + dice.Below(0x100),
            Sign = dice.Byte(),
            StartAtUs = Micros.Never,
            LimitCentiamps = dice.Between(6, 32) * 100,
            HeartbeatIntervalMs = dice.Between(700, 1300),
        };
    }

    public ConnectorWatch[] Make(SimulatedSite site, int count)
    {
        ConnectorWatch[] connectors = new ConnectorWatch[count];
        for (int i = 0; i < count; i++)
        {
            ConnectorOptions options = Some(i);
            connectors[i] = new ConnectorWatch(i, site.AddConnector(options), options);
        }
        return connectors;
    }

    // The first digit keeps the ids apart.
    private ConnectorOptions Some(int index)
    {
        bool isProtocolOne = _dice.Below(4) == 0;
        int id = _dice.Below(100) < ConflictPercent
            ? Evidence.ControllerId
            : ((index + 8) << 12) | _dice.Below(0x1000);
        return new ConnectorOptions
        {
            Id = id,
            Name = $"{(char)('A' + index)}-{id:X4}",
            Protocol = isProtocolOne ? 1 : 2,
            Firmware = _dice.Below(5) == 0
                ? new FirmwareVersion(4, 4, 13, 0)
                : new FirmwareVersion(4, 5, 3, 2),
            HardwareLimitCentiamps = Rating(),
            MeterCountsWattHours = _dice.Below(3) == 0,
            MeterStartWattHours = _dice.Below(2) == 0 ? 924_000 : 2_000_000,
            Phases = _dice.Below(3) == 0 ? 1 : 3,
            CurrentOffsetCentiamps = _dice.Below(3) == 0 ? 25 : 0,
            LinkReadyPeriodMs = _dice.Below(4) == 0 ? 1300 : 10_000,
            SendsTailByte = _dice.Below(4) != 0,
            ForgetsLimitAtStart = _dice.Below(4) != 0,
            EchoesRepeatedLimits = _dice.Below(2) == 0,
        };
    }

    private int Rating()
    {
        return _dice.Below(6) switch
        {
            0 => 1600,
            1 => 4000,
            2 => 8000,
            _ => 3200,
        };
    }
}
