using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Drives one session through time, as the network loop would, and plays its broker.
/// </summary>
public sealed class SessionTimeline
{
    public const string Connack = "20 02 00 00";
    public const string Suback = "90 03 FF FF 01";
    public const string Connect = "10 0D | 00 04 'MQTT' 04 | 02 | 00 14 | 00 01 'c'";
    public const string Subscribe = "82 08 | FF FF | 00 03 'a/+' 01";
    public const string Pingreq = "C0 00";
    public const string Pingresp = "D0 00";

    public readonly MqttSession Session;

    private readonly byte[] _sent = new byte[MqttSession.OutputCapacity];

    public SessionTimeline(uint seed)
    {
        Session = new MqttSession(Options(), seed);
    }

    public long NowMs { get; private set; }

    /// <summary>Messages that the session has shown.</summary>
    public int MessageCount { get; private set; }

    public static MqttOptions Options()
    {
        return new MqttOptions
        {
            ClientId = Wire.Text("c"),
            Subscriptions = new[] { Wire.Text("a/+") },
        };
    }

    public static SessionTimeline NewOnline()
    {
        SessionTimeline line = new SessionTimeline(1);
        line.GoOnline();
        return line;
    }

    /// <summary>One turn of the loop at this instant.</summary>
    public void At(long nowMs)
    {
        Assert.IsTrue(nowMs >= NowMs, "a timeline does not go back");
        NowMs = nowMs;
        Session.OnTime(nowMs);
    }

    /// <summary>Lets time pass without a turn of the loop.</summary>
    public void Skip(int ms)
    {
        NowMs += ms;
    }

    public void After(int ms)
    {
        At(NowMs + ms);
    }

    public void Dial()
    {
        Assert.IsTrue(Session.WantsDial(NowMs), "wants to dial");
        Session.OnDialStarted(NowMs);
    }

    /// <summary>From waiting to online, with the subscription confirmed and all output sent.
    /// </summary>
    public void GoOnline()
    {
        Dial();
        Session.OnConnected(NowMs);
        ExpectSent(Connect);
        Hear(Connack);
        ExpectSent(Subscribe);
        Hear(Suback);
        ExpectState(MqttSessionState.Online);
    }

    /// <summary>Drops the connection and waits for as long as the session likes to.</summary>
    public void LoseAndReturn()
    {
        Session.OnDisconnected(NowMs);
        At(Session.NextDueAtMs);
        Dial();
        Session.OnConnected(NowMs);
        ExpectSent(Connect);
        Hear(Connack);
    }

    /// <summary>Publishes on the topic "a".</summary>
    public bool Publish(string payload, int qos)
    {
        return Session.TryPublish(Publications.Of("a", payload, qos), NowMs);
    }

    /// <summary>Publishes until there is no room for 20 bytes any more, in as few publications as
    /// the window holds.</summary>
    public void FillOutput(int qos)
    {
        Session.TryPublish(Publications.Sized(650, qos), NowMs);
        Session.TryPublish(Publications.Sized(650, qos), NowMs);
        Session.TryPublish(Publications.Sized(320, qos), NowMs);
        Session.TryPublish(Publications.Sized(40, qos), NowMs);
        Session.TryPublish(Publications.Sized(20, qos), NowMs);
    }

    /// <summary>The broker sends; all must be taken.</summary>
    public void Hear(string wire)
    {
        byte[] bytes = Wire.Bytes(wire);
        int offset = 0;
        while (offset < bytes.Length)
        {
            int taken = Session.OnReceived(bytes, offset, bytes.Length - offset, NowMs);
            Assert.IsTrue(taken > 0, "the session takes what it hears");
            offset += taken;
            MessageCount += Session.Message == null ? 0 : 1;
        }
    }

    /// <summary>What the session wants to send is exactly this, and it leaves.</summary>
    public void ExpectSent(string wire)
    {
        int length = Session.OutputLength;
        System.Array.Copy(Session.OutputBuffer, 0, _sent, 0, length);
        Assert.AreEqual(
            Wire.Hex(wire), Wire.Hex(_sent, length), "sent at " + NowMs.ToString() + " ms");
        if (length > 0)
        {
            Session.OnSent(length, NowMs);
        }
    }

    public void ExpectState(MqttSessionState state)
    {
        Assert.AreEqual((int)state, (int)Session.State, "state at " + NowMs.ToString() + " ms");
    }

    public void ExpectClosing(MqttCloseReason reason)
    {
        Assert.IsTrue(Session.WantsClose, "wants to close at " + NowMs.ToString() + " ms");
        Assert.IsTrue(Session.NextDueAtMs <= NowMs, "and at once");
        Assert.AreEqual((int)reason, (int)Session.CloseReason);
        Assert.AreEqual(1, Session.Counters.Closed(reason));
    }

    /// <summary>Exactly at this instant the session says that it has had enough.</summary>
    public void ExpectClosingAt(long dueAtMs, MqttCloseReason reason)
    {
        Assert.AreEqual(dueAtMs, Session.NextDueAtMs);
        At(dueAtMs - 1);
        Assert.IsFalse(Session.WantsClose, "1 ms early");
        At(dueAtMs);
        ExpectClosing(reason);
        At(dueAtMs + 1);
        ExpectClosing(reason);
    }
}
