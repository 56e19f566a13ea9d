using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpResponseTests
{
    [TestMethod]
    [DataRow(0, false)]
    [DataRow(1, false)]
    [DataRow(HttpResponse.PieceCapacity, false)]
    [DataRow(HttpResponse.PieceCapacity + 1, true)]
    public void A_piece_that_overflows_cuts_the_answer(int length, bool isCut)
    {
        HttpResponse response = Begun(true);
        response.BeginChunks("text/plain");
        response.OnSent(response.PendingLength);
        WriteChunk(response, length);
        response.EndChunks();
        Assert.AreEqual(isCut, response.IsCut);
        response.Restart(true);
        Assert.IsFalse(response.IsCut, "after a restart");
    }

    [TestMethod]
    public void A_body_that_overflows_cuts_the_answer()
    {
        HttpResponse response = Begun(true);
        response.BeginBody("text/plain");
        Fill(response, HttpResponse.Capacity);
        response.EndBody();
        Assert.IsTrue(response.IsCut);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(9)]
    [DataRow(10)]
    [DataRow(900)]
    public void A_body_comes_with_its_length(int length)
    {
        HttpResponse response = Begun(true);
        response.BeginBody("text/plain");
        Fill(response, length);
        response.EndBody();
        Assert.AreEqual(new string('x', length), HttpAnswer.Body(Text(response)));
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(15)]
    [DataRow(16)]
    [DataRow(1000)]
    public void Chunks_come_with_their_lengths_and_an_empty_one_is_no_end(int length)
    {
        HttpResponse response = Begun(true);
        response.BeginChunks("text/plain");
        string answer = Sent(response);
        WriteChunk(response, length);
        answer += Sent(response);
        WriteChunk(response, 0);
        answer += Sent(response);
        WriteChunk(response, 1);
        response.EndChunks();
        answer += Sent(response);
        Assert.AreEqual(new string('x', length + 1), HttpAnswer.Body(answer));
    }

    [TestMethod]
    public void The_longest_head_fits()
    {
        HttpResponse response = Begun(true);
        response.Header("Content-Security-Policy", PageParts.ContentSecurityPolicy);
        response.Header("Content-Encoding", "gzip");
        response.BeginChunks("text/html; charset=utf-8");
        Assert.IsFalse(response.Bytes.Overflowed);
    }

    [TestMethod]
    public void Without_a_body_the_length_still_stands()
    {
        HttpResponse response = Begun(false);
        response.BeginBody("text/plain");
        Fill(response, 10);
        response.EndBody();
        string answer = Text(response);
        Assert.AreEqual("10", HttpAnswer.Header(answer, "Content-Length"));
        Assert.IsTrue(answer.EndsWith("\r\n\r\n"));
    }

    [TestMethod]
    [DataRow(408, "408 Request Timeout")]
    [DataRow(413, "413 Content Too Large")]
    [DataRow(505, "505 HTTP Version Not Supported")]
    public void A_status_has_its_words(int status, string words)
    {
        HttpResponse response = new HttpResponse();
        response.Restart(true);
        response.Begin(status);
        string line = HttpBytes.Text(response.Buffer, 0, words.Length + 11);
        Assert.AreEqual("HTTP/1.1 " + words + "\r\n", line);
    }

    private static HttpResponse Begun(bool withBody)
    {
        HttpResponse response = new HttpResponse();
        response.Restart(withBody);
        response.Begin(200);
        return response;
    }

    private static void WriteChunk(HttpResponse response, int length)
    {
        response.BeginChunk();
        Fill(response, length);
        response.EndChunk();
    }

    private static void Fill(HttpResponse response, int length)
    {
        for (int i = 0; i < length; i++)
        {
            response.Bytes.Byte('x');
        }
    }

    private static string Sent(HttpResponse response)
    {
        string text = Text(response);
        response.OnSent(response.PendingLength);
        return text;
    }

    private static string Text(HttpResponse response)
    {
        return HttpBytes.Text(response.Buffer, response.PendingOffset, response.PendingLength);
    }
}
