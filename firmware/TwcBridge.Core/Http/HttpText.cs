using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// A piece of a request's head, pointed at instead of copied. Valid until the parser restarts.
/// </summary>
public sealed class HttpText
{
    private const int Absent = -1;

    public HttpText(byte[] source)
    {
        Source = source;
        Clear();
    }

    public byte[] Source { get; }

    public int Offset { get; private set; }

    /// <summary>Bytes from <see cref="Offset"/>; 0 when empty as when absent.</summary>
    public int Length { get; private set; }

    /// <summary>False when the request does not have it. An empty text is present.</summary>
    public bool IsPresent => Offset != Absent;

    public bool Is(string text)
    {
        return Ascii.Equal(Source, Offset, Length, text);
    }

    /// <summary>Compares with a text in lower case, ASCII letters taken as equal.</summary>
    public bool IsIgnoringCase(string lowerCase)
    {
        return HttpAscii.EqualIgnoringCase(Source, Offset, Length, lowerCase);
    }

    internal void Clear()
    {
        Offset = Absent;
        Length = 0;
    }

    internal void Point(int offset, int length)
    {
        Offset = offset;
        Length = length;
    }
}
