using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpResponseTests
{
    [TestMethod]
    [DataRow(HttpResponse.PieceCapacity, false)]
    [DataRow(HttpResponse.PieceCapacity + 1, true)]
    public void A_piece_that_overflows_cuts_the_answer(int length, bool isCut)
    {
        ByteWriter piece = new ByteWriter(HttpResponse.PieceCapacity);
        for (int i = 0; i < length; i++)
        {
            piece.Byte('x');
        }
        HttpResponse whole = Begun(true);
        whole.Body("text/plain", piece);
        Assert.AreEqual(isCut, whole.IsCut, "whole");

        HttpResponse chunked = Begun(true);
        chunked.BeginChunks("text/plain");
        chunked.Chunk(piece);
        chunked.EndChunks();
        Assert.AreEqual(isCut, chunked.IsCut, "chunked");

        whole.Restart(true);
        Assert.IsFalse(whole.IsCut, "after a restart");
    }

    [TestMethod]
    public void A_piece_too_many_cuts_the_answer()
    {
        ByteWriter piece = new ByteWriter(HttpResponse.PieceCapacity);
        for (int i = 0; i < HttpResponse.PieceCapacity; i++)
        {
            piece.Byte('x');
        }
        HttpResponse response = Begun(true);
        response.BeginChunks("text/plain");
        response.Chunk(piece);
        response.Chunk(piece);
        Assert.IsTrue(response.IsCut);
    }

    [TestMethod]
    public void The_longest_head_fits()
    {
        HttpResponse response = Begun(true);
        response.Header("Content-Security-Policy", PageParts.ContentSecurityPolicy);
        response.BeginChunks("text/html; charset=utf-8");
        int room = response.Buffer.Length - HttpResponse.PieceCapacity;
        Assert.IsTrue(response.PendingLength <= room, response.PendingLength + " of " + room);
    }

    [TestMethod]
    public void Without_a_body_the_length_still_stands()
    {
        ByteWriter body = new ByteWriter(10);
        body.Ascii("0123456789");
        HttpResponse response = Begun(false);
        response.Body("text/plain", body);
        string answer = HttpBytes.Text(response.Buffer, 0, response.PendingLength);
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
}
