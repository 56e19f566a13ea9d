namespace TwcBridge.Simulator;

/// <summary>How a connector fails to take part.</summary>
public enum Silence : byte
{
    /// <summary>It hears and says nothing.</summary>
    Mute,

    /// <summary>It hears nothing, and asks for a controller when it misses one.</summary>
    Deaf,
}
