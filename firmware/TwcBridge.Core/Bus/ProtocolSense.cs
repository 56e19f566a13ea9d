namespace TwcBridge.Bus;

/// <summary>
/// Which protocol a peripheral speaks, by the length of its frames (PROTOCOL 2). One frame proves
/// nothing: what a lost byte of the zeros at its end makes of it has the right checksum. So it takes
/// two in a row, and until then protocol 2 is assumed, whose limits protocol 1 understands as well
/// and whose longer frames it answers.
/// </summary>
public sealed class ProtocolSense
{
    private int _protocol = 2;
    private int _last;

    /// <summary>1 or 2.</summary>
    public int Protocol => _protocol;

    /// <summary>Nothing has been heard.</summary>
    public void Clear()
    {
        _protocol = 2;
        _last = 0;
    }

    /// <param name="protocol">1 or 2, by a link-ready or a heartbeat answer.</param>
    public void OnFrame(int protocol)
    {
        _protocol = protocol == _last ? protocol : _protocol;
        _last = protocol;
    }
}
