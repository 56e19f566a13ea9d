using System;
using System.Text;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Http;

[TestClass]
public class HttpAllocationTests
{
    private const int Rounds = 50;

    private static readonly byte[][] Requests =
    [
        Bytes("HEAD / HTTP/1.1\r\nHost: box\r\nCookie: a=b\r\n\r\n"),
        Bytes("GET /healthz HTTP/1.1\r\nHost: 10.0.0.2:80\r\n\r\n"),
        Bytes("GET /api/v1/status HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET /api/v1/bus HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET /api/v1/chargers/1a2b HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET /api/v1/chargers/ffff HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET /nothing?x=y HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"),
        Bytes("POST / HTTP/1.1\r\nHost: box\r\n\r\n"),
        Bytes("GET / HTTP/1.1\r\nHost : box\r\n\r\n"),
        Bytes("GET / HTTP/1.1\r\nHost: b"),
        Put("/api/v1/limit", "{\"amps\":13,\"ttl\":120}"),
        Put("/api/v1/chargers/1a2b/enabled", "{\"enabled\":false}"),
        Put("/api/v1/limit", "{\"amps\":13,\"amsp\":120}"),
        Put("/api/v1/limit", "{\"amps\":"),
        Bytes("DELETE /api/v1/limit HTTP/1.1\r\nHost: box\r\n\r\n"),
    ];

    private static readonly BusReport Report = new();
    private static readonly Timings Timings = new();

    // But for the page, of which each piece is made when its turn comes.
    [TestMethod]
    public void No_request_allocates_after_start_up()
    {
        HttpServer server = new(
            new HttpOptions { HostNames = ["box"] }, new BoxFacts { BoxId = "a1b2c3" }, 0, 8);
        BoxStatus status = new() { ConnectorCount = 1 };
        status.Connector(0).Id = 0x1A2B;
        Command command = new();
        CommandResult result = new();
        long nowMs = 0;
        for (int round = 0; round < 3; round++)
        {
            Serve(server, status, command, result, ref nowMs);
        }
        long served = server.Served;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            Serve(server, status, command, result, ref nowMs);
        }
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.AreEqual(7 * Rounds, server.Served - served, "the requests were not served");
    }

    private static void Serve(
        HttpServer server, BoxStatus status, Command command, CommandResult result, ref long nowMs)
    {
        foreach (byte[] request in Requests)
        {
            server.OnStatus(status, nowMs);
            int client = server.OnAccepted(nowMs);
            server.OnReceived(client, request, request.Length, nowMs);
            if (server.WantsReport)
            {
                server.OnReport(Report, Timings, nowMs);
            }
            if (server.TryNextCommand(command))
            {
                result.Ticket = command.Ticket;
                server.OnResult(result, nowMs);
            }
            nowMs += HttpConnection.ReadTimeoutMs;
            server.OnTime(nowMs);
            while (server.PendingLength(client) > 0)
            {
                server.OnSent(client, Math.Min(500, server.PendingLength(client)), nowMs);
            }
            server.OnClosed(client);
        }
    }

    private static byte[] Put(string path, string body)
    {
        return Bytes($"PUT {path} HTTP/1.1\r\nHost: box\r\nContent-Type: application/json\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n{body}");
    }

    private static byte[] Bytes(string text)
    {
        return Encoding.ASCII.GetBytes(text);
    }
}
