namespace TwcBridge.UnitTests.Wire;

/// <summary>Frames made by hand for the tests, apart from the code that they test.</summary>
internal static class PlainFrame
{
    /// <summary>Marker to last data byte, in hex, then zeros and the sum.</summary>
    public static byte[] Body(string payload, int length)
    {
        byte[] given = Hex.Parse(payload);
        byte[] body = new byte[length];
        System.Array.Copy(given, body, given.Length);
        return Sum(body);
    }

    /// <summary>Puts the sum into the last byte.</summary>
    public static byte[] Sum(byte[] body)
    {
        int sum = 0;
        for (int i = 1; i < body.Length - 1; i++)
        {
            sum += body[i];
        }
        body[body.Length - 1] = (byte)sum;
        return body;
    }

    /// <summary>Escapes and delimits, whatever the sum.</summary>
    public static byte[] Wire(byte[] body)
    {
        string text = "C0";
        for (int i = 0; i < body.Length; i++)
        {
            text += body[i] == 0xC0 ? " DB DC" : body[i] == 0xDB ? " DB DD"
                : " " + Hex.Format(body[i]);
        }
        return Hex.Parse(text + " C0");
    }

    /// <summary>A body of a legal length full of awkward bytes, with its sum.</summary>
    public static byte[] RandomBody(SeededRandom random)
    {
        int[] lengths = { 13, 14, 15, 16, 20 };
        byte[] body = new byte[lengths[random.Next(lengths.Length)]];
        for (int i = 0; i < body.Length; i++)
        {
            body[i] = random.AwkwardByte();
        }
        return Sum(body);
    }
}
