using System;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Frames as they can be read at the bridge's port, and who really sent them. It compares what
/// was heard with what was sent, so a frame that only a fault of the line has made is known as
/// such. One object, reused.
/// </summary>
internal sealed class Hearing
{
    private const byte End = 0xC0;
    private const byte Escape = 0xDB;
    private const byte EscapedEnd = 0xDC;
    private const long MatchWithinUs = 5 * Micros.PerSecond;

    // PROTOCOL 2: a pause of 20..50 ms within a frame is abnormal.
    private const long LongestGapMs = 50;

    private readonly WireLog _log;
    private readonly string _ownName;
    private readonly ConnectorWatch[] _connectors;
    private readonly FrameReader _reader = new();
    private long _readMs;

    public Hearing(VirtualLine line, string ownName, ConnectorWatch[] connectors)
    {
        _log = line.Log;
        _ownName = ownName;
        _connectors = connectors;
    }

    public WireFrame Frame => _reader.Frame;

    public int Opcode => Frame.Opcode;

    public Speaker Speaker { get; private set; }

    /// <summary>The connector that sent it, if one did.</summary>
    public ConnectorWatch? From { get; private set; }

    /// <summary>A connector's answer to a heartbeat of any controller.</summary>
    public bool IsReport => From != null && Opcode == Opcodes.HeartbeatAnswer;

    public bool IsLinkReady => From != null && Opcode == Opcodes.ConnectorLinkReady;

    /// <param name="nowMs">By the bridge's clock, as it tells the bridge of a pause.</param>
    /// <returns>True when a frame is complete with this byte.</returns>
    public bool Push(byte value, long nowUs, long nowMs)
    {
        if (nowMs - _readMs is > LongestGapMs or < 0)
        {
            // What was begun and did not go on is over: an escape of nothing ends it.
            _reader.Push(Escape);
            _reader.Push(0);
        }
        _readMs = nowMs;
        if (!_reader.Push(value))
        {
            return false;
        }
        From = null;
        Speaker = Speaker.Nobody;
        for (int i = _log.Count - 1; i >= 0; i--)
        {
            Transmission sent = _log[i];
            if (sent.EndUs < nowUs - MatchWithinUs)
            {
                break;
            }
            if (IsBodyOf(sent.Bytes))
            {
                Recognise(sent.Transmitter);
                break;
            }
        }
        return true;
    }

    private void Recognise(string name)
    {
        if (ReferenceEquals(name, _ownName))
        {
            Speaker = Speaker.Ourselves;
            return;
        }
        Speaker = Speaker.Rival;
        foreach (ConnectorWatch connector in _connectors)
        {
            if (ReferenceEquals(name, connector.Truth.Name))
            {
                Speaker = Speaker.Connector;
                From = connector;
            }
        }
    }

    // What was sent may have a tail byte. The escapes need no table here: whatever follows one is
    // told apart by its distance.
    private bool IsBodyOf(ReadOnlySpan<byte> wire)
    {
        WireFrame body = Frame;
        int at = 1;
        for (int i = 0; i < body.Length; i++)
        {
            if (at >= wire.Length - 1)
            {
                return false;
            }
            byte value = wire[at++];
            if (value == Escape)
            {
                value = wire[at++] == EscapedEnd ? End : Escape;
            }
            if (value != body[i])
            {
                return false;
            }
        }
        return at < wire.Length && wire[at] == End;
    }
}
