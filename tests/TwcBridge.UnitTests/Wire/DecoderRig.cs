using TwcBridge.Wire;

namespace TwcBridge.UnitTests.Wire;

/// <summary>A decoder, and a transcript of what it says.</summary>
internal sealed class DecoderRig
{
    /// <summary>Stands in a stream of symbols for a line that is silent.</summary>
    public const int Silence = -1;

    public FrameDecoder Decoder { get; } = new FrameDecoder();

    /// <summary>Since the start, or since <see cref="Restart"/>.</summary>
    public Transcript Transcript { get; private set; } = new Transcript();

    /// <summary>A new transcript for the same decoder.</summary>
    public void Restart()
    {
        Transcript = new Transcript();
    }

    public DecodeStatus Hear(int symbol)
    {
        DecodeStatus status = symbol == Silence
            ? Decoder.OnSilence()
            : Decoder.Push((byte)symbol);
        Transcript.Note(status, Decoder.Body, Decoder.Length);
        return status;
    }

    public void Hear(byte[] wire)
    {
        Hear(wire, 0, wire.Length);
    }

    public void Hear(byte[] wire, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Hear(wire[i]);
        }
    }

    public void Hear(SymbolStream stream)
    {
        for (int i = 0; i < stream.Length; i++)
        {
            Hear(stream.At(i));
        }
    }
}
