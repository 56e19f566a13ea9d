namespace TwcBridge.Config;

/// <summary>The CRC of Ethernet and zip files: polynomial 0x04C11DB7 reflected, start and end
/// inverted. Four bits a step, so that the table is small.</summary>
public static class Crc32
{
    private static readonly uint[] Table =
    {
        0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158,
        0x5005713C, 0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4,
        0xA00AE278, 0xBDBDF21C,
    };

    public static uint Of(byte[] buffer, int length)
    {
        uint crc = 0xFFFFFFFF;
        for (int i = 0; i < length; i++)
        {
            crc ^= buffer[i];
            crc = (crc >> 4) ^ Table[crc & 0x0F];
            crc = (crc >> 4) ^ Table[crc & 0x0F];
        }
        return ~crc;
    }
}
