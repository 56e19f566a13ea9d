using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>How many frames of one kind a core sent.</summary>
internal sealed class KindCount : BusWatch
{
    private readonly int _kind;

    /// <param name="kind">Marker and command.</param>
    public KindCount(int kind)
    {
        _kind = kind;
    }

    public long Count { get; private set; }

    public override void OnSent(byte[] body, int length, long nowMs)
    {
        Count += FrameText.Word(body, 0) == _kind ? 1 : 0;
    }
}
