using System.Net.Sockets;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.Loops;

/// <summary>
/// Carries bytes between the broker's connection and MqttSession, and dials when the session wants
/// it. It decides nothing, and never waits.
/// </summary>
public sealed class MqttPump
{
    private const int BufferLength = 512;

    /// <summary>Connections that ended by a fault of the network.</summary>
    public long FaultCount;

    private readonly MqttSession _session;
    private readonly MqttSurface _surface;
    private readonly BrokerDialer _dialer;
    private readonly BoxFacts _facts;
    private readonly byte[] _buffer = new byte[BufferLength];
    private IBrokerLine _line;
    private int _taken;
    private int _filled;

    /// <param name="facts">Tell whether there is a clock.</param>
    public MqttPump(
        MqttSession session, MqttSurface surface, BrokerDialer dialer, BoxFacts facts)
    {
        _facts = facts;
        _session = session;
        _surface = surface;
        _dialer = dialer;
    }

    /// <summary>One turn: at most one buffer in and one out.</summary>
    /// <returns>True when anything moved: look again soon.</returns>
    public bool Turn(long nowMs)
    {
        _session.OnTime(nowMs);
        _surface.OnTime(nowMs);
        Dial(nowMs);
        if (_session.WantsClose)
        {
            Drop(nowMs);
        }
        if (_line == null)
        {
            return false;
        }
        try
        {
            bool hasMoved = Receive(nowMs);
            return Send(nowMs) || hasMoved;
        }
        catch (SocketException)
        {
            FaultCount++;
            Drop(nowMs);
            return false;
        }
    }

    /// <summary>Begins to say good-bye: turns go on until <see cref="IsGone"/>.</summary>
    public void Leave(long nowMs)
    {
        if (!_surface.TryLeave(nowMs))
        {
            Drop(nowMs);
        }
    }

    /// <summary>There is no connection to the broker.</summary>
    public bool IsGone => _line == null;

    /// <summary>Drops the connection without a word; the session dials again when it wants to.
    /// </summary>
    public void Close(long nowMs)
    {
        Drop(nowMs);
    }

    private void Dial(long nowMs)
    {
        if (_session.WantsDial(nowMs))
        {
            BeginDial(nowMs);
        }
        else if (_session.State == MqttSessionState.Dialing)
        {
            EndDial(nowMs);
        }
    }

    private void BeginDial(long nowMs)
    {
        if (_dialer.NeedsClock && _facts.UnixSeconds == 0)
        {
            _session.OnDialStarted(nowMs);
            _session.OnDialFailed(MqttCloseReason.ClockUnset, nowMs);
        }
        else if (_dialer.TryDial())
        {
            _session.OnDialStarted(nowMs);
        }
    }

    private void EndDial(long nowMs)
    {
        MqttCloseReason problem;
        switch (_dialer.State)
        {
            case DialState.Connected:
                _line = _dialer.Take(out problem);
                _taken = 0;
                _filled = 0;
                _session.OnConnected(nowMs);
                break;
            case DialState.Failed:
                _dialer.Take(out problem);
                _session.OnDialFailed(problem, nowMs);
                break;
        }
    }

    // The session takes one packet at a time, so that its message can be read before the next. What
    // finds no room stays here, and then in the socket, until TCP makes the broker wait.
    private bool Receive(long nowMs)
    {
        if (_taken == _filled && !Fill(nowMs))
        {
            return false;
        }
        int taken = _taken;
        while (_taken < _filled && HasRoom)
        {
            int more = _session.OnReceived(_buffer, _taken, _filled - _taken, nowMs);
            if (more == 0)
            {
                break;  // It takes no more before something has left.
            }
            _taken += more;
            MqttMessage message = _session.Message;
            if (message != null)
            {
                _surface.OnMessage(message, nowMs);
            }
        }
        return _taken > taken;
    }

    // Answers of an older connection wait for the new one, which the broker's word has to open.
    private bool HasRoom => (_surface.HasRoom || !_session.IsOnline)
        && _session.OutputLength < MqttSession.OutputCapacity / 2;

    private bool Fill(long nowMs)
    {
        _taken = 0;
        _filled = 0;
        int count = _line.Read(_buffer);
        if (count == BrokerLine.Ended)
        {
            Drop(nowMs);
            return false;
        }
        _filled = count;
        return count > 0;
    }

    private bool Send(long nowMs)
    {
        int length = _session.OutputLength;
        if (length == 0 || _line == null)
        {
            return false;
        }
        int count = _line.Write(
            _session.OutputBuffer, length < BufferLength ? length : BufferLength);
        if (count > 0)
        {
            _session.OnSent(count, nowMs);
        }
        return count > 0;
    }

    private void Drop(long nowMs)
    {
        _dialer.Abandon();
        if (_line != null)
        {
            _line.Close();
            _line = null;
        }
        _session.OnDisconnected(nowMs);
    }
}
