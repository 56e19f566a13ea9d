namespace TwcBridge.Mqtt;

/// <summary>Every interval of the session in one place. Where no origin is named it is a choice.
/// </summary>
public static class MqttTiming
{
    /// <summary>An instant that never comes.</summary>
    public const long Never = long.MaxValue;

    /// <summary>The TCP stack itself would go on trying for longer than anybody waits.</summary>
    public const int DialTimeoutMs = 15_000;

    /// <summary>Also the patience for SUBACK and PINGRESP.</summary>
    public const int AnswerTimeoutMs = 10_000;

    /// <summary>Unacknowledged for so long, a publication is sent again, and then given up together
    /// with the connection.</summary>
    public const int ResendAfterMs = 10_000;

    /// <summary>For what is queued to leave before an orderly end.</summary>
    public const int LeaveTimeoutMs = 2_000;

    public const int MinRetryMs = 1_000;
    public const int MaxRetryMs = 60_000;

    /// <summary>A connection that lived so long was sound: the next retry is a first one.</summary>
    public const int StableAfterMs = 60_000;

    public static long Earliest(long oneAtMs, long otherAtMs)
    {
        return oneAtMs < otherAtMs ? oneAtMs : otherAtMs;
    }

    /// <summary>
    /// The broker drops a client that was silent for one and a half keep-alive times (3.1.2.10).
    /// We ask after three quarters, so that a slow loop turn is never a protocol error.
    /// </summary>
    public static int PingAfterMs(int keepAliveMs)
    {
        return keepAliveMs / 4 * 3;
    }
}
