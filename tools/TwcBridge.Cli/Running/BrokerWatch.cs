using TwcBridge.Config;
using TwcBridge.Mqtt;

namespace TwcBridge.Cli.Running;

/// <summary>
/// What to say of the broker. One that was never reached ends the run with an error, because then
/// it is most likely the address that is wrong; one that was lost is waited for, as the box does.
/// </summary>
internal sealed class BrokerWatch
{
    private readonly MqttSession? _session;
    private readonly string _address;
    private bool _wasOnline;

    public BrokerWatch(Settings settings, MqttSession? session)
    {
        _session = session;
        _address = AddressIn(settings);
    }

    /// <summary>Its state in words; empty without a broker.</summary>
    public string Words { get; private set; } = "";

    public static string AddressIn(Settings settings)
    {
        return $"{settings.Text(SettingKey.MqttHost)}:{settings.Number(SettingKey.MqttPort)}";
    }

    public void Look()
    {
        if (_session == null)
        {
            return;
        }
        bool isOnline = _session.IsOnline;
        _wasOnline |= isOnline;
        MqttCloseReason reason = _session.CloseReason;
        if (!_wasOnline && reason != MqttCloseReason.None)
        {
            throw new RunException(ExitCode.Network,
                $"MQTT broker {_address}: {Cause(reason)}. {Advice(reason)}".TrimEnd());
        }
        Words = isOnline ? $"connected to {_address}"
            : reason == MqttCloseReason.None ? $"connecting to {_address}"
            : $"lost {_address}: {Cause(reason)}; trying again";
    }

    private static string Cause(MqttCloseReason reason)
    {
        return reason switch
        {
            MqttCloseReason.DialFailed => "nobody answers there",
            MqttCloseReason.DialTimeout => "no answer in time",
            MqttCloseReason.RefusedCredentials or MqttCloseReason.RefusedNotAuthorised =>
                "it refuses user or password",
            MqttCloseReason.RefusedProtocol => "it does not speak MQTT 3.1.1",
            MqttCloseReason.RefusedClientId => "it refuses our client id",
            MqttCloseReason.RefusedUnavailable => "it says that it is not available",
            MqttCloseReason.ConnackTimeout or MqttCloseReason.ClosedBeforeConnack =>
                "something listens there, but it does not answer as a broker would",
            MqttCloseReason.SubscribeTimeout => "it does not let us subscribe",
            MqttCloseReason.Malformed or MqttCloseReason.Unexpected => "what it sends is no MQTT",
            _ => "the connection was lost",
        };
    }

    private static string Advice(MqttCloseReason reason)
    {
        return reason switch
        {
            MqttCloseReason.DialFailed =>
                "Is it running, and is the address right? A broker for trying out: "
                + "mosquitto -p 1883",
            MqttCloseReason.DialTimeout =>
                "Is the address right, and does a firewall let it through?",
            MqttCloseReason.RefusedCredentials or MqttCloseReason.RefusedNotAuthorised =>
                "Give both: --mqtt mqtt://user:password@host",
            MqttCloseReason.RefusedClientId => "Choose another box name with --box NAME",
            MqttCloseReason.SubscribeTimeout => "Does it restrict topics?",
            _ => "",
        };
    }
}
