namespace TwcBridge.Mqtt;

/// <summary>Why a connection ended, or did not come about.</summary>
public enum MqttCloseReason : byte
{
    None,

    /// <summary>No route, no listener, no name.</summary>
    DialFailed,
    DialTimeout,

    /// <summary>Connected, but the broker hung up before it answered.</summary>
    ClosedBeforeConnack,
    ConnackTimeout,

    /// <summary>CONNACK 1: the broker does not speak MQTT 3.1.1. The next four follow in the order
    /// of their codes.</summary>
    RefusedProtocol,

    /// <summary>CONNACK 2.</summary>
    RefusedClientId,

    /// <summary>CONNACK 3: the broker is not available.</summary>
    RefusedUnavailable,

    /// <summary>CONNACK 4: wrong user or password.</summary>
    RefusedCredentials,

    /// <summary>CONNACK 5. Most brokers say this for a wrong user or password, too.</summary>
    RefusedNotAuthorised,

    /// <summary>The broker or the network ended a working connection.</summary>
    ConnectionLost,
    PingTimeout,
    SubscribeTimeout,
    PublishTimeout,

    /// <summary>Bytes that are no MQTT.</summary>
    Malformed,

    /// <summary>A sound packet where it has no place.</summary>
    Unexpected,

    /// <summary>TLS has to wait: dates of certificates mean nothing without a clock.</summary>
    ClockUnset,

    /// <summary>Whoever signed the broker's certificate is not who we trust. This and the next
    /// three are told apart where the platform does so; where not, it is TlsFailed.</summary>
    CertificateUntrusted,

    /// <summary>Expired, or not valid yet.</summary>
    CertificateExpired,

    /// <summary>It is for another name than the one that we dialled.</summary>
    CertificateOfAnother,

    /// <summary>What answers there does not speak TLS.</summary>
    NoTls,
    TlsFailed,

    /// <summary>We were told to leave.</summary>
    Left,
}
