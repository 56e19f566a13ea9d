using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

/// <summary>What a decoder said of a stream, as text.</summary>
internal sealed class Transcript
{
    /// <summary>The statuses in order, Pending left out.</summary>
    public string Said { get; private set; } = "";

    public int FrameCount { get; private set; }

    /// <summary>The last frame's body, or nothing.</summary>
    public string LastBody { get; private set; } = "";

    /// <summary>All bodies in order.</summary>
    public string Bodies { get; private set; } = "";

    public void Note(DecodeStatus status, byte[] body, int length)
    {
        if (status == DecodeStatus.Pending)
        {
            return;
        }
        Said += (Said.Length == 0 ? "" : " ") + NameOf(status);
        if (status == DecodeStatus.Frame)
        {
            FrameCount++;
            LastBody = Hex.Format(body, length);
            Bodies += LastBody + ";";
        }
    }

    private static string NameOf(DecodeStatus status)
    {
        switch (status)
        {
            case DecodeStatus.Frame:
                return "Frame";
            case DecodeStatus.Runt:
                return "Runt";
            case DecodeStatus.BadLength:
                return "BadLength";
            case DecodeStatus.BadChecksum:
                return "BadChecksum";
            case DecodeStatus.BadEscape:
                return "BadEscape";
            case DecodeStatus.TooLong:
                return "TooLong";
            case DecodeStatus.CutShort:
                return "CutShort";
            default:
                return "status " + (int)status;
        }
    }
}
