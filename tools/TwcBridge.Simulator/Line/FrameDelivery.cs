using System.Collections.Generic;

namespace TwcBridge.Simulator;

/// <summary>
/// Reads the line once for all units that want whole frames, and wakes only when a delimiter
/// arrives that can close one. Its sender gets a frame too: no unit reacts to what it says itself.
/// </summary>
internal sealed class FrameDelivery : IAlarmOwner
{
    private readonly VirtualClock _clock;
    private readonly LineStream _stream;
    private readonly Alarm _closing;
    private readonly FrameReader _reader = new();
    private readonly HeardFrame _heard;
    private readonly List<LineUnit> _listeners = [];
    private long _nextIndex;

    public FrameDelivery(VirtualClock clock, LineStream stream)
    {
        _clock = clock;
        _stream = stream;
        _closing = new Alarm(clock, this);
        _heard = new HeardFrame(_reader.Frame);
    }

    public void Add(LineUnit listener)
    {
        _listeners.Add(listener);
    }

    public void OnAlarm(Alarm alarm)
    {
        ReadArrived();
        Arm();
    }

    /// <summary>To be called when bytes have been placed on the line or spoiled.</summary>
    public void Arm()
    {
        _closing.Set(_stream.NextCloseUs(_nextIndex));
    }

    public void ReadArrived()
    {
        long nowUs = _clock.NowUs;
        while (_nextIndex < _stream.WrittenCount && _stream[_nextIndex].ArrivalUs <= nowUs)
        {
            Read(ref _stream[_nextIndex++]);
        }
    }

    private void Read(ref LineByte entry)
    {
        _heard.AtUs = entry.ArrivalUs;
        _heard.Senders |= entry.Senders;
        _heard.IsDamaged |= entry.IsDamaged;
        if (_reader.Push(entry.Value))
        {
            Deliver();
        }
        if (entry.Value == WireFormat.End)
        {
            _heard.Senders = entry.Senders;
            _heard.IsDamaged = entry.IsDamaged;
        }
    }

    private void Deliver()
    {
        foreach (LineUnit listener in _listeners)
        {
            listener.OnFrame(_heard);
        }
    }
}
