using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Support;

/// <summary>The bus side alone. In place of the charging side it lets every peripheral that
/// announces itself have the same offer, and counts the events.</summary>
internal sealed class EngineTurns : Turns
{
    private const int EventKinds = (int)BusEventKind.Lost + 1;

    private readonly long[] _events = new long[EventKinds];
    private readonly int _offerCentiamps;

    public EngineTurns(BusOptions options, int offerCentiamps, long nowMs)
    {
        _offerCentiamps = offerCentiamps;
        Engine = new BusEngine(options, nowMs);
        Engine.Ledger.LimitSite(8 * 3200);
    }

    public BusEngine Engine { get; }

    /// <summary>Heartbeats that told another limit than the one before.</summary>
    public int ToldCount { get; private set; }

    public override byte[] Wire => Engine.Wire;

    public long CountOf(BusEventKind kind)
    {
        return _events[(int)kind];
    }

    public override void OnReceived(byte[] buffer, int length, long nowMs)
    {
        Engine.OnReceived(buffer, length, nowMs);
    }

    public override void OnTime(long nowMs)
    {
        Engine.OnTime(nowMs);
        while (Engine.Events.TryNext())
        {
            _events[(int)Engine.Events.Kind]++;
            if (Engine.Events.Kind == BusEventKind.LinkReady)
            {
                Peripheral peripheral = Engine.Roster.At(Engine.Events.PeripheralIndex);
                Engine.Ledger.Enter(peripheral.Id, 500, 3200);
                peripheral.OnOffer(_offerCentiamps);
            }
        }
    }

    public override int Next(long nowMs)
    {
        return Engine.Next(nowMs);
    }

    public override void OnSent(long nowMs)
    {
        ToldCount += Engine.OnSent(nowMs) != Peripheral.Unknown ? 1 : 0;
    }

    public override long NextDueAtMs()
    {
        return Engine.NextDueAtMs();
    }
}
