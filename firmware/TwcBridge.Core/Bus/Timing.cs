using TwcBridge.Wire;

namespace TwcBridge.Bus;

/// <summary>Every interval of the bus, with its origin (PROTOCOL 4, timing table, unless said).
/// </summary>
public static class Timing
{
    /// <summary>No deadline: ask again when a fact arrives.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Before the first word: another controller speaks at least every 1.3 s.</summary>
    public const int ListenMs = 2000;

    public const int HeartbeatIntervalMs = 1000;

    /// <summary>Spacing of heartbeats to different peripherals: one exchange at the slowest that
    /// was measured.</summary>
    public const int SlotMs = 220;

    /// <summary>Left at the end of a cycle at least: one exchange with the longest wait.</summary>
    public const int GapMs = 340;

    /// <summary>A peripheral that was silent this long is dropped.</summary>
    public const int PeripheralLostMs = 26000;

    /// <summary>Without heartbeats a contactor opens after 20..30 s: until then a lost peripheral
    /// may still draw what it was offered.</summary>
    public const int ContactorOpensMs = 30000;

    /// <summary>A limit that is in force is repeated this often.</summary>
    public const int ReassertMs = 10000;

    /// <summary>Another controller that was silent this long is gone.</summary>
    public const int RivalGoneMs = 60000;

    public const int AnnouncementCount = 5;
    public const int AnnouncementIntervalMs = 100;

    /// <summary>Link-ready 2 is answered 0.2 s later by every peripheral, five times.</summary>
    public const int SecondAnnouncementIntervalMs = 250;

    /// <summary>The five answers of three peripherals, at random and partly on top of each other.
    /// </summary>
    public const int AnnouncementAnswersMs = 1500;

    /// <summary>A pause inside a frame that ends it: abnormal from 20..50 ms on (PROTOCOL 2).
    /// </summary>
    public const int FrameGapMs = 50;

    /// <summary>The line counts as idle this long after the last byte: four bytes' time and the
    /// granularity of a UART that reports in bursts.</summary>
    public const int LineIdleMs = 5;

    /// <summary>An adapter's echo of our frame is complete this long after the frame.</summary>
    public const int EchoWindowMs = 120;

    // The wait for an answer, from the end of our frame to its first byte.
    public const int AnswerWaitLeastMs = 160;
    public const int AnswerWaitMostMs = 280;

    /// <summary>Half open after the first frame of a stranger, to see whether it goes on: longer
    /// than a controller's pace, shorter than the 10 s after which peripherals miss us.</summary>
    public const int SuspicionMs = 2500;

    // One byte is ten bits at 9600 baud: 1041.67 us.
    private const int ByteMicroseconds = 1042;

    /// <summary>How long so many bytes are on the wire, rounded up.</summary>
    public static int WireMs(int byteCount)
    {
        return (byteCount * ByteMicroseconds + 999) / 1000;
    }

    /// <summary>The longest answer, tail byte and worst escaping of a few bytes included.</summary>
    public static int LongestAnswerMs => WireMs(FrameFormat.LongLength + 6);
}
