using System.IO;
using System.Linq;
using System.Text;
using TwcBridge.SystemTests.Rules;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>What decode reads: captures, hex, files of vectors. Only a fault that names its line
/// may come out.</summary>
internal sealed class CaptureTarget : FuzzTarget
{
    private static readonly byte[][] Lines = File
        .ReadLines(Repository.Absolute("tests/captures/two-connectors.txt"))
        .Take(200).Select(line => Encoding.UTF8.GetBytes(line + "\n"))
        .Append("C0FBE0 0x5,0xC0\t# c\r\n"u8.ToArray())
        .Append("12.5 C0 C0\n"u8.ToArray()).Append("1e9 > C0\n"u8.ToArray())
        .ToArray();

    private static readonly byte[] Vectors =
        "{\"vectors\":[{\"name\":\"a\",\"wire_hex\":\"C0 01 C0\"}]}"u8.ToArray();

    public override string Name => "capture";

    public override int CaseLength => 2048;

    public override int PerMille => 30;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        for (int i = dice.Between(1, 8); i > 0; i--)
        {
            int from = input.Length;
            input.Add(dice.OneIn(12) ? Vectors : dice.Of(Lines));
            if (dice.OneIn(4))
            {
                input.Spoil(from, dice);
            }
        }
    }

    public override void Prepare(byte[] bytes)
    {
    }

    public override void Run(byte[] bytes, int length)
    {
        string text = Encoding.UTF8.GetString(bytes, 0, length);
        int lineCount = text.Count(c => c is '\n' or '\r') + 1;
        CaptureDecoder decoder = new();
        try
        {
            int frames = decoder.Decode(CaptureReader.Read(new StringReader(text))).Count();
            Reached += frames;
            Require(frames <= length && decoder.NoiseByteCount >= 0, "more frames than bytes");
        }
        catch (CaptureFormatException fault)
        {
            Require(fault.LineNumber >= 1 && fault.LineNumber <= lineCount, "names no line");
        }
    }
}
