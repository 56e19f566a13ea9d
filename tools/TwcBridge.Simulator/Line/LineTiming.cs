namespace TwcBridge.Simulator;

/// <summary>9600 baud, one start, eight data and one stop bit: a byte takes 1041.67 us.</summary>
public static class LineTiming
{
    // 10 bits / 9600 baud = 3125/3 us.
    private const long ThreeBytesUs = 3125;

    /// <summary>When the stop bit of byte <paramref name="index"/> ends, rounded up.</summary>
    public static long ByteEndUs(long startUs, int index)
    {
        return startUs + (((index + 1) * ThreeBytesUs) + 2) / 3;
    }

    /// <summary>How many bytes, the last begun one included, fill a time.</summary>
    public static int BytesIn(long durationUs)
    {
        return (int)(((durationUs * 3) + ThreeBytesUs - 1) / ThreeBytesUs);
    }
}
