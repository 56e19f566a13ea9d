using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace TwcBridge.SystemTests.Flashing;

/// <summary>Deployment images as nanoFramework's build makes them, as far as their headers go. The
/// names stand beside them for the stand-in, which is not to read images as we do.</summary>
internal static class TestImage
{
    public static readonly (string Name, uint Checksum)[] Fitting =
    [
        ("mscorlib", 0x1549C856), ("nanoFramework.Runtime.Native", 0x0EAE898B),
        ("System.Net", 0xE51F3AB2), ("TwcBridge.Core", 0), ("TwcBridge", 0),
    ];

    public static string Write(
        string folder, params (string Name, uint Checksum)[] assemblies)
    {
        string path = Path.Combine(folder, "TwcBridge.bin");
        File.WriteAllBytes(path, assemblies.SelectMany(
            assembly => Assembly(assembly.Name, assembly.Checksum)).ToArray());
        File.WriteAllText(path + ".names",
            string.Concat(assemblies.Select(assembly => assembly.Name + "\n")));
        return path;
    }

    // Mark 8, CRCs 8, flags 4, native sum 4, patch 4, version 8, name 2, string table 2, sixteen
    // starts of tables, then tables; each assembly ends at a multiple of four.
    private static IEnumerable<byte> Assembly(string name, uint checksum)
    {
        const int Header = 128;
        const int NameAt = 3;
        byte[] strings = [0, (byte)'x', 0, .. Encoding.ASCII.GetBytes(name), 0];
        int length = Header + strings.Length;
        using MemoryStream text = new();
        using BinaryWriter writer = new(text);
        writer.Write(Encoding.ASCII.GetBytes("NFMRK1\0\0"));
        writer.Write([0xDEADBEEF, 0xDEADBEEF, 0u, checksum, 0xFFFFFFFF]);
        writer.Write([(ushort)0, (ushort)1, (ushort)2, (ushort)3, (ushort)NameAt, (ushort)1]);
        for (int table = 0; table < 16; table++)
        {
            writer.Write(table <= 11 ? Header : length);
        }
        writer.Write(new byte[Header - (int)text.Length]);
        writer.Write(strings);
        writer.Write(new byte[(4 - length % 4) % 4]);
        return text.ToArray();
    }

    private static void Write(this BinaryWriter writer, uint[] numbers)
    {
        Array.ForEach(numbers, writer.Write);
    }

    private static void Write(this BinaryWriter writer, ushort[] numbers)
    {
        Array.ForEach(numbers, writer.Write);
    }
}
