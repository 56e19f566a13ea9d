namespace TwcBridge.Mqtt;

/// <summary>Where the connection to the broker stands.</summary>
public enum MqttSessionState : byte
{
    /// <summary>No connection; the time to dial again is known.</summary>
    Waiting,

    /// <summary>The loop is opening a socket.</summary>
    Dialing,

    /// <summary>CONNECT is on its way.</summary>
    AwaitingConnack,

    Online,

    /// <summary>Sending what is left, then DISCONNECT.</summary>
    Leaving,

    /// <summary>The loop must drop the socket; the reason is known.</summary>
    Closing,

    /// <summary>Left for good.</summary>
    Stopped,
}
