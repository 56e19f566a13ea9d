namespace TwcBridge.Control;

/// <summary>
/// Writes one JSON document into a <see cref="ByteWriter"/>. Commas are its business, nesting is
/// the caller's: every Begin needs its End. Amps appear with up to two decimals and without
/// trailing zeros beyond the first (13.0, 12.85), so that a reader sees a number with a fraction.
/// </summary>
public sealed class JsonWriter
{
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

    /// <summary>The key of the value that follows. A name of ours: plain ASCII.</summary>
    public void Key(string name)
    {
        Separate();
        _out.Byte('"');
        _out.Ascii(name);
        _out.Byte('"');
        _out.Byte(':');
        _first = true;
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
        if (centiamps % 10 == 0)
        {
            Decimal(centiamps / 10, 1);
            return;
        }
        Decimal(centiamps, 2);
    }

    /// <summary>Text, escaped where JSON asks for it.</summary>
    public void Text(string value)
    {
        Separate();
        _out.Byte('"');
        for (int i = 0; i < value.Length; i++)
        {
            Escaped(value[i]);
        }
        _out.Byte('"');
    }

    /// <summary>Bytes of a peer, taken as UTF-8 and escaped where JSON asks for it.</summary>
    public void Text(byte[] source, int offset, int length)
    {
        Separate();
        _out.Byte('"');
        for (int i = 0; i < length; i++)
        {
            Escaped(source[offset + i]);
        }
        _out.Byte('"');
    }

    public void Hex(int value, int digits)
    {
        Separate();
        _out.Byte('"');
        _out.Hex(value, digits);
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
        else if (value < ' ' || value == 0x7F)
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
