using System;
using System.Text;

namespace TwcBridge.SystemTests.Control;

/// <summary>Seeded documents: valid ones, and ones with a few bytes damaged.</summary>
internal sealed class JsonDocuments
{
    private const int DeepestNesting = 10;

    private static readonly string[] Words =
    [
        "true", "false", "null", "0", "-0", "16", "16.5", "-13.05", "0.005", "1e2", "1E-2",
        "1.65e+1", "999999999999999999", "1e15", "1e16", "1e400", "1e-400", "123456789012345678901234567890",
        "0.000000000000000000000000001", "100000e-7", "NaN", "-", "01", "1.", "tru", "\"\"",
        "\"amps\"", "\"\\u0041\\n\\/\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"", "\"\\x\"", "\"é€😀\"",
        "\"\u0001\"",
    ];

    // What a damaged byte becomes: mostly something that means something.
    private static readonly byte[] Damage = Encoding.Latin1.GetBytes(
        "{}[]:,\"\\u0123456789abcdefDdEe+-. \t\n\r\0/x\x7F\x80\xA0\xC3\xED\xF0\xFF");

    private readonly Random _random;

    public JsonDocuments(int seed)
    {
        _random = new Random(seed);
    }

    public byte[] Next()
    {
        StringBuilder text = new();
        Append(text, 0);
        byte[] document = Encoding.UTF8.GetBytes(text.ToString());
        for (int i = _random.Next(4); i > 1 && document.Length > 0; i--)
        {
            document = Damaged(document);
        }
        return document;
    }

    private void Append(StringBuilder text, int depth)
    {
        int members = _random.Next(4);
        switch (_random.Next(depth == 0 ? 3 : 5))
        {
            case 0 when depth < DeepestNesting:
                text.Append('[');
                for (int i = 0; i < members; i++)
                {
                    text.Append(i == 0 ? "" : Space() + "," + Space());
                    Append(text, depth + 1);
                }
                text.Append(']');
                break;
            case 1 when depth < DeepestNesting:
                text.Append('{');
                for (int i = 0; i < members; i++)
                {
                    text.Append(i == 0 ? "" : ",").Append(Space()).Append(Text()).Append(Space());
                    text.Append(':').Append(Space());
                    Append(text, depth + 1);
                }
                text.Append('}');
                break;
            default:
                text.Append(Words[_random.Next(Words.Length)]);
                break;
        }
    }

    private string Text()
    {
        string word = Words[_random.Next(Words.Length)];
        return word[0] == '"' ? word : "\"" + word + "\"";
    }

    private string Space()
    {
        return _random.Next(4) == 0 ? " \t\r\n"[.._random.Next(5)] : "";
    }

    private byte[] Damaged(byte[] document)
    {
        int at = _random.Next(document.Length);
        byte damage = Damage[_random.Next(Damage.Length)];
        switch (_random.Next(4))
        {
            case 0:
                return document[..at];
            case 1:
                return [.. document[..at], .. document[(at + 1)..]];
            case 2:
                return [.. document[..at], damage, .. document[at..]];
            default:
                document[at] = damage;
                return document;
        }
    }
}
