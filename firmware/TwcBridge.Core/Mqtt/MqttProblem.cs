namespace TwcBridge.Mqtt;

/// <summary>Why there is no connection to the broker: what an end means, and its word for programs.
/// </summary>
public static class MqttProblem
{
    /// <summary>What it means that the socket is gone in this state, or that its time is up.
    /// </summary>
    public static MqttCloseReason EndOf(MqttSessionState state, bool timedOut)
    {
        return state switch
        {
            MqttSessionState.Dialing =>
                timedOut ? MqttCloseReason.DialTimeout : MqttCloseReason.DialFailed,
            MqttSessionState.AwaitingConnack =>
                timedOut ? MqttCloseReason.ConnackTimeout : MqttCloseReason.ClosedBeforeConnack,
            MqttSessionState.Online => MqttCloseReason.ConnectionLost,
            MqttSessionState.Leaving => MqttCloseReason.Left,
            _ => MqttCloseReason.None,
        };
    }

    /// <summary>Null for none.</summary>
    public static string CodeOf(MqttCloseReason reason)
    {
        return reason switch
        {
            MqttCloseReason.None or MqttCloseReason.Left => null,
            MqttCloseReason.DialFailed or MqttCloseReason.DialTimeout => "unreachable",
            MqttCloseReason.ClosedBeforeConnack or MqttCloseReason.ConnackTimeout
                or MqttCloseReason.Malformed or MqttCloseReason.Unexpected => "not_a_broker",
            MqttCloseReason.RefusedProtocol or MqttCloseReason.RefusedClientId
                or MqttCloseReason.RefusedUnavailable => "refused",
            MqttCloseReason.RefusedCredentials or MqttCloseReason.RefusedNotAuthorised =>
                "wrong_password",
            MqttCloseReason.ClockUnset => "clock_unset",
            MqttCloseReason.CertificateUntrusted => "certificate_untrusted",
            MqttCloseReason.CertificateExpired => "certificate_expired",
            MqttCloseReason.CertificateOfAnother => "certificate_of_another",
            MqttCloseReason.NoTls => "no_tls",
            MqttCloseReason.TlsFailed => "tls_failed",
            _ => "lost",
        };
    }
}
