using TwcBridge.Messages;

namespace TwcBridge.Bus;

/// <summary>
/// What to ask one peripheral next, and when. It only proposes: whether there is room between two
/// heartbeats is decided elsewhere. A question that a unit never answers is given up for a while,
/// and the VIN is not asked again of a car that has none.
/// </summary>
public sealed class QueryPlan
{
    public const int MeterChargingMs = 5000;
    public const int MeterIdleMs = 15000;
    public const int PlugMs = 5000;
    public const int VinRetryMs = 10000;

    /// <summary>A unit without the plug query tells by an empty VIN that the car has gone.
    /// </summary>
    public const int VinConfirmMs = 30000;

    public const int MaxMisses = 3;
    public const int GivenUpMs = 600000;

    private const int Version = 0;
    private const int Serial = 1;
    private const int Meter = 2;
    private const int Plug = 3;
    private const int VinStart = 4;
    private const int VinMiddle = 5;
    private const int VinEnd = 6;
    private const int Count = 7;

    // Heartbeats first: a peripheral that has just linked is left alone for two of them.
    private const int QuietAnswers = 2;

    private readonly long[] _dueAtMs = new long[Count];
    private readonly int[] _misses = new int[Count];

    /// <summary>A new link: everything is asked once more.</summary>
    public void OnLinked()
    {
        for (int i = 0; i < Count; i++)
        {
            _dueAtMs[i] = 0;
            _misses[i] = 0;
        }
        _dueAtMs[VinMiddle] = Timing.Never;
        _dueAtMs[VinEnd] = Timing.Never;
    }

    /// <summary>A car was plugged in: its VIN is worth asking again.</summary>
    public void OnPlugIn(long nowMs)
    {
        _dueAtMs[VinStart] = nowMs;
        _misses[VinStart] = 0;
        _dueAtMs[VinMiddle] = Timing.Never;
        _dueAtMs[VinEnd] = Timing.Never;
        _dueAtMs[Plug] = nowMs;
    }

    /// <summary>It charges now, or no longer: the meter has something new to tell.</summary>
    public void OnStateChanged(long nowMs)
    {
        long waitMs = _dueAtMs[Meter] - nowMs;
        if (waitMs > 0 && waitMs <= MeterIdleMs)
        {
            _dueAtMs[Meter] = nowMs;
        }
    }

    /// <summary>The question that has been due for longest, or None. Pure.</summary>
    public MessageKind Next(Peripheral peripheral, long nowMs)
    {
        int item = FirstDue(peripheral);
        return item == Peripheral.Unknown || nowMs < _dueAtMs[item]
            ? MessageKind.None
            : KindOf(item);
    }

    /// <summary>When <see cref="Next"/> may have something to say.</summary>
    public long DueAtMs(Peripheral peripheral)
    {
        int item = FirstDue(peripheral);
        return item == Peripheral.Unknown ? Timing.Never : _dueAtMs[item];
    }

    /// <summary>The peripheral has taken note of the answer already.</summary>
    public void OnAnswered(MessageKind query, Peripheral peripheral, long nowMs)
    {
        int item = ItemOf(query);
        if (item == Peripheral.Unknown)
        {
            return;
        }
        _misses[item] = 0;
        _dueAtMs[item] = NextTime(item, peripheral, nowMs);
        if (item == VinStart && peripheral.Info.Vin[0] != 0 && !peripheral.Info.IsVinComplete)
        {
            _dueAtMs[VinMiddle] = nowMs;
            _dueAtMs[VinEnd] = nowMs;
        }
    }

    public void OnMissed(MessageKind query, long nowMs)
    {
        int item = ItemOf(query);
        if (item == Peripheral.Unknown)
        {
            return;
        }
        _misses[item]++;
        bool isGivenUp = _misses[item] >= MaxMisses;
        _dueAtMs[item] = nowMs + (isGivenUp ? GivenUpMs : Timing.HeartbeatIntervalMs);
        _misses[item] = isGivenUp ? 0 : _misses[item];
    }

    private int FirstDue(Peripheral peripheral)
    {
        int first = Peripheral.Unknown;
        if (peripheral.AnsweredCount < QuietAnswers)
        {
            return first;
        }
        long due = Timing.Never;
        for (int i = 0; i < Count; i++)
        {
            if (_dueAtMs[i] < due && (i != VinStart || IsVinWanted(peripheral)))
            {
                first = i;
                due = _dueAtMs[i];
            }
        }
        return first;
    }

    // Three empty answers end the asking until the next plug-in.
    private static bool IsVinWanted(Peripheral peripheral)
    {
        return peripheral.Info.EmptyVinCount < PeripheralInfo.EmptyVinAnswers
            && peripheral.Info.IsCarPresent(peripheral.State);
    }

    private static long NextTime(int item, Peripheral peripheral, long nowMs)
    {
        switch (item)
        {
            case Meter:
                return nowMs + (peripheral.State == ChargerState.Charging
                    ? MeterChargingMs
                    : MeterIdleMs);
            case Plug:
                return nowMs + PlugMs;
            case VinStart when peripheral.Info.Vin[0] == 0:
                return nowMs + VinRetryMs;
            case VinStart when peripheral.Info.Plug == Peripheral.Unknown:
                return nowMs + VinConfirmMs;
            default:
                return Timing.Never;
        }
    }

    private static MessageKind KindOf(int item)
    {
        switch (item)
        {
            case Version:
                return MessageKind.VersionQuery;
            case Serial:
                return MessageKind.SerialQuery;
            case Meter:
                return MessageKind.MeterQuery;
            case Plug:
                return MessageKind.PlugQuery;
            case VinStart:
                return MessageKind.VinStartQuery;
            case VinMiddle:
                return MessageKind.VinMiddleQuery;
            default:
                return MessageKind.VinEndQuery;
        }
    }

    private static int ItemOf(MessageKind query)
    {
        for (int i = 0; i < Count; i++)
        {
            if (KindOf(i) == query)
            {
                return i;
            }
        }
        return Peripheral.Unknown;
    }
}
