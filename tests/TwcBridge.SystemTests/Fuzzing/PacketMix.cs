using System;
using System.Text;

namespace TwcBridge.SystemTests.Fuzzing;

/// <summary>What a broker may send: packets with a right length around likely or spoilt content,
/// spoilt packets, and noise.</summary>
internal sealed class PacketMix
{
    public const string BaseTopic = "twcbridge/a1b2c3";

    // So many of the first.
    private const int LikelyTopics = 6;

    private static readonly byte[][] Topics =
    [
        Text($"{BaseTopic}/set_amps"), Text($"{BaseTopic}/enabled/set"),
        Text($"{BaseTopic}/charger/1000/set_amps"), Text($"{BaseTopic}/charger/1000/enabled/set"),
        Text("homeassistant/status"), Text($"{BaseTopic}/charger/8204/availability"),
        Text("a"), Text(""), Text("twcbridge/+/#"),
        Text($"{BaseTopic}/charger/nobody/set_amps"), [0xFF, 0xFE, 0x80], new byte[150],
    ];

    private static readonly byte[] Online = Text("online");

    private readonly FuzzInput _body = new(700);

    public void Add(FuzzInput input, FuzzDice dice)
    {
        int from = input.Length;
        switch (dice.Next(12))
        {
            case 0 when dice.OneIn(8):
                AddPacket(input, 0x20, [0, (byte)dice.Next(7)]);
                break;
            case 1:
                AddPacket(input, 0x40, [0, (byte)dice.Next(6)]);
                break;
            case 2:
                byte granted = dice.OneIn(6) ? (byte)0x80 : (byte)dice.Next(3);
                AddPacket(input, 0x90, [0xFF, 0xFF, 1, granted, 1, 1, 1, 1, 1, 1]);
                break;
            case 3:
                AddPacket(input, 0xD0, []);
                break;
            case 4 when dice.OneIn(4):
                input.AddNoise(dice.Between(1, 40), dice);
                break;
            default:
                AddPublish(input, dice);
                break;
        }
        if (dice.OneIn(40))
        {
            input.Spoil(from, dice);
        }
    }

    private void AddPublish(FuzzInput input, FuzzDice dice)
    {
        byte[] topic = Topics[dice.Next(dice.OneIn(15) ? Topics.Length : LikelyTopics)];
        int qos = dice.OneIn(60) ? dice.Next(4) : dice.Next(2);
        _body.Clear();
        _body.Add((byte)(dice.OneIn(60) ? dice.Next(4) : 0));
        _body.Add((byte)topic.Length);
        _body.Add(topic);
        if (qos > 0)
        {
            _body.Add(0);
            _body.Add((byte)dice.Next(9));
        }
        if (dice.OneIn(6))
        {
            _body.Add(Online);
        }
        else
        {
            JsonMix.AddCommand(_body, dice);
        }
        if (dice.OneIn(15))
        {
            _body.AddNoise(dice.Next(600), dice);
        }
        int flags = (qos << 1) | dice.Next(2) | (qos > 0 && dice.OneIn(3) ? 8 : 0);
        AddPacket(input, 0x30 | flags, _body.Span);
    }

    private static void AddPacket(FuzzInput input, int first, ReadOnlySpan<byte> body)
    {
        input.Add((byte)first);
        int rest = body.Length;
        while (rest >= 0x80)
        {
            input.Add((byte)(rest | 0x80));
            rest >>= 7;
        }
        input.Add((byte)rest);
        input.Add(body);
    }

    private static byte[] Text(string text)
    {
        return Encoding.ASCII.GetBytes(text);
    }
}
