namespace TwcBridge.Control;

/// <summary>
/// Writes one JSON document into a <see cref="ByteWriter"/>. Commas are its business, nesting is
/// the caller's: every Begin needs its End. What it writes is valid JSON whatever the bytes of a
/// peer are.
/// </summary>
public sealed class JsonWriter
{
    private const int Delete = 0x7F;
    private const int Replacement = 0xFFFD;

    private readonly ByteWriter _out;
    private bool _first = true;

    public JsonWriter(ByteWriter output)
    {
        _out = output;
    }

    /// <summary>Starts a new document in a cleared buffer.</summary>
    public void Restart()
    {
        _out.Clear();
        _first = true;
    }

    /// <summary>Goes on in a document of which the beginning has left the buffer, on a level where
    /// something stands before or not.</summary>
    public void Continue(bool hasPrevious)
    {
        _first = !hasPrevious;
    }

    public void BeginObject()
    {
        Separate();
        _out.Byte('{');
        _first = true;
    }

    public void EndObject()
    {
        _out.Byte('}');
        _first = false;
    }

    public void BeginArray()
    {
        Separate();
        _out.Byte('[');
        _first = true;
    }

    public void EndArray()
    {
        _out.Byte(']');
        _first = false;
    }

    /// <summary>The key of the value that follows. A name of ours: plain ASCII. Returns this
    /// writer, so that the value can stand on the same line.</summary>
    public JsonWriter Key(string name)
    {
        Separate();
        _out.Byte('"');
        _out.Ascii(name);
        _out.Byte('"');
        _out.Byte(':');
        _first = true;
        return this;
    }

    public void Null()
    {
        Separate();
        _out.Ascii("null");
    }

    public void Bool(bool value)
    {
        Separate();
        _out.Ascii(value ? "true" : "false");
    }

    public void Number(long value)
    {
        Separate();
        _out.Number(value);
    }

    /// <summary>A number of 10^-decimals units.</summary>
    public void Decimal(long value, int decimals)
    {
        Separate();
        _out.Decimal(value, decimals);
    }

    /// <summary>An amount in 0.01 A, written in amps.</summary>
    public void Amps(int centiamps)
    {
        Separate();
        _out.Amps(centiamps);
    }

    /// <summary>The number, or null for the value that stands for not knowing it.</summary>
    public void NumberOrNull(long value, long unknown)
    {
        if (value == unknown)
        {
            Null();
            return;
        }
        Number(value);
    }

    /// <summary>The amount in 0.01 A, or null for the value that stands for not knowing it.
    /// </summary>
    public void AmpsOrNull(int centiamps, int unknown)
    {
        if (centiamps == unknown)
        {
            Null();
            return;
        }
        Amps(centiamps);
    }

    /// <summary>The first numbers of a version as text: 4.5.3.</summary>
    public void Version(int[] parts, int count)
    {
        Separate();
        _out.Byte('"');
        for (int i = 0; i < count; i++)
        {
            if (i != 0)
            {
                _out.Byte('.');
            }
            _out.Number(parts[i]);
        }
        _out.Byte('"');
    }

    /// <summary>Text, escaped where JSON asks for it; null is written as null.</summary>
    public void Text(string value)
    {
        if (value == null)
        {
            Null();
            return;
        }
        Separate();
        _out.Byte('"');
        for (int i = 0; i < value.Length; i++)
        {
            Escaped(value[i]);
        }
        _out.Byte('"');
    }

    /// <summary>Bytes of a peer, taken as UTF-8 and escaped where JSON asks for it. A byte that is
    /// no UTF-8 becomes the replacement character FFFD.</summary>
    public void Text(byte[] source, int offset, int length)
    {
        Separate();
        _out.Byte('"');
        int end = offset + length;
        for (int i = offset; i < end;)
        {
            int step = Utf8.LengthAt(source, i, end);
            if (step > 1)
            {
                _out.Bytes(source, i, step);
            }
            else
            {
                Escaped(step == 0 ? Replacement : source[i]);
            }
            i += step == 0 ? 1 : step;
        }
        _out.Byte('"');
    }

    /// <summary>The first bytes of a peer's text, or null when there are none.</summary>
    public void TextOrNull(byte[] source, int length)
    {
        if (length == 0)
        {
            Null();
            return;
        }
        Text(source, 0, length);
    }

    /// <summary>A TWC id as its four hex digits, or null for 0, which is none.</summary>
    public void IdOrNull(int peripheralId)
    {
        if (peripheralId == 0)
        {
            Null();
            return;
        }
        Hex(peripheralId, FourHexDigits.Length);
    }

    public void Hex(int value, int digits)
    {
        Separate();
        _out.Byte('"');
        _out.Hex(value, digits);
        _out.Byte('"');
    }

    /// <summary>Bytes as lower-case hex, two digits each.</summary>
    public void Hex(byte[] source, int offset, int length)
    {
        Separate();
        _out.Byte('"');
        _out.Hex(source, offset, length);
        _out.Byte('"');
    }

    private void Separate()
    {
        if (!_first)
        {
            _out.Byte(',');
        }
        _first = false;
    }

    private void Escaped(int value)
    {
        if (value == '"' || value == '\\')
        {
            _out.Byte('\\');
            _out.Byte(value);
        }
        else if (value < ' ' || value >= Delete)
        {
            _out.Ascii("\\u");
            _out.Hex(value, 4);
        }
        else
        {
            _out.Byte(value);
        }
    }
}
