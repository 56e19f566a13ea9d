using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Flashing;

/// <summary>
/// The application as it is deployed: assemblies of nanoFramework, one behind the other, each
/// padded to four bytes. Its header says which native code it was built against.
/// <code>
///   0       8          20              28       36         38   40 ...              84      100
///   | mark  | CRCs ... | native sum    | version | name at |    | starts of tables | strings | end
/// </code>
/// </summary>
internal sealed class DeploymentImage
{
    private const int ChecksumOffset = 20;
    private const int VersionOffset = 28;
    private const int NameOffset = 36;
    private const int StringsOffset = 84;
    private const int EndOffset = 100;
    private const int HeaderLength = 104;
    private const int Alignment = 4;

    // Names from here on stand in a table of the run time, not in the assembly.
    private const int FirstSharedName = 0x8000;

    private static readonly byte[] Mark = "NFMRK1\0\0"u8.ToArray();
    private static readonly byte[] NextMark = "NFMRK2\0\0"u8.ToArray();

    private DeploymentImage(string path, IReadOnlyList<NativeAssembly> assemblies)
    {
        Path = path;
        Assemblies = assemblies;
    }

    public string Path { get; }

    /// <summary>All of them; those without native methods have the checksum 0.</summary>
    public IReadOnlyList<NativeAssembly> Assemblies { get; }

    public IEnumerable<NativeAssembly> Needed =>
        Assemblies.Where(assembly => assembly.Checksum != 0);

    public static DeploymentImage Read(string path)
    {
        byte[] image = File.ReadAllBytes(path);
        List<NativeAssembly> assemblies = [];
        int at = 0;
        while (StartsWith(image, at, Mark))
        {
            int length = at + HeaderLength <= image.Length ? NumberAt(image, at + EndOffset) : 0;
            if (length < HeaderLength || length > image.Length - at)
            {
                throw Refusal(path, "it is cut short. Fetch it again");
            }
            assemblies.Add(AssemblyAt(image.AsSpan(at, length)));
            at += (length + Alignment - 1) / Alignment * Alignment;
        }
        if (assemblies.Count == 0)
        {
            throw Refusal(path, StartsWith(image, 0, NextMark)
                ? "it is built for the next generation of nanoFramework, which is not supported"
                : "it is no deployment image of nanoFramework. Take TwcBridge.bin of a release");
        }
        return new DeploymentImage(path, assemblies);
    }

    private static NativeAssembly AssemblyAt(ReadOnlySpan<byte> assembly)
    {
        int name = BinaryPrimitives.ReadUInt16LittleEndian(assembly[NameOffset..]);
        int strings = BinaryPrimitives.ReadInt32LittleEndian(assembly[StringsOffset..]);
        return new NativeAssembly(
            NameAt(assembly, name, strings),
            string.Join('.', Enumerable.Range(0, 4).Select(VersionPart(assembly.ToArray()))),
            BinaryPrimitives.ReadUInt32LittleEndian(assembly[ChecksumOffset..]));
    }

    private static string NameAt(ReadOnlySpan<byte> assembly, int name, int strings)
    {
        if (name >= FirstSharedName || strings < 0 || strings + name >= assembly.Length)
        {
            return "?";
        }
        ReadOnlySpan<byte> text = assembly[(strings + name)..];
        int end = text.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
    }

    private static Func<int, int> VersionPart(byte[] assembly)
    {
        return part => BinaryPrimitives.ReadUInt16LittleEndian(
            assembly.AsSpan(VersionOffset + 2 * part));
    }

    private static bool StartsWith(byte[] image, int at, byte[] mark)
    {
        return at < image.Length && image.AsSpan(at).StartsWith(mark);
    }

    private static int NumberAt(byte[] image, int at)
    {
        return BinaryPrimitives.ReadInt32LittleEndian(image.AsSpan(at));
    }

    private static RunException Refusal(string path, string why)
    {
        return new RunException(ExitCode.BadInput, $"{path}: {why}.");
    }
}
