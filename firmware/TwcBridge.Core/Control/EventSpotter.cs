using TwcBridge.Bus;
using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// Sees from one status to the next what has happened. Up to <see cref="Capacity"/> events wait to
/// be told; what comes on top is dropped and counted. After an event the same connector, or the
/// box, is looked at again only after a pause: what comes and goes within it is told by its net
/// result, so that a loose wire cannot flood anybody.
/// </summary>
public sealed class EventSpotter
{
    public const int Capacity = 8;

    /// <summary>From one event to the next of the same connector.</summary>
    public const int PauseMs = 1_000;

    private sealed class Known
    {
        public bool Linked;
        public ConnectorFault Fault;
        public bool Failsafe = true;    // Where every connector begins.
        public long NotBeforeMs;
    }

    /// <summary>Events that nobody will be told.</summary>
    public long DroppedCount;

    private readonly Known[] _connectors;
    private readonly BoxEvent[] _waiting = new BoxEvent[Capacity];
    private readonly BoxEvent _spare = new BoxEvent();

    private int _head;
    private int _count;
    private long _unixSeconds;
    private long _nowMs;
    private int _rivalId;
    private long _rivalNotBeforeMs;
    private long _refusalNotBeforeMs;
    private int _takeOvers;
    private BusFinding _finding;
    private long _findingNotBeforeMs;

    public EventSpotter(int maxConnectors)
    {
        _connectors = new Known[maxConnectors];
        for (int i = 0; i < _connectors.Length; i++)
        {
            _connectors[i] = new Known();
        }
        for (int i = 0; i < Capacity; i++)
        {
            _waiting[i] = new BoxEvent();
        }
    }

    /// <summary>The oldest event, or null. Valid until <see cref="OnTold"/>.</summary>
    public BoxEvent Next => _count == 0 ? null : _waiting[_head];

    public void OnTold()
    {
        _head = (_head + 1) % Capacity;
        _count--;
    }

    public void OnStatus(BoxStatus status, long unixSeconds, long nowMs)
    {
        _unixSeconds = unixSeconds;
        _nowMs = nowMs;
        LookAtBus(status);
        LookAtRival(status);
        for (int i = 0; i < status.ConnectorCount; i++)
        {
            if (nowMs >= _connectors[i].NotBeforeMs)
            {
                Compare(_connectors[i], status.Connector(i));
            }
        }
    }

    /// <summary>A command was refused. The answer said so to whoever asked; this says it to all
    /// others, once in a pause.</summary>
    public void OnRefused(int peripheralId, string code, long unixSeconds, long nowMs)
    {
        if (nowMs < _refusalNotBeforeMs)
        {
            DroppedCount++;
            return;
        }
        _refusalNotBeforeMs = nowMs + PauseMs;
        _unixSeconds = unixSeconds;
        BoxEvent told = Add(BoxEventKind.CommandRefused);
        told.PeripheralId = peripheralId;
        told.Detail = code;
    }

    private void LookAtRival(BoxStatus status)
    {
        if (status.TakeOvers != _takeOvers)
        {
            _takeOvers = status.TakeOvers;
            Add(BoxEventKind.TakeOver).RivalId = status.RivalId;
        }
        if (status.RivalId != _rivalId && _nowMs >= _rivalNotBeforeMs)
        {
            bool gone = status.RivalId == 0;
            BoxEvent told = Add(gone ? BoxEventKind.RivalGone : BoxEventKind.RivalSeen);
            told.RivalId = gone ? _rivalId : status.RivalId;
            _rivalId = status.RivalId;
            _rivalNotBeforeMs = _nowMs + PauseMs;
        }
    }

    private void LookAtBus(BoxStatus status)
    {
        if (status.Finding == _finding || _nowMs < _findingNotBeforeMs)
        {
            return;
        }
        _finding = status.Finding;
        _findingNotBeforeMs = _nowMs + PauseMs;
        bool isOfRival = status.Finding == BusFinding.Rival;
        BoxEvent told = Add(BoxEventKind.Finding);
        told.PeripheralId = isOfRival ? 0 : status.FindingId;
        told.RivalId = isOfRival ? status.FindingId : 0;
        told.Detail = DiagnosisWords.CodeOf(status.Finding);
    }

    private void Compare(Known known, ConnectorStatus now)
    {
        if (now.Linked != known.Linked)
        {
            known.Linked = now.Linked;
            Tell(now.Linked ? BoxEventKind.ConnectorLinked : BoxEventKind.ConnectorLost,
                known, now.Id);
        }
        if (now.Fault != known.Fault)
        {
            bool ended = now.Fault == ConnectorFault.None;
            string which = StatusCodes.Of(ended ? known.Fault : now.Fault);
            known.Fault = now.Fault;
            Tell(ended ? BoxEventKind.FaultEnded : BoxEventKind.FaultBegan, known, now.Id)
                .Detail = which;
        }
        if (now.Failsafe != known.Failsafe)
        {
            known.Failsafe = now.Failsafe;
            Tell(now.Failsafe ? BoxEventKind.FailsafeBegan : BoxEventKind.FailsafeEnded,
                known, now.Id);
        }
    }

    private BoxEvent Tell(BoxEventKind kind, Known known, int peripheralId)
    {
        known.NotBeforeMs = _nowMs + PauseMs;
        BoxEvent told = Add(kind);
        told.PeripheralId = peripheralId;
        return told;
    }

    /// <summary>A place for an event; when there is none left, one that nobody reads.</summary>
    private BoxEvent Add(BoxEventKind kind)
    {
        bool full = _count == Capacity;
        BoxEvent place = full ? _spare : _waiting[(_head + _count) % Capacity];
        DroppedCount += full ? 1 : 0;
        _count += full ? 0 : 1;
        place.Kind = kind;
        place.UnixSeconds = _unixSeconds;
        place.PeripheralId = 0;
        place.RivalId = 0;
        place.Detail = null;
        return place;
    }
}
