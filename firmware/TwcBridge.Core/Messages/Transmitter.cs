using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// The only path to the wire: a body becomes a frame here, after the allow-list has passed it, and
/// nowhere else. Keeps a copy of the last frame so that an adapter's echo can be recognised.
/// </summary>
public sealed class Transmitter
{
    /// <summary>The loaded frame. Owned by this object; valid until the next Load.</summary>
    public readonly byte[] Wire = new byte[FrameFormat.MaxWireLength];

    /// <summary>Bytes in <see cref="Wire"/>; 0 when nothing is loaded.</summary>
    public int WireLength;

    /// <summary>Body of the last frame that left. Valid until the next OnSent.</summary>
    public readonly byte[] Sent = new byte[FrameFormat.MaxBodyLength];

    /// <summary>Bytes in <see cref="Sent"/>, with checksum; 0 before the first.</summary>
    public int SentLength;

    public long SentCount;

    /// <summary>Above 0 means a defect of ours: somebody asked for what must not be sent.</summary>
    public long RefusedCount;

    /// <summary>Offers that had to be lowered here; also a defect of ours.</summary>
    public long ClampedCount;

    private readonly TransmitPolicy _policy;
    private readonly byte[] _loaded = new byte[FrameFormat.MaxBodyLength];
    private int _loadedLength;

    public Transmitter(TransmitPolicy policy)
    {
        _policy = policy;
    }

    /// <summary>Makes a frame of a body if it may be sent.</summary>
    /// <returns>Bytes in <see cref="Wire"/>, or 0 when it was refused.</returns>
    public int Load(MessageWriter message)
    {
        WireLength = 0;
        TransmitVerdict verdict = _policy.Judge(message.Body, message.Length);
        if (verdict > TransmitVerdict.Clamped)
        {
            RefusedCount++;
            return 0;
        }
        if (verdict == TransmitVerdict.Clamped)
        {
            ClampedCount++;
        }
        System.Array.Copy(message.Body, 0, _loaded, 0, message.Length);
        _loadedLength = message.Length;
        WireLength = FrameEncoder.Encode(_loaded, _loadedLength, Wire);
        return WireLength;
    }

    /// <summary>The loaded frame has left. Without one, nothing can have left: the books must not
    /// take up a frame that was refused, or the same one twice.</summary>
    public void OnSent()
    {
        if (WireLength == 0)
        {
            return;
        }
        _policy.OnSent(_loaded);
        System.Array.Copy(_loaded, 0, Sent, 0, _loadedLength);
        Sent[_loadedLength] = FrameFormat.Checksum(Sent, _loadedLength);
        SentLength = _loadedLength + 1;
        WireLength = 0;
        SentCount++;
    }

    /// <summary>Whether a heard body is, byte for byte, the last one that we sent.</summary>
    /// <param name="length">With checksum.</param>
    public bool IsLastSent(byte[] body, int length)
    {
        if (length != SentLength)
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (body[i] != Sent[i])
            {
                return false;
            }
        }
        return true;
    }
}
