namespace TwcBridge.UnitTests.Support;

/// <summary>Answers of a scripted peripheral to the queries of PROTOCOL 3.3 and 3.4.</summary>
internal static class FakeAnswers
{
    private const string Serial = "A17I0039393";

    /// <param name="body">Kind and sender are in it already.</param>
    /// <param name="length">That of the peripheral's normal bodies, without checksum.</param>
    /// <returns>Length of the answer, or 0 for a query that nobody knows.</returns>
    public static int Fill(byte[] body, FakePeripheral peripheral, int command, int length)
    {
        switch (command)
        {
            case 0xEB:
                body[7] = 0x9C;
                FrameText.PutWord(body, 8, 231);
                body[14] = (byte)(peripheral.Charger.DrawnCentiamps / 50);
                return 19;
            case 0xEC:
                body[4] = 4;
                body[5] = 5;
                body[6] = 3;
                return length;
            case 0xED:
                Put(body, Serial, 0, 11);
                return 19;
            case 0xEE:
                Put(body, VinOf(peripheral), 0, 7);
                return 19;
            case 0xEF:
                Put(body, VinOf(peripheral), 7, 7);
                return 19;
            case 0xF1:
                Put(body, VinOf(peripheral), 14, 3);
                return 19;
            case 0xB4:
                body[4] = (byte)(!peripheral.Charger.HasCar ? 0
                    : peripheral.Charger.IsCharging ? 1
                    : 3);
                return length;
            default:
                return 0;
        }
    }

    private static string VinOf(FakePeripheral peripheral)
    {
        return peripheral.Charger.HasCar ? peripheral.Vin : null;
    }

    private static void Put(byte[] body, string text, int from, int count)
    {
        for (int i = 0; i < count; i++)
        {
            body[4 + i] = text == null ? (byte)0 : (byte)text[from + i];
        }
    }
}
