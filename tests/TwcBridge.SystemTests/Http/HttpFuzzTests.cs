using System;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Http;

[TestClass]
public class HttpFuzzTests
{
    private const int Cases = 20_000;

    private static readonly string[] Requests =
    [
        "GET /api/v1/status?a=b HTTP/1.1\r\nHost: 10.0.0.2:80\r\nCookie: a=b\r\n\r\n",
        "DELETE /api/v1/chargers/1a2b/limit HTTP/1.1\r\nHost: [::1]\r\n\r\n",
        "PUT /api/v1/limit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: 21\r\n\r\n{\"amps\":13,\"ttl\":120}",
    ];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Whatever_comes_is_read_alike_in_pieces_and_the_place_is_free_again(int seed)
    {
        Random random = new(seed);
        HttpRequestParser whole = new(new byte[HttpResponse.Capacity]);
        HttpRequestParser pieces = new(new byte[HttpResponse.Capacity]);
        HttpServer server = new(new HttpOptions(), new BoxFacts(), 0, 8);
        BoxStatus status = new();
        for (int i = 0; i < Cases; i++)
        {
            byte[] bytes = Spoil(Requests[random.Next(Requests.Length)], random);
            int split = random.Next(bytes.Length + 1);
            string name = $"seed {seed}, case {i}: {Encoding.Latin1.GetString(bytes)}";
            whole.Restart();
            whole.Push(bytes, 0, bytes.Length);
            pieces.Restart();
            pieces.Push(bytes, 0, split);
            pieces.Push(bytes, split, bytes.Length);
            Assert.AreEqual(whole.Status, pieces.Status, name);
            Assert.AreEqual(whole.Problem, pieces.Problem, name);
            server.OnStatus(status, i);
            ServeToTheEnd(server, bytes, i, name);
        }
        Assert.IsTrue(server.Served > Cases / 20, $"{server.Served} were served");
        Assert.IsTrue(server.Refused > Cases / 20, $"{server.Refused} were refused");
    }

    private static byte[] Spoil(string request, Random random)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(request);
        for (int left = random.Next(4); left > 0; left--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(4) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], bytes[at], .. bytes[at..]],
                _ => [.. bytes[..at], (byte)"\r\n :\t0"[random.Next(6)], .. bytes[at..]],
            };
        }
        return bytes;
    }

    private static void ServeToTheEnd(HttpServer server, byte[] bytes, long nowMs, string name)
    {
        Command command = new();
        int client = server.OnAccepted(nowMs);
        server.OnReceived(client, bytes, bytes.Length, nowMs);
        while (server.TryNextCommand(command))
        {
            server.OnResult(new CommandResult { Ticket = command.Ticket }, nowMs);
        }
        for (int turn = 0; turn < 100 && !server.WantsClose(client); turn++)
        {
            nowMs += 100;
            server.OnTime(nowMs);
            server.OnSent(client, server.PendingLength(client), nowMs);
        }
        Assert.IsTrue(server.WantsClose(client), name);
        server.OnClosed(client);
    }
}
