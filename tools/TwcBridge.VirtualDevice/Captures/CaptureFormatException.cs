using System;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>A capture that cannot be read; the message names the line and its fault.</summary>
public sealed class CaptureFormatException : FormatException
{
    public CaptureFormatException(CaptureError error, int lineNumber, string fault)
        : base($"line {lineNumber}: {fault}")
    {
        Error = error;
        LineNumber = lineNumber;
    }

    public CaptureError Error { get; }

    /// <summary>Counted from 1.</summary>
    public int LineNumber { get; }
}
