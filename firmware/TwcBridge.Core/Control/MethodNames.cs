namespace TwcBridge.Control;

/// <summary>HTTP methods as they are spelt.</summary>
public static class MethodNames
{
    private static readonly string[] Names = { "GET", "PUT", "DELETE", "POST", "PATCH" };

    /// <summary>The method of a request line, or None for one that no route takes.</summary>
    public static HttpMethods Read(byte[] source, int offset, int length)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (Ascii.Equal(source, offset, length, Names[i]))
            {
                return (HttpMethods)(1 << i);
            }
        }
        return HttpMethods.None;
    }

    /// <summary>Writes the value of an Allow header.</summary>
    public static void Write(ByteWriter output, HttpMethods methods)
    {
        bool isFirst = true;
        for (int i = 0; i < Names.Length; i++)
        {
            if (((int)methods & (1 << i)) != 0)
            {
                output.Ascii(isFirst ? "" : ", ");
                output.Ascii(Names[i]);
                isFirst = false;
            }
        }
    }
}
