using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class JsonWriterTests
{
    private readonly ByteWriter _output = new ByteWriter(256);
    private readonly JsonWriter _json;

    public JsonWriterTests()
    {
        _json = new JsonWriter(_output);
    }

    [TestMethod]
    public void Sets_the_commas_at_every_depth()
    {
        _json.Restart();
        _json.BeginObject();
        _json.Key("a").BeginArray();
        _json.Number(1);
        _json.Null();
        _json.BeginArray();
        _json.EndArray();
        _json.BeginObject();
        _json.Key("b").Bool(true);
        _json.Key("c").Bool(false);
        _json.EndObject();
        _json.EndArray();
        _json.Key("d").BeginObject();
        _json.EndObject();
        _json.Key("e").Text("x");
        _json.EndObject();
        Assert.AreEqual(
            "{'a':[1,null,[],{'b':true,'c':false}],'d':{},'e':'x'}", TestText.Row(_output));
    }

    [TestMethod]
    public void Restarts_in_the_middle_of_a_document()
    {
        _json.BeginObject();
        _json.Key("a").Number(1);
        _json.Restart();
        _json.Number(2);
        Assert.AreEqual("2", TestText.Row(_output));
    }

    [TestMethod]
    public void Writes_null_for_what_is_not_known()
    {
        _json.Restart();
        _json.BeginArray();
        _json.NumberOrNull(-1, -1);
        _json.NumberOrNull(-1, 0);
        _json.AmpsOrNull(-1, -1);
        _json.AmpsOrNull(1280, -1);
        _json.TextOrNull(TestText.Bytes("ab"), 0);
        _json.TextOrNull(TestText.Bytes("ab"), 1);
        _json.IdOrNull(0);
        _json.IdOrNull(0x2B);
        _json.Text(null);
        _json.Version(new int[] { 4, 5, 13, 2 }, 3);
        _json.EndArray();
        Assert.AreEqual(
            "[null,-1,null,12.8,null,'a',null,'002b',null,'4.5.13']", TestText.Row(_output));
    }

    [TestMethod]
    [DataRow("", "''")]
    [DataRow("a b/c", "'a b/c'")]
    [DataRow("'\\", "'\\'\\\\'")]
    [DataRow("\n\t\u001F\u007F", "'\\u000a\\u0009\\u001f\\u007f'")]
    [DataRow("\u2400", "'\\u0000'")]
    [DataRow("\u00C3\u00A9\u00E2\u0082\u00AC\u00F0\u009F\u0098\u0080",
        "'\u00C3\u00A9\u00E2\u0082\u00AC\u00F0\u009F\u0098\u0080'")]
    [DataRow("\u00E9a", "'\\ufffda'")]
    [DataRow("a\u00C3", "'a\\ufffd'")]
    [DataRow("\u00E2\u0082\u0041", "'\\ufffd\\ufffdA'")]
    [DataRow("\u00ED\u00A0\u0080", "'\\ufffd\\ufffd\\ufffd'")]
    public void Makes_valid_text_of_any_bytes(string text, string expected)
    {
        byte[] bytes = TestText.Bytes("\u00C3" + text + "\u00A9");
        _json.Restart();
        _json.Text(bytes, 1, bytes.Length - 2);
        Assert.AreEqual(expected, TestText.Row(_output));
    }

    [TestMethod]
    public void Escapes_what_is_not_ascii_in_a_string()
    {
        _json.Restart();
        _json.Text("\u00E9\u20AC\"\n");
        Assert.AreEqual("'\\u00e9\\u20ac\\'\\u000a'", TestText.Row(_output));
    }
}
