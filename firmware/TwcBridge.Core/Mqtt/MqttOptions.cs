namespace TwcBridge.Mqtt;

/// <summary>
/// What a session tells the broker when it connects. All text is UTF-8, owned by the maker and left
/// unchanged for as long as the session lives.
/// </summary>
public sealed class MqttOptions
{
    public const int DefaultKeepAliveMs = 20_000;
    public const int MinKeepAliveMs = 4_000;
    public const int MaxKeepAliveMs = 60_000;

    public byte[] ClientId;

    /// <summary>Null: connect without a user. Then there is no password either.</summary>
    public byte[] User;

    /// <summary>Null: connect without a password.</summary>
    public byte[] Password;

    /// <summary>Where the broker publishes <see cref="WillPayload"/>, retained and at QoS 1, when
    /// the connection is lost. Null: nowhere.</summary>
    public byte[] WillTopic;

    public byte[] WillPayload;

    /// <summary>Told in whole seconds, 4 s to 60 s.</summary>
    public int KeepAliveMs = DefaultKeepAliveMs;

    /// <summary>Topic filters, one or more, each asked for at QoS 1.</summary>
    public byte[][] Subscriptions;

    /// <summary>Whether what must be there is there, and nothing is there that needs another.
    /// </summary>
    public bool IsConsistent => IsComplete
        && KeepAliveMs >= MinKeepAliveMs && KeepAliveMs <= MaxKeepAliveMs
        && (WillTopic == null) == (WillPayload == null)
        && (User != null || Password == null);

    private bool IsComplete =>
        ClientId != null && Subscriptions != null && Subscriptions.Length > 0;
}
