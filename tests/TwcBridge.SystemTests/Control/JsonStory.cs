using System;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using TwcBridge.Control;
using JsonReader = TwcBridge.Control.JsonReader;

namespace TwcBridge.SystemTests.Control;

/// <summary>
/// One document told token by token, once by our reader and once by System.Text.Json; a refused
/// document is null. Numbers are told in hundredths, or by why they are none.
/// </summary>
internal static class JsonStory
{
    private const int Decimals = 2;

    // Below, our reader gives a number; from here on it is too large.
    private static readonly BigInteger Limit = BigInteger.Pow(10, 18);

    public static string? Ours(byte[] document)
    {
        JsonReader reader = new JsonReader();
        reader.Restart(document, 0, document.Length);
        StringBuilder story = new StringBuilder();
        byte[] text = new byte[document.Length];
        while (reader.Next() is not (JsonToken.End or JsonToken.Error))
        {
            story.Append(reader.Token).Append(' ');
            if (reader.Token is JsonToken.Key or JsonToken.Text)
            {
                int length = reader.CopyText(text, text.Length);
                story.Append(Encoding.UTF8.GetString(text, 0, length)).Append(' ');
            }
            else if (reader.Token == JsonToken.Number)
            {
                NumberStatus status = reader.Number(Decimals, out long scaled);
                story.Append(status).Append(scaled).Append(' ');
            }
            else if (reader.TryBool(out bool on))
            {
                story.Append(on).Append(' ');
            }
        }
        return reader.Token == JsonToken.End ? story.ToString() : null;
    }

    public static string? Theirs(byte[] document)
    {
        JsonReaderOptions options = new() { MaxDepth = JsonReader.MaxDepth };
        Utf8JsonReader reader = new(document, options);
        StringBuilder story = new StringBuilder();
        try
        {
            while (reader.Read())
            {
                story.Append(Show(ref reader)).Append(' ');
            }
            return story.ToString();
        }
        catch (JsonException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;    // Bad UTF-8 and half a surrogate pair show on decoding only.
        }
    }

    private static string Show(ref Utf8JsonReader reader)
    {
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => nameof(JsonToken.BeginObject),
            JsonTokenType.EndObject => nameof(JsonToken.EndObject),
            JsonTokenType.StartArray => nameof(JsonToken.BeginArray),
            JsonTokenType.EndArray => nameof(JsonToken.EndArray),
            JsonTokenType.PropertyName => nameof(JsonToken.Key) + " " + reader.GetString(),
            JsonTokenType.String => nameof(JsonToken.Text) + " " + reader.GetString(),
            JsonTokenType.Number => nameof(JsonToken.Number) + " " + Scaled(reader.ValueSpan),
            JsonTokenType.True or JsonTokenType.False =>
                nameof(JsonToken.Bool) + " " + reader.GetBoolean(),
            _ => nameof(JsonToken.Null),
        };
    }

    /// <summary>The number in hundredths by plain big-number arithmetic.</summary>
    private static string Scaled(ReadOnlySpan<byte> number)
    {
        string[] parts = Encoding.ASCII.GetString(number).ToUpperInvariant().Split('E');
        string[] digits = parts[0].Split('.');
        string fraction = digits.Length == 2 ? digits[1] : "";
        BigInteger mantissa = BigInteger.Parse(digits[0] + fraction, CultureInfo.InvariantCulture);
        BigInteger exponent = Decimals - fraction.Length;
        if (parts.Length == 2)
        {
            exponent += BigInteger.Parse(parts[1], CultureInfo.InvariantCulture);
        }
        if (mantissa.IsZero)
        {
            return NumberStatus.Exact + "0";
        }

        // Beyond a thousand digits either way the answer does not change any more.
        int power = (int)BigInteger.Min(BigInteger.Abs(exponent), 1000);
        BigInteger factor = BigInteger.Pow(10, power);
        BigInteger value = exponent.Sign < 0 ? mantissa / factor : mantissa * factor;
        bool exact = exponent.Sign >= 0 || value * factor == mantissa;
        return BigInteger.Abs(value) >= Limit ? NumberStatus.TooLarge + "0"
            : (exact ? NumberStatus.Exact : NumberStatus.TooPrecise)
                + value.ToString(CultureInfo.InvariantCulture);
    }
}
