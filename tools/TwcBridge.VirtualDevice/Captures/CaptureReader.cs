using System.Collections.Generic;
using System.IO;

namespace TwcBridge.VirtualDevice.Captures;

/// <summary>
/// Reads captures, loose hex text and files of vectors; tests/captures/README.md describes them.
/// </summary>
public static class CaptureReader
{
    /// <summary>
    /// Reads line by line as the caller goes on, so that a pipe can be followed while it grows.
    /// Throws <see cref="CaptureFormatException"/> at the first fault.
    /// </summary>
    public static IEnumerable<CaptureRecord> Read(TextReader text)
    {
        int lineNumber = 0;
        while (text.ReadLine() is string line)
        {
            lineNumber++;
            if (line.TrimStart().StartsWith('{'))
            {
                foreach (CaptureRecord vector in VectorFile.Read(line, text, lineNumber))
                {
                    yield return vector;
                }
                yield break;
            }
            if (CaptureLine.Parse(line, lineNumber) is CaptureRecord record)
            {
                yield return record;
            }
        }
    }
}
