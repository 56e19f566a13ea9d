namespace TwcBridge.UnitTests.Http;

/// <summary>Reads an answer as a client would, and insists on its framing.</summary>
internal static class HttpAnswer
{
    public static string Status(string answer)
    {
        Assert.IsTrue(answer.StartsWith("HTTP/1.1 "), "no answer: " + answer);
        return answer.Substring(9, 3);
    }

    /// <summary>The value, or null when the head has no such line.</summary>
    public static string Header(string answer, string name)
    {
        int headEnd = HeadEnd(answer);
        int start = answer.IndexOf("\r\n" + name + ": ");
        if (start < 0 || start > headEnd)
        {
            return null;
        }
        start += name.Length + 4;
        return answer.Substring(start, answer.IndexOf("\r\n", start) - start).Trim();
    }

    /// <summary>The body, which has to be as long as the head says.</summary>
    public static string Body(string answer)
    {
        string body = answer.Substring(HeadEnd(answer) + 4);
        if (Header(answer, "Transfer-Encoding") == "chunked")
        {
            Assert.IsNull(Header(answer, "Content-Length"), "two lengths");
            return Unchunk(body);
        }
        Assert.AreEqual(Header(answer, "Content-Length"), body.Length.ToString(), answer);
        return body;
    }

    /// <summary>Status, code and field of an error: "404 not_found null".</summary>
    public static string Error(string answer)
    {
        string body = Body(answer);
        return Status(answer) + " " + Member(body, "code") + " " + Member(body, "field");
    }

    /// <summary>The text of one member of a flat JSON object, without its quotes.</summary>
    public static string Member(string json, string name)
    {
        int start = json.IndexOf("\"" + name + "\":");
        Assert.IsTrue(start >= 0, name + " is missing in " + json);
        start += name.Length + 3;
        bool isText = json[start] == '"';
        start += isText ? 1 : 0;
        char[] ends = isText ? new char[] { '"' } : new char[] { ',', '}' };
        int end = json.IndexOfAny(ends, start);
        return json.Substring(start, end - start);
    }

    private static string Unchunk(string text)
    {
        string body = "";
        int at = 0;
        int length = -1;
        while (length != 0)
        {
            int lineEnd = text.IndexOf("\r\n", at);
            Assert.IsTrue(lineEnd > 0, "no last chunk");
            length = System.Convert.ToInt32(text.Substring(at, lineEnd - at), 16);
            at = lineEnd + 2;
            body += text.Substring(at, length);
            at += length;
            Assert.AreEqual("\r\n", text.Substring(at, 2), "the end of a chunk");
            at += 2;
        }
        Assert.AreEqual(text.Length, at, "bytes behind the last chunk");
        return body;
    }

    private static int HeadEnd(string answer)
    {
        int end = answer.IndexOf("\r\n\r\n");
        Assert.IsTrue(end > 0, "no head: " + answer);
        return end;
    }
}
