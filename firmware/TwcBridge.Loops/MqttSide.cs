using System.Text;
using TwcBridge.Config;
using TwcBridge.Control;
using TwcBridge.Mqtt;

namespace TwcBridge.Loops;

/// <summary>Everything that a configured broker takes, made from the settings once.</summary>
public sealed class MqttSide
{
    private const string BaseTopicStart = "twcbridge/";

    public readonly MqttSession Session;
    public readonly MqttSurface Surface;

    /// <summary>Needs a thread of its own.</summary>
    public readonly BrokerDialer Dialer;

    public readonly MqttPump Pump;

    /// <param name="facts">Kept up to date by the network loop's owner.</param>
    /// <param name="seed">Any number that differs between boxes and starts, for the jitter.</param>
    /// <param name="tls">Used when the settings want it.</param>
    public MqttSide(Settings settings, BoxFacts facts, uint seed, ITls tls)
    {
        byte[] baseTopic = Encoding.UTF8.GetBytes(BaseTopicStart + facts.BoxId);
        MqttOptions options = new MqttOptions
        {
            ClientId = Encoding.UTF8.GetBytes("twcbridge-" + facts.BoxId),
            User = BytesOf(settings.Text(SettingKey.MqttUser)),
            Password = BytesOf(settings.Text(SettingKey.MqttPassword)),
        };
        byte[] prefix = Encoding.UTF8.GetBytes(settings.Text(SettingKey.HaPrefix));
        int compat = settings.Number(SettingKey.MqttCompat);
        MqttTopics.Complete(options, baseTopic, prefix, facts.BoxId, compat);
        Session = new MqttSession(options, seed);
        Surface = new MqttSurface(Session, new MqttSurfaceOptions
        {
            BaseTopic = baseTopic,
            Facts = facts,
            MaxConnectors = settings.Number(SettingKey.MaxConnectors),
            FirstTicket = 0,
            TicketCount = NetworkLoop.TicketCount,
            DiscoveryPrefix = prefix,
            Announces = settings.Flag(SettingKey.HaDiscovery),
            Compat = compat,
            Seed = seed,
        });
        Dialer = new BrokerDialer(
            settings.Text(SettingKey.MqttHost), settings.BrokerPort(),
            settings.Flag(SettingKey.MqttTls) ? tls : null);
        Pump = new MqttPump(Session, Surface, Dialer, facts);
    }

    /// <summary>Brings up to date what the box tells of its broker.</summary>
    public void Tell(BoxFacts facts)
    {
        int connects = Session.Counters.Connects;
        facts.MqttConnected = Session.IsOnline;
        facts.MqttProblem = Session.IsOnline ? null : MqttProblem.CodeOf(Session.CloseReason);
        facts.MqttReconnects = connects == 0 ? 0 : connects - 1;
    }

    private static byte[] BytesOf(string text)
    {
        return text.Length == 0 ? null : Encoding.UTF8.GetBytes(text);
    }
}
