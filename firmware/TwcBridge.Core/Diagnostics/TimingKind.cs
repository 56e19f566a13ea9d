namespace TwcBridge.Diagnostics;

/// <summary>What is measured.</summary>
public enum TimingKind : byte
{
    /// <summary>How late heartbeats leave that are due.</summary>
    HeartbeatJitter,

    /// <summary>From the end of a request to the first byte of its answer.</summary>
    AnswerLatency,

    /// <summary>From a command that changes an offer at once to the frame that says so.</summary>
    CommandToWire,

    /// <summary>How much later than it wanted the bus loop got its turn: its own last turn, other
    /// threads and garbage collection together.</summary>
    LoopTurn,
}
