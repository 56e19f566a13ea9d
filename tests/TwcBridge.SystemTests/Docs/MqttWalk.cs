using System;
using System.Collections.Generic;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Docs;

/// <summary>MqttSession, told what MqttPump and MqttSurface tell it.</summary>
internal sealed class MqttWalk : Walk
{
    private const string DialBegun = "dial begun";
    private const string Connected = "socket open";
    private const string Disconnected = "socket gone, or dial failed";
    private const string Sent = "all output sent";
    private const string Deadline = "deadline";
    private const string Left = "told to leave";

    private const string Accepted = "CONNACK accepts";
    private const string Refused = "CONNACK refuses";
    private const string Subscribed = "SUBACK";
    private const string Pong = "PINGRESP";
    private const string Garbage = "bytes that are no MQTT";

    private static readonly Dictionary<string, byte[]> Packets = new()
    {
        [Accepted] = [0x20, 2, 0, 0],
        [Refused] = [0x20, 2, 0, 5],
        [Subscribed] = [0x90, 3, 0xFF, 0xFF, 1],
        [Pong] = [0xD0, 0],
        [Garbage] = [0xF0, 0],
    };

    private MqttSession _session = NewSession();

    public MqttWalk(int seed)
        : base(
            Enum.GetNames<MqttSessionState>(),
            [DialBegun, Connected, .. Packets.Keys, Sent, Deadline, Disconnected, Left],
            seed)
    {
    }

    protected override string State => _session.State.ToString();

    private bool HasSocket => _session.State is MqttSessionState.AwaitingConnack
        or MqttSessionState.Online or MqttSessionState.Leaving;

    protected override void Begin()
    {
        _session = NewSession();
    }

    protected override bool TryTell(string fact)
    {
        // What ends a connection would hide the rest if it came as often as what keeps it.
        if (!IsUsual(fact) && Dice.Next(6) != 0)
        {
            return false;
        }
        switch (fact)
        {
            case DialBegun:
                return TryDial();
            case Connected:
                return TryConnect();
            case Disconnected:
                return TryDisconnect();
            case Sent:
                return TrySend();
            case Deadline:
                return TryWaitForDeadline();
            case Left:
                return TryLeave();
            default:
                return TryHear(Packets[fact]);
        }
    }

    private static MqttSession NewSession()
    {
        MqttOptions options = new() { ClientId = [(byte)'c'], Subscriptions = [[(byte)'a']] };
        return new MqttSession(options, 1);
    }

    private bool TryDial()
    {
        bool wants = _session.WantsDial(NowMs);
        if (wants)
        {
            _session.OnDialStarted(NowMs);
        }
        return wants;
    }

    private bool TryConnect()
    {
        bool dials = _session.State == MqttSessionState.Dialing;
        if (dials)
        {
            _session.OnConnected(NowMs);
        }
        return dials;
    }

    private bool TrySend()
    {
        bool sends = HasSocket && _session.OutputLength > 0;
        if (sends)
        {
            _session.OnSent(_session.OutputLength, NowMs);
        }
        return sends;
    }

    private bool TryHear(byte[] packet)
    {
        bool hears = HasSocket;
        if (hears)
        {
            _session.OnReceived(packet, 0, packet.Length, NowMs);
        }
        return hears;
    }

    private bool TryWaitForDeadline()
    {
        bool comes = _session.NextDueAtMs != MqttTiming.Never;
        if (comes)
        {
            PassTo(_session.NextDueAtMs);
            _session.OnTime(NowMs);
        }
        return comes;
    }

    private bool TryDisconnect()
    {
        _session.OnDisconnected(NowMs);
        return true;
    }

    private bool TryLeave()
    {
        _session.Leave(NowMs);
        return true;
    }

    private bool IsUsual(string fact)
    {
        return fact switch
        {
            DialBegun or Connected => true,
            Accepted => _session.State == MqttSessionState.AwaitingConnack,
            Subscribed or Pong or Deadline or Sent => _session.IsOnline,
            _ => false,
        };
    }
}
