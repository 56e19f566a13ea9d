using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Bytes that one unit put on the line without a gap, as it sent them. Objects are reused: valid
/// until the <see cref="WireLog"/> has gone round once.
/// </summary>
public sealed class Transmission
{
    private const int UsualLength = 32;

    private byte[] _bytes = new byte[UsualLength];

    public string Transmitter { get; private set; } = string.Empty;

    public long StartUs { get; private set; }

    public long EndUs => Length == 0 ? StartUs : LineTiming.ByteEndUs(StartUs, Length - 1);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Another unit was on the line for some of the time.</summary>
    public bool IsCollided { get; internal set; }

    /// <summary>The listeners heard something else: a collision or a fault of the line.</summary>
    public bool IsDamaged { get; internal set; }

    internal void Begin(string transmitter, long startUs)
    {
        Transmitter = transmitter;
        StartUs = startUs;
        Length = 0;
        IsCollided = false;
        IsDamaged = false;
    }

    internal void Append(byte[] bytes, int length)
    {
        if (Length + length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, Length + length));
        }
        Array.Copy(bytes, 0, _bytes, Length, length);
        Length += length;
    }
}
