namespace TwcBridge.Mqtt;

/// <summary>
/// How long to wait before the next dial: a span that doubles with each failure, and a random part
/// of its upper half, so that the boxes of a street do not all come back in the same second.
/// </summary>
public sealed class MqttBackoff
{
    private const int FirstSpanMs = 2 * MqttTiming.MinRetryMs;

    private readonly MqttRandom _random;
    private int _spanMs = FirstSpanMs;

    public MqttBackoff(uint seed)
    {
        _random = new MqttRandom(seed);
    }

    /// <summary>The wait after a connection or an attempt at one has ended, 1 s to 60 s.</summary>
    public int NextMs(MqttCloseReason reason)
    {
        return reason == MqttCloseReason.ClockUnset ? MqttTiming.MinRetryMs
            : NeedsAPerson(reason) ? MqttTiming.MaxRetryMs
            : NextRandomMs();
    }

    /// <summary>The connection was sound: the next wait is a first one.</summary>
    public void Reset()
    {
        _spanMs = FirstSpanMs;
    }

    /// <summary>What a person must change is not asked for in haste: nothing is gained, and some
    /// brokers lock out who tries too often.</summary>
    private static bool NeedsAPerson(MqttCloseReason reason)
    {
        return reason is MqttCloseReason.RefusedProtocol
            or MqttCloseReason.RefusedClientId
            or MqttCloseReason.RefusedCredentials
            or MqttCloseReason.RefusedNotAuthorised
            or MqttCloseReason.CertificateUntrusted
            or MqttCloseReason.CertificateExpired
            or MqttCloseReason.CertificateOfAnother
            or MqttCloseReason.TlsFailed;
    }

    private int NextRandomMs()
    {
        int half = _spanMs / 2;
        int delayMs = half + _random.Next(_spanMs - half + 1);
        _spanMs = _spanMs > MqttTiming.MaxRetryMs / 2 ? MqttTiming.MaxRetryMs : 2 * _spanMs;
        return delayMs;
    }
}
