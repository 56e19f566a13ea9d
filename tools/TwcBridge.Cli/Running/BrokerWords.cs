using TwcBridge.Mqtt;

namespace TwcBridge.Cli.Running;

/// <summary>Why there is no connection to the broker, and what to do, for people.</summary>
internal static class BrokerWords
{
    public static string Cause(MqttCloseReason reason)
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
            MqttCloseReason.ClockUnset => "TLS has to wait until the clock is set",
            MqttCloseReason.CertificateUntrusted =>
                "its certificate is not signed by who is trusted here",
            MqttCloseReason.CertificateExpired =>
                "its certificate, or that of who signed it, has expired or is not valid yet",
            MqttCloseReason.CertificateOfAnother => "its certificate is for another name",
            MqttCloseReason.NoTls => "what listens there does not speak TLS",
            MqttCloseReason.TlsFailed => "it does not agree with us on TLS",
            _ => "the connection was lost",
        };
    }

    public static string Advice(MqttCloseReason reason)
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
            MqttCloseReason.ConnackTimeout or MqttCloseReason.ClosedBeforeConnack =>
                "If it wants TLS at this port, write mqtts://",
            MqttCloseReason.SubscribeTimeout => "Does it restrict topics?",
            MqttCloseReason.CertificateUntrusted =>
                "Give the certificate of who signed it: --mqtt-ca FILE",
            MqttCloseReason.CertificateExpired =>
                "Renew it, and look whether the clocks of both machines are right",
            MqttCloseReason.CertificateOfAnother =>
                "Dial the name that stands in it: --mqtt mqtts://NAME",
            MqttCloseReason.NoTls =>
                "If it is the port without TLS, write mqtt://, or name the other: usually 8883",
            MqttCloseReason.TlsFailed =>
                "Does it want a certificate of ours? Then it cannot be used",
            _ => "",
        };
    }
}
