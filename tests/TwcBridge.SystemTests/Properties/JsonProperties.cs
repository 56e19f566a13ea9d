using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Properties;

/// <summary>What our writer writes, as our reader and .NET's read it.</summary>
[TestClass]
public sealed class JsonProperties
{
    private const int Decimals = 2;

    [TestMethod]
    public void Everything_written_is_read_as_it_was_meant()
    {
        Chance.Check(script =>
        {
            ByteWriter output = new(65536);
            JsonWriter json = new(output);
            json.Restart();
            List<string> meant = [];
            WriteValue(script, json, meant, JsonReader.MaxDepth);
            byte[] bytes = output.Buffer[..output.Length];
            string text = Encoding.UTF8.GetString(bytes);
            Assert.IsFalse(output.Overflowed);
            CollectionAssert.AreEqual(meant, ReadByUs(bytes), text);
            CollectionAssert.AreEqual(meant, ReadByNet(bytes), text);
        });
    }

    private static void WriteValue(Script script, JsonWriter json, List<string> meant, int depth)
    {
        switch (script.Next(depth > 0 && script.HasMore ? 7 : 5))
        {
            case 0:
                json.Null();
                meant.Add("null");
                break;
            case 1:
                bool flag = script.OneIn(2);
                json.Bool(flag);
                meant.Add(flag ? "true" : "false");
                break;
            case 2:
                int number = script.Between(-500_000, 500_000);
                json.Decimal(number, Decimals);
                meant.Add(number.ToString(CultureInfo.InvariantCulture));
                break;
            case 3:
            case 4:
                string text = AnyText(script);
                json.Text(text);
                meant.Add($"'{text}'");
                break;
            case 5:
                json.BeginArray();
                meant.Add("[");
                WriteItems(script, json, meant, depth - 1, false);
                json.EndArray();
                meant.Add("]");
                break;
            default:
                json.BeginObject();
                meant.Add("{");
                WriteItems(script, json, meant, depth - 1, true);
                json.EndObject();
                meant.Add("}");
                break;
        }
    }

    private static void WriteItems(
        Script script, JsonWriter json, List<string> meant, int depth, bool inObject)
    {
        for (int i = script.Next(5); i > 0; i--)
        {
            if (inObject)
            {
                json.Key("key");
                meant.Add("key:");
            }
            WriteValue(script, json, meant, depth);
        }
    }

    private static string AnyText(Script script)
    {
        StringBuilder text = new();
        for (int i = script.Next(8); i > 0; i--)
        {
            text.Append(script.Of('a', '"', '\\', '/', '\n', '\0', '\u007F', '\u00E9', '\u20AC'));
        }
        return text.ToString();
    }

    private static List<string> ReadByUs(byte[] bytes)
    {
        List<string> tokens = [];
        byte[] text = new byte[256];
        JsonReader reader = new();
        reader.Restart(bytes, 0, bytes.Length);
        while (reader.Next() is not (JsonToken.End or JsonToken.Error))
        {
            reader.TryNumber(Decimals, out long number);
            reader.TryBool(out bool flag);
            string read = Encoding.UTF8.GetString(text, 0, reader.CopyText(text, text.Length));
            tokens.Add(reader.Token switch
            {
                JsonToken.Key => $"{read}:",
                JsonToken.Text => $"'{read}'",
                JsonToken.Number => number.ToString(CultureInfo.InvariantCulture),
                JsonToken.Bool => flag ? "true" : "false",
                JsonToken.Null => "null",
                JsonToken.BeginObject => "{",
                JsonToken.EndObject => "}",
                JsonToken.BeginArray => "[",
                _ => "]",
            });
        }
        Assert.AreEqual(JsonToken.End, reader.Token, $"{reader.Error} at {reader.Position}");
        return tokens;
    }

    private static List<string> ReadByNet(byte[] bytes)
    {
        List<string> tokens = [];
        Utf8JsonReader reader = new(bytes);
        while (reader.Read())
        {
            tokens.Add(reader.TokenType switch
            {
                JsonTokenType.PropertyName => $"{reader.GetString()}:",
                JsonTokenType.String => $"'{reader.GetString()}'",
                JsonTokenType.Number => ((long)(reader.GetDecimal() * 100))
                    .ToString(CultureInfo.InvariantCulture),
                _ => Encoding.ASCII.GetString(reader.ValueSpan),
            });
        }
        return tokens;
    }
}
