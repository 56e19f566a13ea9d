using System;
using System.Text.Json;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>The JSON reader, beside .NET's own: what it takes is JSON.</summary>
internal sealed class JsonTarget : FuzzTarget
{
    private static readonly JsonReaderOptions Strict = new() { MaxDepth = JsonReader.MaxDepth };

    private readonly byte[] _text = new byte[32];
    private readonly JsonReader _reader = new();

    public override string Name => "json";

    public override int CaseLength => 512;

    public override int PerMille => 40;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        switch (dice.Next(4))
        {
            case 0:
                JsonMix.AddCommand(input, dice);
                break;
            case 1:
                JsonMix.AddSettings(input, dice);
                break;
            case 2:
                JsonMix.AddValue(input, dice);
                break;
            default:
                input.AddNoise(dice.Between(1, 30), dice);
                break;
        }
        if (input.Length == 0)
        {
            input.Add((byte)' ');
        }
    }

    public override void Prepare(byte[] bytes)
    {
    }

    public override void Run(byte[] bytes, int length)
    {
        _reader.Restart(bytes, 0, length);
        int calls = 0;
        while (_reader.Next() is not (JsonToken.End or JsonToken.Error))
        {
            calls++;
            Require(calls <= length, "more tokens than bytes");
            Require(_reader.CopyText(_text, _text.Length) <= _text.Length, "more text than room");
            _reader.Number(2, out _);
        }
        JsonToken last = _reader.Token;
        Require(_reader.Next() == last, "goes on behind the end");
        Require(_reader.Position >= 0 && _reader.Position <= length, "stands outside");
        Require((last == JsonToken.Error) == (_reader.Error != JsonError.None), "no cause");
        if (last == JsonToken.End)
        {
            Reached++;
            ReadWithNet(bytes, length);
        }
    }

    // Throws when it is no JSON.
    private static void ReadWithNet(byte[] bytes, int length)
    {
        Utf8JsonReader reader = new(bytes.AsSpan(0, length), Strict);
        while (reader.Read())
        {
        }
    }
}
