using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Mqtt;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Drives a surface and its session through time, as the network loop would, and plays
/// the broker. What leaves is told in the lines of <see cref="NotingBroker"/>.</summary>
public sealed class SurfaceTimeline
{
    public const string Base = "twcbridge/a1b2c3";
    public const int FirstTicket = 100;
    public const int TicketCount = 10;

    /// <summary>Of the first connector, 1a20; the others follow.</summary>
    public const int FirstId = 0x1A20;

    private const int MaxTurns = 500;

    public readonly MqttSession Session;
    public readonly MqttSurface Surface;
    public readonly BoxStatus Status = new BoxStatus();
    public readonly BoxFacts Facts = new BoxFacts();

    private readonly NotingBroker _broker;

    private readonly int _subscriptionCount;

    private bool _confirms = true;

    public SurfaceTimeline()
        : this(Base, null)
    {
    }

    public SurfaceTimeline(string baseTopic)
        : this(baseTopic, null)
    {
    }

    /// <param name="discoveryPrefix">Null: nothing is announced.</param>
    /// <param name="compat">Of CompatTopics.</param>
    public SurfaceTimeline(string baseTopic, string discoveryPrefix, int compat = 0)
    {
        byte[] prefix = discoveryPrefix == null ? null : Wire.Text(discoveryPrefix);
        MqttOptions options = new MqttOptions { ClientId = Wire.Text("c") };
        MqttTopics.Complete(options, Wire.Text(baseTopic), prefix, "a1b2c3", compat);
        _broker = new NotingBroker(baseTopic);
        _subscriptionCount = options.Subscriptions.Length;
        Facts.BoxId = "a1b2c3";
        Session = new MqttSession(options, 1);
        Surface = new MqttSurface(Session, new MqttSurfaceOptions
        {
            BaseTopic = Wire.Text(baseTopic),
            Facts = Facts,
            FirstTicket = FirstTicket,
            TicketCount = TicketCount,
            DiscoveryPrefix = prefix,
            Announces = true,
            Compat = compat,
            Seed = 1,
        });
    }

    /// <summary>The lines of the events that left.</summary>
    public string Events { get; private set; } = "";

    public long NowMs { get; private set; }

    /// <summary>Online, with the status told and nothing left to say.</summary>
    public static SurfaceTimeline NewSettled(int connectorCount)
    {
        SurfaceTimeline line = new SurfaceTimeline();
        line.AddConnectors(connectorCount);
        line.TellStatus();
        line.GoOnline();
        line.Published();
        return line;
    }

    public void AddConnectors(int count)
    {
        for (int i = 0; i < count; i++)
        {
            ConnectorStatus connector = Status.Connector(Status.ConnectorCount);
            connector.Id = FirstId + Status.ConnectorCount++;
            connector.Linked = true;
            connector.ChargerState = 0;
            connector.MinCentiamps = 600;
            connector.MaxCentiamps = 3200;
        }
    }

    public void TellStatus()
    {
        Surface.OnStatus(Status);
    }

    public void GoOnline()
    {
        NowMs = NowMs > Session.NextDueAtMs ? NowMs : Session.NextDueAtMs;
        Session.OnDialStarted(NowMs);
        Session.OnConnected(NowMs);
        Session.OnSent(Session.OutputLength, NowMs);
        Receive(Wire.Bytes(SessionTimeline.Connack));
        byte[] suback = Wire.Bytes("90 02 FF FF 01 01 01 01 01 01 01 01 01");
        suback[1] += (byte)_subscriptionCount;
        Receive(Wire.Copy(suback, 0, 4 + _subscriptionCount));
    }

    public void At(long nowMs)
    {
        Assert.IsTrue(nowMs >= NowMs, "a timeline does not go back");
        NowMs = nowMs;
    }

    /// <summary>Runs turns of the loop at this instant until nothing is due any more, and returns
    /// the lines of what left, besides events.</summary>
    public string Published()
    {
        string lines = "";
        int turns = 0;
        do
        {
            Assert.IsTrue(turns++ < MaxTurns, "comes to rest");
            Session.OnTime(NowMs);
            Surface.OnTime(NowMs);
            lines += TakeOutput();
        }
        while (Surface.NextDueAtMs <= NowMs);
        return lines;
    }

    /// <summary>The broker delivers a message at QoS 1.</summary>
    public void Deliver(string subTopic, string payload)
    {
        Deliver(subTopic, payload, false);
    }

    public void Deliver(string subTopic, string payload, bool retain)
    {
        DeliverTo(Base + "/" + subTopic, payload, retain);
    }

    /// <summary>For a subscription with a wildcard a topic may be as long as it likes.</summary>
    public void DeliverToLongTopic(int length, string payload)
    {
        string level = "";
        while (level.Length < length)
        {
            level += "x";
        }
        DeliverTo(Base + "/charger/" + level + "/set_amps", payload, false);
    }

    public void DeliverTo(string topic, string payload, bool retain)
    {
        int length = 2 + topic.Length + 2 + payload.Length;
        byte[] wire = new byte[3 + length];
        wire[0] = (byte)(retain ? 0x33 : 0x32);
        wire[1] = (byte)(0x80 | (length & 0x7F));
        wire[2] = (byte)(length >> 7);
        wire[3] = (byte)(topic.Length >> 8);
        wire[4] = (byte)topic.Length;
        Wire.Text(topic).CopyTo(wire, 5);
        wire[5 + topic.Length + 1] = 9;
        TestText.Bytes(payload).CopyTo(wire, 5 + topic.Length + 2);
        Receive(wire);
    }

    /// <summary>What the bus side takes next.</summary>
    public Command NextCommand()
    {
        Command command = new Command();
        Assert.IsTrue(Surface.TryNextCommand(command), "a command");
        return command;
    }

    /// <summary>The bus side takes the next command and answers it.</summary>
    public void Answer(CommandCode code, int appliedCentiamps)
    {
        int ticket = NextCommand().Ticket;
        Assert.IsTrue(Surface.OnResult(Result(ticket, code, appliedCentiamps)));
    }

    /// <summary>Leaves no place in the window, and a broker that confirms nothing.</summary>
    public void FillWindow()
    {
        _confirms = false;
        for (int i = 0; i < MqttInflight.Capacity; i++)
        {
            Session.TryPublish(Publications.Of(Base + "/x", "", 1), NowMs);
        }
    }

    /// <summary>The broker confirms what it has kept to itself.</summary>
    public void ConfirmAll()
    {
        Receive(_broker.TakePubacks());
    }

    public static CommandResult Result(int ticket, CommandCode code, int appliedCentiamps)
    {
        return new CommandResult
        {
            Ticket = ticket,
            Code = code,
            AppliedCentiamps = appliedCentiamps,
            MinCentiamps = 600,
            MaxCentiamps = 3200,
        };
    }

    private void Receive(byte[] wire)
    {
        int offset = 0;
        while (offset < wire.Length)
        {
            int taken = Session.OnReceived(wire, offset, wire.Length - offset, NowMs);
            Assert.IsTrue(taken > 0, "the session takes what it hears");
            offset += taken;
            if (Session.Message != null)
            {
                Surface.OnMessage(Session.Message, NowMs);
            }
        }
    }

    /// <summary>The lines of what waits in the output, which leaves.</summary>
    public string TakeOutput()
    {
        byte[] output = Wire.Copy(Session.OutputBuffer, 0, Session.OutputLength);
        if (output.Length > 0)
        {
            Session.OnSent(output.Length, NowMs);
        }
        string lines = WithoutEvents(_broker.Note(output));
        if (_confirms)
        {
            ConfirmAll();
        }
        return lines;
    }

    /// <summary>What the broker had of a packet goes with its connection.</summary>
    public void ForgetOutput()
    {
        _broker.Forget();
    }

    private string WithoutEvents(string lines)
    {
        string others = "";
        int start = 0;
        while (start < lines.Length)
        {
            int end = lines.IndexOf('\n', start) + 1;
            string line = lines.Substring(start, end - start);
            bool isEvent = line.StartsWith("event = ");
            Events += isEvent ? line : "";
            others += isEvent ? "" : line;
            start = end;
        }
        return others;
    }
}
