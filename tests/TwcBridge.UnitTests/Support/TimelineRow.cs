namespace TwcBridge.UnitTests.Support;

/// <summary>One row of a timeline: at this instant a frame was heard whole, or is sent.</summary>
internal sealed class TimelineRow
{
    private TimelineRow(long atMs, bool isHeard, string frame)
    {
        AtMs = atMs;
        IsHeard = isHeard;
        Frame = frame;
    }

    public long AtMs { get; }

    /// <summary>False: it must be sent.</summary>
    public bool IsHeard { get; }

    /// <summary>In the form of FrameText.</summary>
    public string Frame { get; }

    public static TimelineRow Heard(long atMs, string frame)
    {
        return new TimelineRow(atMs, true, frame);
    }

    public static TimelineRow Sent(long atMs, string frame)
    {
        return new TimelineRow(atMs, false, frame);
    }
}
