namespace TwcBridge.Bus;

/// <summary>What is most likely wrong with the bus. The worst stands first: it hides what comes
/// after it.</summary>
public enum BusFinding : byte
{
    /// <summary>Too early to say.</summary>
    Starting,

    /// <summary>Another controller speaks, and we stand down.</summary>
    Rival,

    /// <summary>The other controller has the id of one of our connectors: somebody has turned its
    /// rotary switch.</summary>
    RotarySwitch,

    /// <summary>Not even noise: no power, a Gen 3, the wrong terminals, a dead adapter.</summary>
    NothingHeard,

    /// <summary>The adapter gives our own frames back, and nobody else speaks.</summary>
    OnlyEcho,

    /// <summary>Bytes that never make a frame: polarity, speed, noise.</summary>
    NoFrames,

    /// <summary>A connector announces itself and answers no heartbeat: it does not hear us.
    /// </summary>
    NotHeard,

    /// <summary>More connectors than there are places for.</summary>
    TooManyConnectors,

    /// <summary>A connector that used to answer does so no more.</summary>
    ConnectorSilent,

    /// <summary>A connector reports an error of its own.</summary>
    ConnectorError,

    /// <summary>Many frames arrive spoilt.</summary>
    Noise,

    /// <summary>Many heartbeats stay without an answer, though what is heard is clean.</summary>
    AnswersMissed,

    Well,
}
