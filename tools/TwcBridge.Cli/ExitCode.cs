namespace TwcBridge.Cli;

/// <summary>How twcbridge ends, for scripts. The numbers are part of the interface.</summary>
internal enum ExitCode
{
    Ok = 0,

    /// <summary>A fault of this program.</summary>
    Unexpected = 1,

    /// <summary>The command line is wrong.</summary>
    Usage = 2,

    /// <summary>A file, a serial port or a pseudo terminal cannot be opened, or has gone.</summary>
    CannotOpen = 3,

    /// <summary>The broker or the box cannot be reached, or the address is in use.</summary>
    Network = 4,

    /// <summary>The input cannot be read; with --strict also when a frame was refused.</summary>
    BadInput = 5,

    /// <summary>nanoff is missing, or not the version that is needed.</summary>
    NoTool = 6,

    /// <summary>The board cannot be read or written, or is not what it should be.</summary>
    Board = 7,

    /// <summary>The box refuses: password, somebody else's change, a value.</summary>
    Refused = 8,

    /// <summary>Everything was looked at, and something is wrong.</summary>
    Findings = 9,

    /// <summary>The user said no, or stopped it half-way.</summary>
    Stopped = 10,
}
