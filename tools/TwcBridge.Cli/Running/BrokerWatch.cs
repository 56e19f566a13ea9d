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

    /// <param name="hasRun">The box was started anew: a broker that is not there now may have
    /// been chosen on the page, and must not end what charges.</param>
    public BrokerWatch(Settings settings, MqttSession? session, bool hasRun)
    {
        _wasOnline = hasRun;
        _session = session;
        _address = AddressIn(settings);
    }

    /// <summary>Its state in words; empty without a broker.</summary>
    public string Words { get; private set; } = "";

    public static string AddressIn(Settings settings)
    {
        return $"{settings.Text(SettingKey.MqttHost)}:{settings.BrokerPort()}";
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
        string cause = BrokerWords.Cause(reason);
        if (!_wasOnline && reason != MqttCloseReason.None)
        {
            throw new RunException(ExitCode.Network,
                $"MQTT broker {_address}: {cause}. {BrokerWords.Advice(reason)}".TrimEnd());
        }
        Words = isOnline ? $"connected to {_address}"
            : reason == MqttCloseReason.None ? $"connecting to {_address}"
            : $"lost {_address}: {cause}; trying again";
    }
}
