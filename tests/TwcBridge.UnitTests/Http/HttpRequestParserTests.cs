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
            Assert.AreEqual(vector.Meaning, Whole(new HttpRequestParser(), vector), vector.Name);
        }
    }

    [TestMethod]
    public void Refuses_every_other_by_name()
    {
        foreach (RequestVector vector in RequestVectors.Refused)
        {
            Assert.AreEqual(vector.Meaning, Whole(new HttpRequestParser(), vector), vector.Name);
        }
    }

    [TestMethod]
    public void No_request_poisons_the_next()
    {
        HttpRequestParser parser = new HttpRequestParser();
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
        HttpRequestParser parser = new HttpRequestParser();
        foreach (RequestVector vector in RequestVectors.Valid)
        {
            byte[] wire = HttpBytes.Of(vector.Wire);
            for (int cut = 0; cut < wire.Length; cut++)
            {
                string name = vector.Name + " cut at " + cut;
                parser.Restart();
                parser.Push(wire, cut);
                Assert.AreEqual("incomplete", RequestVector.Read(parser), name);
                parser.Push(HttpBytes.Part(wire, cut, wire.Length - cut), wire.Length - cut);
                Assert.AreEqual(vector.Meaning, RequestVector.Read(parser), name);
            }
        }
    }

    [TestMethod]
    public void Byte_by_byte_means_the_same_as_whole()
    {
        HttpRequestParser parser = new HttpRequestParser();
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
        HttpRequestParser parser = new HttpRequestParser();
        foreach (RequestVector vector in RequestVectors.Refused)
        {
            parser.Restart();
            parser.Push(HttpBytes.Of(vector.Wire), vector.Wire.Length - 1);
            Assert.AreEqual("incomplete", RequestVector.Read(parser), vector.Name);
        }
    }

    [TestMethod]
    public void Bytes_behind_a_request_change_nothing()
    {
        HttpRequestParser parser = new HttpRequestParser();
        RequestVector[][] tables = { RequestVectors.Valid, RequestVectors.Refused };
        foreach (RequestVector[] table in tables)
        {
            foreach (RequestVector vector in table)
            {
                byte[] wire = HttpBytes.Of(vector.Wire + "GET /x HTTP/1.1\r\nHost: y\r\n\r\n");
                parser.Restart();
                parser.Push(wire, wire.Length);
                parser.Push(wire, wire.Length);
                Assert.AreEqual(vector.Meaning, RequestVector.Read(parser), vector.Name);
            }
        }
    }

    [TestMethod]
    public void Takes_only_the_bytes_that_were_received()
    {
        HttpRequestParser parser = new HttpRequestParser();
        byte[] wire = HttpBytes.Of("GET / HTTP/1.1\r\nHost: box\r\n\r\nleft over from before");
        parser.Restart();
        parser.Push(wire, 14);
        Assert.AreEqual("incomplete", RequestVector.Read(parser));
    }

    [TestMethod]
    public void Keeps_the_headers_that_we_use()
    {
        HttpRequestParser parser = new HttpRequestParser();
        byte[] wire = HttpBytes.Of(
            "GET / HTTP/1.1\r\nHost: box\r\nAuthorization: Basic dTpw\r\nCookie: a=b; c=d\r\n"
            + "If-Match: \"17\"\r\nContent-Type:  text/plain \r\nConnection: keep-alive\r\n\r\n");
        parser.Restart();
        parser.Push(wire, wire.Length);
        HttpRequest request = parser.Request;
        Assert.AreEqual("Basic dTpw", RequestVector.Show(request.Header(HttpHeader.Authorization)));
        Assert.AreEqual("a=b; c=d", RequestVector.Show(request.Header(HttpHeader.Cookie)));
        Assert.AreEqual("\"17\"", RequestVector.Show(request.Header(HttpHeader.IfMatch)));
        Assert.AreEqual("text/plain", RequestVector.Show(request.Header(HttpHeader.ContentType)));
        Assert.AreEqual("-", RequestVector.Show(request.Header(HttpHeader.Expect)));
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
    [DataRow(2048, "incomplete")]
    [DataRow(2049, "target_too_long")]
    public void A_first_line_without_an_end_is_too_long(int length, string meaning)
    {
        Expect("GET /" + new string('x', length - 5), meaning);
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
    [DataRow(4095, "complete")]
    [DataRow(4096, "complete")]
    [DataRow(4097, "body_too_large")]
    public void A_body_has_4096_bytes_at_most(int length, string meaning)
    {
        string head = "PUT / HTTP/1.1\r\nHost: box\r\nContent-Length: " + length + "\r\n\r\n";
        string body = new string('x', length);
        Expect(head + body, meaning == "complete" ? "PUT / ?- box " + body : meaning);
    }

    private static void Expect(string wire, string meaning)
    {
        HttpRequestParser parser = new HttpRequestParser();
        RequestVector vector = new RequestVector("", wire, meaning);
        Assert.AreEqual(meaning, Whole(parser, vector), "whole");
        parser.Restart();
        ByteByByte(parser, vector);
        Assert.AreEqual(meaning, RequestVector.Read(parser), "byte by byte");
    }

    private static string Whole(HttpRequestParser parser, RequestVector vector)
    {
        parser.Restart();
        parser.Push(HttpBytes.Of(vector.Wire), vector.Wire.Length);
        return RequestVector.Read(parser);
    }

    private static void ByteByByte(HttpRequestParser parser, RequestVector vector)
    {
        byte[] one = new byte[1];
        foreach (byte value in HttpBytes.Of(vector.Wire))
        {
            one[0] = value;
            parser.Push(one, 1);
        }
    }
}
