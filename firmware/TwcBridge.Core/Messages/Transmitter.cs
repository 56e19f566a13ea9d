using TwcBridge.Wire;

namespace TwcBridge.Messages;

/// <summary>
/// The only path to the wire: a body becomes a frame here, after the allow-list has passed it, and
/// nowhere else. Keeps a copy of the last frame so that an adapter's echo can be recognised.
/// </summary>
public sealed class Transmitter
{
    private readonly TransmitPolicy _policy;
    private readonly byte[] _wire = new byte[FrameFormat.MaxWireLength];
    private readonly byte[] _loaded = new byte[FrameFormat.MaxBodyLength];
    private readonly byte[] _sent = new byte[FrameFormat.MaxBodyLength];
    private int _loadedLength;
    private int _wireLength;
    private int _sentLength;
    private long _sentCount;
    private long _refusedCount;
    private long _clampedCount;

    public Transmitter(TransmitPolicy policy)
    {
        _policy = policy;
    }

    /// <summary>The loaded frame. Owned by this object; valid until the next Load.</summary>
    public byte[] Wire => _wire;

    /// <summary>Bytes in <see cref="Wire"/>; 0 when nothing is loaded.</summary>
    public int WireLength => _wireLength;

    /// <summary>Body of the last frame that left. Valid until the next OnSent.</summary>
    public byte[] Sent => _sent;

    /// <summary>Bytes in <see cref="Sent"/>, with checksum; 0 before the first.</summary>
    public int SentLength => _sentLength;

    public long SentCount => _sentCount;

    /// <summary>Above 0 means a defect of ours: somebody asked for what must not be sent.</summary>
    public long RefusedCount => _refusedCount;

    /// <summary>Offers that had to be lowered here; also a defect of ours.</summary>
    public long ClampedCount => _clampedCount;

    /// <summary>Makes a frame of a body if it may be sent.</summary>
    /// <returns>Bytes in <see cref="Wire"/>, or 0 when it was refused.</returns>
    public int Load(MessageWriter message)
    {
        _wireLength = 0;
        TransmitVerdict verdict = _policy.Judge(message.Body, message.Length);
        if (verdict > TransmitVerdict.Clamped)
        {
            _refusedCount++;
            return 0;
        }
        if (verdict == TransmitVerdict.Clamped)
        {
            _clampedCount++;
        }
        System.Array.Copy(message.Body, 0, _loaded, 0, message.Length);
        _loadedLength = message.Length;
        _wireLength = FrameEncoder.Encode(_loaded, _loadedLength, _wire);
        return _wireLength;
    }

    /// <summary>The loaded frame has left. Without one, nothing can have left: the books must not
    /// take up a frame that was refused, or the same one twice.</summary>
    public void OnSent()
    {
        if (_wireLength == 0)
        {
            return;
        }
        _policy.OnSent(_loaded);
        System.Array.Copy(_loaded, 0, _sent, 0, _loadedLength);
        _sent[_loadedLength] = FrameFormat.Checksum(_sent, _loadedLength);
        _sentLength = _loadedLength + 1;
        _wireLength = 0;
        _sentCount++;
    }

    /// <summary>Whether a heard body is, byte for byte, the last one that we sent.</summary>
    /// <param name="length">With checksum.</param>
    public bool IsLastSent(byte[] body, int length)
    {
        if (length != _sentLength)
        {
            return false;
        }
        for (int i = 0; i < length; i++)
        {
            if (body[i] != _sent[i])
            {
                return false;
            }
        }
        return true;
    }
}
