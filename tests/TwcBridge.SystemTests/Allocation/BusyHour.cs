using System.Collections.Generic;
using TwcBridge.Loops;
using TwcBridge.Simulator;

namespace TwcBridge.SystemTests.Allocation;

/// <summary>
/// A simulated hour in which everything happens that the bus path has code for: link-up, queries,
/// cars that come and go, a rival, an adapter that echoes, noise, and connectors that reboot or
/// fall silent. What the bridge heard is written down turn by turn; the simulator allocates, its
/// bytes do not.
/// </summary>
internal sealed class BusyHour : ISerialLink
{
    public const long EndMs = 3_600_000;

    private const int FirstId = 0x8204;

    private static readonly FaultOptions Disturbed = new()
    {
        NoiseBytesPerHour = 2000,
        FlippedBitsPerMillionBytes = 2000,
        LostBytesPerMillionBytes = 1000,
        DuplicatedBytesPerMillionBytes = 1000,
        ConnectorResetsPerDay = 500,
        ConnectorSilencesPerDay = 2000,
    };

    private readonly SimulatedSite _site = new(seed: 1);
    private readonly AdapterPort _port;
    private readonly List<byte[]> _heard = [];

    public BusyHour(int connectorCount)
    {
        _port = _site.AddPort("bridge");
        for (int i = 0; i < connectorCount; i++)
        {
            WallConnector connector = _site.AddConnector(new ConnectorOptions
            {
                Id = FirstId + i,
                Protocol = i == 0 ? 1 : 2,
            });
            PlanCars(connector, i);
        }
        PlanTroubles();
    }

    /// <summary>What each turn heard, in order.</summary>
    public IReadOnlyList<byte[]> Heard => _heard;

    public static int IdOf(int connectorIndex)
    {
        return FirstId + connectorIndex;
    }

    public void AdvanceTo(long nowMs)
    {
        _site.AdvanceTo(nowMs * Micros.PerMs);
    }

    public int Read(byte[] buffer)
    {
        int count = _port.Read(buffer);
        _heard.Add(count == 0 ? [] : buffer[..count]);
        return count;
    }

    public bool TryWrite(byte[] buffer, int length)
    {
        _port.Write(buffer, length);
        return true;
    }

    private void PlanCars(WallConnector connector, int index)
    {
        string[] kinds = ["tesla", "fiat", "tesla-latch"];
        for (int visit = 0; visit < kinds.Length; visit++)
        {
            CarKinds.TryCreate(kinds[(index + visit) % kinds.Length], out Car? car);
            long comesAtUs = Minutes(1 + (visit * 20)) + (index * Micros.PerSecond);
            _site.At(comesAtUs, () => connector.Plug(car!));
            _site.At(comesAtUs + Minutes(15), connector.Unplug);
        }
    }

    private void PlanTroubles()
    {
        _site.At(Minutes(15), () => _site.Faults = Disturbed);
        _site.At(Minutes(35), () => _site.Faults = FaultOptions.None);
        _site.At(Minutes(36), () => _port.Faults = AdapterFaults.EchoesOwnBytes);
        _site.At(Minutes(38), () => _port.Faults = AdapterFaults.None);
        _site.AddRival(new RivalOptions { StartAtUs = Minutes(40), StopAtUs = Minutes(45) });
    }

    private static long Minutes(int count)
    {
        return count * 60 * Micros.PerSecond;
    }
}
