using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpRequestParserTests
{
    [TestMethod]
    public void Reads_every_valid_request()
    {
        foreach (RequestVector vector in RequestVectors.Valid)
        {
            Assert.AreEqual(vector.Meaning, Whole(RequestVector.Parser(), vector), vector.Name);
        }
    }

    [TestMethod]
    public void Refuses_every_other_by_name()
    {
        foreach (RequestVector vector in RequestVectors.Refused)
        {
            Assert.AreEqual(vector.Meaning, Whole(RequestVector.Parser(), vector), vector.Name);
        }
    }

    [TestMethod]
    public void No_request_poisons_the_next()
    {
        HttpRequestParser parser = RequestVector.Parser();
        RequestVector[][] tables = { RequestVectors.Valid, RequestVectors.Refused };
        foreach (RequestVector before in RequestVectors.Valid)
        {
            foreach (RequestVector[] table in tables)
            {
                foreach (RequestVector vector in table)
                {
                    Whole(parser, before);
                    string name = vector.Name + " after " + before.Name;
                    Assert.AreEqual(vector.Meaning, Whole(parser, vector), name);
                    Assert.AreEqual(before.Meaning, Whole(parser, before), name);
                }
            }
        }
    }

    [TestMethod]
    public void Every_prefix_of_a_valid_request_is_incomplete_and_takes_its_rest()
    {
        HttpRequestParser parser = RequestVector.Parser();
        foreach (RequestVector vector in RequestVectors.Valid)
        {
            byte[] wire = HttpBytes.Of(vector.Wire);
            for (int cut = 0; cut < wire.Length; cut++)
            {
                string name = vector.Name + " cut at " + cut;
                parser.Restart();
                RequestVector.Feed(parser, wire, cut);
                Assert.AreEqual("incomplete", RequestVector.Read(parser), name);
                int rest = wire.Length - cut;
                RequestVector.Feed(parser, HttpBytes.Part(wire, cut, rest), rest);
                Assert.AreEqual(vector.Meaning, RequestVector.Read(parser), name);
            }
        }
    }

    [TestMethod]
    public void Byte_by_byte_means_the_same_as_whole()
    {
        HttpRequestParser parser = RequestVector.Parser();
        RequestVector[][] tables = { RequestVectors.Valid, RequestVectors.Refused };
        foreach (RequestVector[] table in tables)
        {
            foreach (RequestVector vector in table)
            {
                parser.Restart();
                ByteByByte(parser, vector);
                Assert.AreEqual(vector.Meaning, RequestVector.Read(parser), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Refuses_a_line_only_when_it_has_ended()
    {
        HttpRequestParser parser = RequestVector.Parser();
        foreach (RequestVector vector in RequestVectors.Refused)
        {
            parser.Restart();
            RequestVector.Feed(parser, HttpBytes.Of(vector.Wire), vector.Wire.Length - 1);
            Assert.AreEqual("incomplete", RequestVector.Read(parser), vector.Name);
        }
    }

    [TestMethod]
    public void Bytes_behind_a_request_change_nothing()
    {
        HttpRequestParser parser = RequestVector.Parser();
        RequestVector[][] tables = { RequestVectors.Valid, RequestVectors.Refused };
        foreach (RequestVector[] table in tables)
        {
            foreach (RequestVector vector in table)
            {
                byte[] wire = HttpBytes.Of(vector.Wire + "GET /x HTTP/1.1\r\nHost: y\r\n\r\n");
                parser.Restart();
                RequestVector.Feed(parser, wire, wire.Length);
                RequestVector.Feed(parser, wire, wire.Length);
                Assert.AreEqual(vector.Meaning, RequestVector.Read(parser), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Takes_only_the_bytes_that_were_received()
    {
        HttpRequestParser parser = RequestVector.Parser();
        byte[] wire = HttpBytes.Of("GET / HTTP/1.1\r\nHost: box\r\n\r\nleft over from before");
        parser.Restart();
        RequestVector.Feed(parser, wire, 14);
        Assert.AreEqual("incomplete", RequestVector.Read(parser));
    }

    [TestMethod]
    public void Keeps_the_headers_that_we_use()
    {
        HttpRequestParser parser = RequestVector.Parser();
        byte[] wire = HttpBytes.Of(
            "GET / HTTP/1.1\r\nHost: box\r\nAuthorization: Basic dTpw\r\nCookie: a=b; c=d\r\n"
            + "If-Match: \"17\"\r\nContent-Type:  text/plain \r\nConnection: keep-alive\r\n\r\n");
        parser.Restart();
        RequestVector.Feed(parser, wire, wire.Length);
        HttpRequest request = parser.Request;
        Assert.AreEqual("Basic dTpw", RequestVector.Show(request, HttpField.Authorization));
        Assert.AreEqual("a=b; c=d", RequestVector.Show(request, HttpField.Cookie));
        Assert.AreEqual("\"17\"", RequestVector.Show(request, HttpField.IfMatch));
        Assert.AreEqual("text/plain", RequestVector.Show(request, HttpField.ContentType));
        Assert.AreEqual("-", RequestVector.Show(request, HttpField.Expect));
    }

    [TestMethod]
    [DataRow(2047, "GET / ?- box ")]
    [DataRow(2048, "GET / ?- box ")]
    [DataRow(2049, "head_too_large")]
    public void A_head_has_2048_bytes_at_most(int length, string meaning)
    {
        const string Before = "GET / HTTP/1.1\r\nHost: box\r\nX: ";
        const string Behind = "\r\n\r\n";
        string fill = new string('x', length - Before.Length - Behind.Length);
        Expect(Before + fill + Behind, meaning);
    }

    [TestMethod]
    [DataRow(2047, "GET / ?- box ")]
    [DataRow(2048, "GET / ?- box ")]
    [DataRow(2049, "head_too_large")]
    public void A_head_of_short_headers_has_no_other_limit(int length, string meaning)
    {
        string head = "GET / HTTP/1.1\r\nHost: box\r\n";
        while (head.Length < length - 50)
        {
            head += "Accept: text/html\r\n";
        }
        Expect(head + "X: " + new string('x', length - head.Length - 7) + "\r\n\r\n", meaning);
    }

    [TestMethod]
    [DataRow(256, true)]
    [DataRow(257, false)]
    public void A_target_has_256_bytes_at_most(int length, bool isRead)
    {
        string path = "/" + new string('x', length - 1);
        Expect(
            "GET " + path + " HTTP/1.1\r\nHost: box\r\n\r\n",
            isRead ? "GET " + path + " ?- box " : "target_too_long");
    }

    [TestMethod]
    public void A_first_line_without_an_end_is_too_long()
    {
        Expect("GET /" + new string('x', 800), "incomplete");
        Expect("GET /" + new string('x', 1200), "target_too_long");
    }

    [TestMethod]
    [DataRow(2048, "incomplete")]
    [DataRow(2049, "head_too_large")]
    public void A_header_without_an_end_is_too_long(int length, string meaning)
    {
        const string Before = "GET / HTTP/1.1\r\nX: ";
        Expect(Before + new string('x', length - Before.Length), meaning);
    }

    [TestMethod]
    [DataRow("X: ", "", "GET / ?- box ")]
    [DataRow("X: ", "\t\u00E9", "GET / ?- box ")]
    [DataRow("X: ", "\u007F", "control_character")]
    [DataRow("X: ", "\rx", "control_character")]
    [DataRow("X: ", "\r", "control_character")]
    [DataRow("X: ", "\n", "bare_line_feed")]
    [DataRow("X : ", "", "bad_header")]
    [DataRow("X", "", "bad_header")]
    public void A_header_beyond_the_buffer_is_judged_like_any_other(
        string name, string odd, string meaning)
    {
        string before = "GET / HTTP/1.1\r\n" + name;
        string behind = odd + "\r\nHost: box\r\n\r\n";
        int[] lengths = { 807, 808, 809, 810, 811, 812, 813, 814, 815, 1000, 1500 };
        foreach (int length in lengths)
        {
            Expect(before + new string('x', length) + behind, meaning);
        }
    }

    [TestMethod]
    public void A_header_that_we_use_has_to_fit_the_buffer()
    {
        const string Before = "GET / HTTP/1.1\r\nHost: box\r\nCookie: ";
        Expect(Before + new string('x', 750) + "\r\n\r\n", "GET / ?- box ");
        Expect(Before + new string('x', 900) + "\r\n\r\n", "head_too_large");
    }

    [TestMethod]
    [DataRow(256)]
    [DataRow(257)]
    [DataRow(4096)]
    public void A_body_goes_where_there_is_room(int length)
    {
        string head = "PUT / HTTP/1.1\r\nHost: box\r\nContent-Length: " + length + "\r\n\r\n";
        string body = new string('x', length);
        Expect(head + body, "PUT / ?- box " + body);
    }

    private static void Expect(string wire, string meaning)
    {
        HttpRequestParser parser = RequestVector.Parser();
        RequestVector vector = new RequestVector("", wire, meaning);
        Assert.AreEqual(meaning, Whole(parser, vector), "whole");
        parser.Restart();
        ByteByByte(parser, vector);
        Assert.AreEqual(meaning, RequestVector.Read(parser), "byte by byte");
    }

    private static string Whole(HttpRequestParser parser, RequestVector vector)
    {
        parser.Restart();
        RequestVector.Feed(parser, HttpBytes.Of(vector.Wire), vector.Wire.Length);
        return RequestVector.Read(parser);
    }

    private static void ByteByByte(HttpRequestParser parser, RequestVector vector)
    {
        byte[] one = new byte[1];
        foreach (byte value in HttpBytes.Of(vector.Wire))
        {
            one[0] = value;
            RequestVector.Feed(parser, one, 1);
        }
    }
}
