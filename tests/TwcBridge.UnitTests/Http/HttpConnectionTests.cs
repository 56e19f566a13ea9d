using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpConnectionTests
{
    [TestMethod]
    public void An_answer_that_is_cut_closes_at_once()
    {
        HttpConnection connection = Ready();
        connection.Response.Begin(200);
        connection.Response.Body("text/plain", Oversized());
        connection.OnAnswered(0);
        Assert.IsTrue(connection.WantsClose);
        Assert.AreEqual(0, connection.PendingLength);
    }

    [TestMethod]
    public void A_chunk_that_is_cut_closes_at_once()
    {
        HttpConnection connection = Ready();
        connection.Response.Begin(200);
        connection.Response.BeginChunks("text/plain");
        connection.OnAnswered(0);
        Assert.IsFalse(connection.WantsChunk, "before the head has left");
        connection.OnSent(connection.PendingLength, 0);
        Assert.IsTrue(connection.WantsChunk);
        connection.Response.Chunk(Oversized());
        Assert.IsTrue(connection.WantsClose);
        Assert.AreEqual(0, connection.PendingLength);
    }

    [TestMethod]
    public void Bytes_that_left_after_the_deadline_change_nothing()
    {
        HttpConnection connection = Ready();
        ByteWriter body = new ByteWriter(1);
        connection.Response.Begin(200);
        connection.Response.Body("text/plain", body);
        connection.OnAnswered(0);
        int length = connection.PendingLength;
        connection.OnTime(HttpConnection.WriteTimeoutMs);
        connection.OnClosed();
        connection.OnAccepted(HttpConnection.WriteTimeoutMs);
        connection.OnSent(length, HttpConnection.WriteTimeoutMs);
        Assert.IsFalse(connection.WantsClose);
        Assert.AreEqual(0, connection.PendingLength);
    }

    private static HttpConnection Ready()
    {
        HttpConnection connection = new HttpConnection();
        byte[] request = HttpBytes.Of(HttpRig.Get("/"));
        connection.OnAccepted(0);
        connection.OnReceived(request, request.Length, 0);
        return connection;
    }

    private static ByteWriter Oversized()
    {
        ByteWriter piece = new ByteWriter(1);
        piece.Ascii("xx");
        return piece;
    }
}
