using System;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>A session and its surface through one broken connection after another. The bytes of
/// each connection have their length, two bytes, in front.</summary>
internal sealed class MqttSessionTarget : FuzzTarget
{
    private static readonly byte[] Welcome = [0x20, 2, 0, 0];

    private readonly PacketMix _mix = new();
    private readonly FuzzInput _connection = new(4000);
    private readonly Delivery _delivery = new();
    private readonly BoxStatus _status = new() { ConnectorCount = 2 };
    private readonly Command _command = new();
    private readonly CommandResult _result = new();
    private readonly byte[] _chunk = new byte[64];
    private MqttSession _session = null!;
    private MqttSurface _surface = null!;
    private long _nowMs;
    private int _left;

    public override string Name => "mqtt-session";

    public override int CaseLength => 16384;

    public override int PerMille => 120;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        int length = dice.Between(Delivery.KeyLength + 1, CaseLength);
        Delivery.AddKey(input, dice);
        while (input.Length < length)
        {
            _connection.Clear();
            for (int packets = dice.Between(1, 40); packets > 0; packets--)
            {
                _mix.Add(_connection, dice);
            }
            input.Add((byte)(_connection.Length >> 8));
            input.Add((byte)_connection.Length);
            input.Add(_connection.Span);
        }
    }

    public override void Prepare(byte[] bytes)
    {
        byte[] baseTopic = Encoding.ASCII.GetBytes(PacketMix.BaseTopic);
        byte[] prefix = Encoding.ASCII.GetBytes("homeassistant");
        MqttOptions options = new() { ClientId = [1] };
        MqttTopics.Complete(options, baseTopic, prefix, "a1b2c3", 0);
        _session = new MqttSession(options, 1);
        _surface = new MqttSurface(_session, new MqttSurfaceOptions
        {
            BaseTopic = baseTopic,
            Facts = new BoxFacts { BoxId = "a1b2c3" },
            TicketCount = 64,
            DiscoveryPrefix = prefix,
            Announces = true,
        });
        _status.Connector(0).Id = 0x1000;
        _status.Connector(1).Id = 0x1001;
        _nowMs = 0;
        _left = 0;
    }

    public override void Run(byte[] bytes, int length)
    {
        _delivery.Restart(bytes, length);
        while (_delivery.Left > 0)
        {
            if (_session.State == MqttSessionState.Waiting)
            {
                Connect();
            }
            int most = _delivery.Dice.Between(1, _chunk.Length);
            int count = _delivery.Take(_chunk, Math.Min(most, _left));
            _left -= count;
            Hear(_chunk, count);
            Settle(_delivery.Dice);
            if (_left == 0)
            {
                _session.OnDisconnected(_nowMs);
            }
        }
        MqttCounters counters = _session.Counters;
        Require(counters.Connects <= counters.Dials, "counters that do not add up");
    }

    private void Connect()
    {
        _delivery.Skip(_left);
        _delivery.Take(_chunk, 2);
        _left = (_chunk[0] << 8) | _chunk[1];
        _nowMs = Math.Max(_nowMs, _session.NextDueAtMs);
        Require(_session.WantsDial(_nowMs), "does not come back");
        _session.OnDialStarted(_nowMs);
        _session.OnConnected(_nowMs);
        if (!_delivery.Dice.OneIn(8))
        {
            Array.Copy(Welcome, _chunk, Welcome.Length);
            Hear(_chunk, Welcome.Length);
        }
    }

    // Who takes nothing must have something to send first, and that must help.
    private void Hear(byte[] buffer, int count)
    {
        int taken = 0;
        for (int tries = 0; taken < count; tries++)
        {
            Require(tries <= 8 * count + 64, "takes nothing");
            int step = _session.OnReceived(buffer, taken, count - taken, _nowMs);
            Require(step >= 0 && step <= count - taken, "takes more than there is");
            taken += step;
            if (_session.Message is MqttMessage message)
            {
                _surface.OnMessage(message, _nowMs);
            }
            if (step == 0)
            {
                Require(_session.OutputLength > 0 || _session.Long.IsOpen, "stuck");
                _session.OnSent(_session.OutputLength, _nowMs);
                _surface.OnTime(_nowMs);
            }
        }
    }

    private void Settle(FuzzDice dice)
    {
        _nowMs += dice.OneIn(50) ? dice.Next(30000) : dice.Next(100);
        _status.Connector(dice.Next(2)).DrawnCentiamps = dice.Next(3200);
        _surface.OnStatus(_status);
        while (_surface.TryNextCommand(_command))
        {
            Reached++;
            _result.Ticket = _command.Ticket;
            _result.Code = (CommandCode)dice.Next(4);
            _surface.OnResult(_result);
        }
        _session.OnTime(_nowMs);
        _surface.OnTime(_nowMs);
        Require(_session.OutputLength <= MqttSession.OutputCapacity, "output beyond its buffer");
        _session.OnSent(dice.Next(_session.OutputLength + 1), _nowMs);
        if (_session.WantsClose || dice.OneIn(400))
        {
            _session.OnDisconnected(_nowMs);
        }
    }
}
