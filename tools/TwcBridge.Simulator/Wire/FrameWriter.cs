using System;

namespace TwcBridge.Simulator;

/// <summary>
/// Builds one body after another and turns it into the bytes of the line. The result stays in <see
/// cref="Wire"/> until the next <see cref="Begin"/>.
/// </summary>
public sealed class FrameWriter
{
    private readonly byte[] _body = new byte[WireFormat.LongestBody];
    private int _bodyLength;
    private int _offset;

    public byte[] Wire { get; } = new byte[WireFormat.LongestFrame];

    /// <summary>Of <see cref="Wire"/>.</summary>
    public int Length { get; private set; }

    /// <param name="opcode">Marker and command.</param>
    /// <param name="bodyLength">With marker and checksum; what is not written stays zero.</param>
    public FrameWriter Begin(int opcode, int bodyLength)
    {
        Array.Clear(_body);
        _bodyLength = bodyLength;
        _offset = 0;
        return Word(opcode);
    }

    public FrameWriter Byte(int value)
    {
        _body[_offset++] = (byte)value;
        return this;
    }

    public FrameWriter Word(int value)
    {
        return Byte(value >> 8).Byte(value);
    }

    public FrameWriter Long(long value)
    {
        return Word((int)(value >> 16)).Word((int)value);
    }

    /// <summary>
    /// Exactly <paramref name="width"/> bytes of the text from <paramref name="start"/> on, filled
    /// up with zeros.
    /// </summary>
    public FrameWriter Ascii(string text, int start, int width)
    {
        for (int index = start; index < start + width; index++)
        {
            Byte(index < text.Length ? text[index] : 0);
        }
        return this;
    }

    /// <param name="tailByte">What follows the closing End on the line of a real unit; -1 for
    /// nothing.</param>
    public void Finish(int tailByte = -1)
    {
        int sum = 0;
        for (int index = 1; index < _bodyLength - 1; index++)
        {
            sum += _body[index];
        }
        _body[_bodyLength - 1] = (byte)sum;

        Length = 0;
        Wire[Length++] = WireFormat.End;
        for (int index = 0; index < _bodyLength; index++)
        {
            PutEscaped(_body[index]);
        }
        Wire[Length++] = WireFormat.End;
        if (tailByte >= 0)
        {
            Wire[Length++] = (byte)tailByte;
        }
    }

    private void PutEscaped(byte value)
    {
        if (value is not (WireFormat.End or WireFormat.Escape))
        {
            Wire[Length++] = value;
            return;
        }
        Wire[Length++] = WireFormat.Escape;
        Wire[Length++] = value == WireFormat.End ? WireFormat.EscapedEnd : WireFormat.EscapedEscape;
    }
}
