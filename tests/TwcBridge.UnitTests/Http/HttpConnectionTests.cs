using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpConnectionTests
{
    [TestMethod]
    public void An_answer_that_is_cut_closes_at_once()
    {
        HttpConnection connection = Ready();
        connection.Response.BeginJson(200);
        Overflow(connection.Response);
        connection.Response.EndBody();
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
        connection.Response.BeginChunk();
        Overflow(connection.Response);
        connection.Response.EndChunk();
        Assert.IsTrue(connection.WantsClose);
        Assert.AreEqual(0, connection.PendingLength);
    }

    [TestMethod]
    public void Bytes_that_left_after_the_deadline_change_nothing()
    {
        HttpConnection connection = Ready();
        connection.Response.BeginJson(200);
        connection.Response.EndBody();
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
        connection.OnReceived(request, 0, request.Length, 0);
        Assert.IsTrue(connection.WantsAdmission);
        connection.OnAdmitted(null, 0);
        return connection;
    }

    private static void Overflow(HttpResponse response)
    {
        for (int i = 0; i <= HttpResponse.Capacity; i++)
        {
            response.Bytes.Byte('x');
        }
    }
}
