using System;

namespace TwcBridge.Cli.Running;

/// <summary>The run cannot go on; the message says why and what to do.</summary>
internal sealed class RunException : Exception
{
    public RunException(ExitCode code, string message)
        : base(message)
    {
        Code = code;
    }

    public ExitCode Code { get; }
}
