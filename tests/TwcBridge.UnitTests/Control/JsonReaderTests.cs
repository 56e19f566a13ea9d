using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class JsonReaderTests
{
    // In the order of JsonError.
    private static readonly string[] ErrorNames =
    {
        "none", "empty", "unexpected_end", "unexpected_byte", "bad_literal", "bad_number",
        "bad_escape", "bad_surrogate", "control_character", "bad_utf8", "too_deep", "trailing_text",
    };

    [TestMethod]
    public void Reads_every_document()
    {
        foreach (string[] row in JsonReaderVectors.Accepted)
        {
            Assert.AreEqual(row[1], Read(new JsonReader(), row[0]), row[0]);
        }
    }

    [TestMethod]
    public void Refuses_every_other_by_name_and_place()
    {
        foreach (string[] row in JsonReaderVectors.Refused)
        {
            Assert.AreEqual(row[1], Read(new JsonReader(), row[0]), row[0]);
        }
    }

    [TestMethod]
    public void Has_a_row_for_every_error()
    {
        Assert.AreEqual((int)JsonError.TrailingText, ErrorNames.Length - 1);
        for (int i = 1; i < ErrorNames.Length; i++)
        {
            bool found = false;
            foreach (string[] row in JsonReaderVectors.Refused)
            {
                found = found || row[1].IndexOf("!" + ErrorNames[i] + "@") >= 0;
            }
            Assert.IsTrue(found, ErrorNames[i]);
        }
    }

    [TestMethod]
    public void No_document_poisons_the_next()
    {
        JsonReader reader = new JsonReader();
        foreach (string[] before in JsonReaderVectors.Refused)
        {
            foreach (string[] row in JsonReaderVectors.Accepted)
            {
                Read(reader, before[0]);
                Assert.AreEqual(row[1], Read(reader, row[0]), row[0] + " after " + before[0]);
            }
        }
    }

    [TestMethod]
    public void Looks_at_nothing_outside_its_range()
    {
        // What a document could run on into.
        string[] neighbours = { "0", "9e9", "'", "]", "}", ",", "\\u0041", "\u0080", "e", "l" };
        string[][][] tables = { JsonReaderVectors.Accepted, JsonReaderVectors.Refused };
        JsonReader reader = new JsonReader();
        foreach (string[][] table in tables)
        {
            foreach (string[] row in table)
            {
                foreach (string next in neighbours)
                {
                    byte[] buffer = TestText.Bytes(next + row[0] + next);
                    reader.Restart(buffer, next.Length, row[0].Length);
                    Assert.AreEqual(row[1], Read(reader), row[0] + " beside " + next);
                }
            }
        }
    }

    [TestMethod]
    public void Believes_no_part_of_an_object()
    {
        JsonReader reader = new JsonReader();
        foreach (string[] row in JsonReaderVectors.Accepted)
        {
            byte[] whole = TestText.Bytes(row[0]);
            for (int length = 0; row[0][0] == '{' && length < whole.Length; length++)
            {
                reader.Restart(whole, 0, length);
                Read(reader);
                Assert.AreEqual((int)JsonToken.Error, (int)reader.Token, row[0] + " cut");
            }
        }
    }

    [TestMethod]
    public void Stays_at_the_end_and_in_refusal()
    {
        JsonReader reader = new JsonReader();
        Read(reader, "1");
        Assert.AreEqual((int)JsonToken.End, (int)reader.Next());
        Read(reader, "[1 2]");
        Assert.AreEqual((int)JsonToken.Error, (int)reader.Next());
        Assert.AreEqual((int)JsonError.UnexpectedByte, (int)reader.Error);
        Assert.AreEqual(3, reader.Position);
    }

    [TestMethod]
    public void Is_empty_before_its_first_document()
    {
        JsonReader reader = new JsonReader();
        Assert.AreEqual((int)JsonToken.Error, (int)reader.Next());
        Assert.AreEqual((int)JsonError.Empty, (int)reader.Error);
    }

    [TestMethod]
    [DataRow("{'a':1,'b':2}")]
    [DataRow("{'a':{'x':[1,{'y':{}}]},'b':2}")]
    [DataRow("{'a':[[],{}],'b':2}")]
    [DataRow("{'a':'}','b':2}")]
    [DataRow("{'a':null,'b':2}")]
    public void Skips_a_value_with_all_that_is_in_it(string document)
    {
        JsonReader reader = new JsonReader();
        Restart(reader, document);
        reader.Next();
        reader.Next();
        Assert.IsTrue(reader.KeyIs("a"));
        reader.SkipValue();
        reader.Next();
        Assert.IsTrue(reader.KeyIs("b"));
    }

    [TestMethod]
    public void Skipping_ends_at_a_defect()
    {
        JsonReader reader = new JsonReader();
        Restart(reader, "{'a':[1,{'b':}]}");
        reader.Next();
        reader.Next();
        reader.SkipValue();
        Assert.AreEqual((int)JsonError.UnexpectedByte, (int)reader.Error);
        Assert.AreEqual(13, reader.Position);
    }

    [TestMethod]
    [DataRow("{'amps':1}", true)]
    [DataRow("{'\\u0061mp\\u0073':1}", true)]
    [DataRow("{'amp':1}", false)]
    [DataRow("{'ampsx':1}", false)]
    [DataRow("{'Amps':1}", false)]
    [DataRow("{'amps\\u0000':1}", false)]
    [DataRow("{'\\u0161mps':1}", false)]
    [DataRow("{'':1}", false)]
    public void Knows_a_key_by_its_decoded_text(string document, bool same)
    {
        JsonReader reader = new JsonReader();
        Restart(reader, document);
        reader.Next();
        Assert.IsFalse(reader.KeyIs("amps"), "not yet a key");
        reader.Next();
        Assert.AreEqual(same, reader.KeyIs("amps"));
    }

    [TestMethod]
    [DataRow("'abc'", 3, "abc")]
    [DataRow("'abc'", 2, "ab")]
    [DataRow("'abc'", 0, "")]
    [DataRow("'a\u00E2\u0082\u00ACb'", 3, "a")]
    [DataRow("'a\u00E2\u0082\u00ACb'", 4, "a\u00E2\u0082\u00AC")]
    [DataRow("'a\\u20ACb'", 3, "a")]
    [DataRow("'a\\u20ACb'", 4, "a\u00E2\u0082\u00AC")]
    [DataRow("'\\uD83D\\uDE00'", 3, "")]
    [DataRow("1", 9, "")]
    public void Copies_whole_characters_only(string document, int capacity, string copied)
    {
        JsonReader reader = new JsonReader();
        Restart(reader, document);
        reader.Next();
        byte[] target = new byte[capacity];
        Assert.AreEqual(copied, TestText.Row(target, reader.CopyText(target, capacity)));
    }

    [TestMethod]
    public void Gives_no_value_of_another_kind()
    {
        JsonReader reader = new JsonReader();
        Restart(reader, "[true,'x']");
        reader.Next();
        reader.Next();
        Assert.AreEqual((int)NumberStatus.NotANumber, (int)reader.Number(0, out long number));
        Assert.AreEqual(0L, number);
        Assert.IsTrue(reader.TryBool(out bool on) && on);
        reader.Next();
        Assert.IsFalse(reader.TryBool(out on) || on, "the last bool is gone");
        Assert.IsFalse(reader.TryNumber(0, out number));
    }

    private static void Restart(JsonReader reader, string document)
    {
        byte[] bytes = TestText.Bytes(document);
        reader.Restart(bytes, 0, bytes.Length);
    }

    private static string Read(JsonReader reader, string document)
    {
        Restart(reader, document);
        return Read(reader);
    }

    private static string Read(JsonReader reader)
    {
        string story = "";
        byte[] text = new byte[64];
        while (reader.Next() != JsonToken.End && reader.Token != JsonToken.Error)
        {
            story += Show(reader, text) + " ";
        }
        string refusal = "!" + ErrorNames[(int)reader.Error] + "@" + reader.Position.ToString();
        return story + (reader.Token == JsonToken.End ? "." : refusal);
    }

    private static string Show(JsonReader reader, byte[] text)
    {
        switch (reader.Token)
        {
            case JsonToken.BeginObject: return "{";
            case JsonToken.EndObject: return "}";
            case JsonToken.BeginArray: return "[";
            case JsonToken.EndArray: return "]";
            case JsonToken.Null: return "null";
            case JsonToken.Key: return Decoded(reader, text) + ":";
            case JsonToken.Text: return "'" + Decoded(reader, text) + "'";
            case JsonToken.Bool: return reader.TryBool(out bool on) && on ? "true" : "false";
            default:
                Assert.IsTrue(reader.TryNumber(2, out long scaled));
                return "#" + scaled.ToString();
        }
    }

    private static string Decoded(JsonReader reader, byte[] text)
    {
        int length = reader.CopyText(text, text.Length);
        Assert.AreEqual(reader.TextLength, length);
        return TestText.Row(text, length);
    }
}
