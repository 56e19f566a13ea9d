namespace TwcBridge.Http;

/// <summary>Where one connection stands. Every move is in HttpConnection.</summary>
public enum HttpConnectionState : byte
{
    /// <summary>No client.</summary>
    Free,

    /// <summary>Taking the request's bytes.</summary>
    Reading,

    /// <summary>A request or a problem waits to be answered.</summary>
    Ready,

    /// <summary>The request became a command or a question; the bus side's word is awaited.
    /// </summary>
    Awaiting,

    /// <summary>The answer is on its way out.</summary>
    Answering,

    /// <summary>Answered before the request was whole; its rest is dropped.</summary>
    Draining,

    /// <summary>Nothing left to do: close it.</summary>
    Done,
}
