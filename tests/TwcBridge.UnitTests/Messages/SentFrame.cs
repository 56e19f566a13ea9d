using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>What a peripheral would make of bytes that left the box. Read by hand here, so that
/// the transmit path is not checked with its own sources.</summary>
internal sealed class SentFrame
{
    private readonly int[] _body = new int[24];

    public SentFrame(byte[] wire, int length)
    {
        int filled = 0;
        for (int i = 1; i < length - 1; i++)
        {
            int value = wire[i];
            if (value == 0xDB)
            {
                i++;
                value = wire[i] == 0xDC ? 0xC0 : 0xDB;
            }
            _body[filled++] = value;
        }
        int sum = 0;
        for (int i = 1; i < filled - 1; i++)
        {
            sum += _body[i];
        }
        IsWhole = wire[0] == 0xC0 && wire[length - 1] == 0xC0 && sum % 256 == _body[filled - 1]
            && (filled == 14 || filled == 16);
    }

    public bool IsWhole { get; }

    public bool IsHeartbeat => _body[0] == 0xFB && _body[1] == 0xE0;

    public int Sender => _body[2] * 256 + _body[3];

    public int Receiver => _body[4] * 256 + _body[5];

    public int Command => _body[6];

    public int Centiamps => _body[7] * 256 + _body[8];

    /// <summary>A limit that replaces the one before.</summary>
    public bool IsLimit => IsHeartbeat && (Command == 5 || Command == 8 || Command == 9);
}
