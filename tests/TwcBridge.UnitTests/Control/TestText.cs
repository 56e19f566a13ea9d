using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

/// <summary>
/// Rows of tables to bytes and back: one byte a character, so that a row can hold any byte, and '
/// for the quotes of JSON, so that a row stays readable. 2400 stands for 0, with which a string of
/// the device would end.
/// </summary>
internal static class TestText
{
    private const char Null = '\u2400';

    public static byte[] Bytes(string row)
    {
        byte[] bytes = new byte[row.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = row[i] switch
            {
                '\'' => (byte)'"',
                Null => 0,
                _ => (byte)row[i],
            };
        }
        return bytes;
    }

    public static string Row(byte[] bytes, int length)
    {
        char[] row = new char[length];
        for (int i = 0; i < length; i++)
        {
            row[i] = bytes[i] switch
            {
                (byte)'"' => '\'',
                0 => Null,
                _ => (char)bytes[i],
            };
        }
        return new string(row);
    }

    public static string Row(ByteWriter output)
    {
        Assert.IsFalse(output.Overflowed, "does not fit");
        return Row(output.Buffer, output.Length);
    }

    public static string Repeat(string text, int times)
    {
        string all = "";
        for (int i = 0; i < times; i++)
        {
            all += text;
        }
        return all;
    }

    /// <summary>True when a row of the table has this in its column.</summary>
    public static bool HasRow(string[][] table, int column, string expected)
    {
        foreach (string[] row in table)
        {
            if (row[column] == expected)
            {
                return true;
            }
        }
        return false;
    }
}
