namespace TwcBridge.VirtualDevice.Proving;

/// <summary>When the loop around the bridge takes its turns.</summary>
internal enum TurnStyle : byte
{
    /// <summary>When a frame is complete, and when the bridge asked for it: the fastest to
    /// simulate.</summary>
    Events,

    /// <summary>As BusLoop does: every 1 to 5 ms.</summary>
    Polling,

    /// <summary>Whenever a busy machine lets it: every 1 to 60 ms.</summary>
    Irregular,
}
