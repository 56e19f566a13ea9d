using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// One request as the parser left it: texts of the head, and the body. Its bytes lie in the buffer
/// that the answer is written into, so it is valid until the answer begins.
/// </summary>
public sealed class HttpRequest
{
    private const int FieldCount = (int)HttpField.PageMark + 1;
    private const short Absent = -1;

    /// <summary>Holds the texts of the head.</summary>
    public readonly byte[] Bytes;

    /// <summary>Holds the body, from <see cref="BodyOffset"/> on; another buffer than
    /// <see cref="Bytes"/> for a long one.</summary>
    public byte[] Body;

    public int BodyOffset;

    /// <summary>Bytes of the body that have come.</summary>
    public int BodyLength;

    /// <summary>Bytes that the head announces.</summary>
    public int ContentLength;

    private readonly short[] _offsets = new short[FieldCount];
    private readonly short[] _lengths = new short[FieldCount];

    /// <param name="bytes">Shared with the answer.</param>
    public HttpRequest(byte[] bytes)
    {
        Bytes = bytes;
        Clear();
    }

    /// <summary>The method as a route knows it; None for one that no route takes.</summary>
    public HttpMethods Verb => MethodNames.Read(
        Bytes, OffsetOf(HttpField.Method), LengthOf(HttpField.Method));

    /// <summary>False when the request does not have it. An empty text is there.</summary>
    public bool Has(HttpField field)
    {
        return _offsets[(int)field] != Absent;
    }

    public int OffsetOf(HttpField field)
    {
        return _offsets[(int)field];
    }

    /// <summary>0 when empty as when absent.</summary>
    public int LengthOf(HttpField field)
    {
        return _lengths[(int)field];
    }

    public int EndOf(HttpField field)
    {
        return _offsets[(int)field] + _lengths[(int)field];
    }

    public bool Is(HttpField field, string text)
    {
        return Ascii.Equal(Bytes, OffsetOf(field), LengthOf(field), text);
    }

    /// <summary>Compares with a text in lower case, ASCII letters taken as equal.</summary>
    public bool IsIgnoringCase(HttpField field, string lowerCase)
    {
        return HttpAscii.EqualIgnoringCase(Bytes, OffsetOf(field), LengthOf(field), lowerCase);
    }

    internal void Clear()
    {
        BodyLength = 0;
        ContentLength = 0;
        for (int i = 0; i < FieldCount; i++)
        {
            Point((HttpField)i, Absent, 0);
        }
    }

    internal void Point(HttpField field, int offset, int length)
    {
        _offsets[(int)field] = (short)offset;
        _lengths[(int)field] = (short)length;
    }
}
