using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>Everything that a core sent, and when.</summary>
internal sealed class SentLog : BusWatch
{
    private const int Capacity = 4000;

    private readonly string[] _frames = new string[Capacity];
    private readonly long[] _atMs = new long[Capacity];
    private int _count;

    public override void OnSent(byte[] body, int length, long nowMs)
    {
        _frames[_count] = FrameText.Hex(body, length);
        _atMs[_count++] = nowMs;
    }

    /// <returns>The first row that is not the same, or nothing.</returns>
    public string DifferenceTo(SentLog other)
    {
        for (int i = 0; i < _count || i < other._count; i++)
        {
            if (Row(i) != other.Row(i))
            {
                return "frame " + i + ": " + Row(i) + " and " + other.Row(i);
            }
        }
        return "";
    }

    private string Row(int i)
    {
        return i < _count ? _atMs[i] + " " + _frames[i] : "nothing";
    }
}
