using TwcBridge.Bus;
using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Http;

/// <summary>The status as a foreign JSON reader sees it.</summary>
[TestClass]
public class HttpStatusJsonTests
{
    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(BoxStatus.MaxConnectors)]
    public void A_JSON_reader_finds_the_box_and_every_connector(int connectorCount)
    {
        BoxStatus status = new();
        for (int i = 0; i < connectorCount; i++)
        {
            status.Connector(i).Id = 0x1A2B + i;
        }
        status.ConnectorCount = connectorCount;
        JsonElement[] connectors = Chargers(status, new BoxFacts());
        CollectionAssert.AreEqual(
            Enumerable.Range(0x1A2B, connectorCount).Select(id => id.ToString("x4")).ToArray(),
            connectors.Select(connector => connector.GetProperty("id").GetString()).ToArray());
    }

    private static JsonElement[] Chargers(BoxStatus status, BoxFacts facts)
    {
        HttpServer server = new(new HttpOptions(), facts, 0, 8);
        server.OnStatus(status, 0);
        byte[] request = "GET /api/v1/status HTTP/1.1\r\nHost: [::1]\r\n\r\n"u8.ToArray();
        int client = server.OnAccepted(0);
        server.OnReceived(client, request, request.Length, 0);
        StringBuilder answer = new();
        while (server.PendingLength(client) > 0)
        {
            int length = server.PendingLength(client);
            answer.Append(Encoding.UTF8.GetString(
                server.PendingBuffer(client), server.PendingOffset(client), length));
            server.OnSent(client, length, 0);
        }
        return JsonDocument.Parse(Unchunk(answer.ToString())).RootElement
            .GetProperty("chargers").EnumerateArray().ToArray();
    }

    /// <summary>Every chunk stands between two lines of its own, for JSON of ours holds none.
    /// </summary>
    private static string Unchunk(string answer)
    {
        string[] lines = answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]
            .Split("\r\n");
        Assert.AreEqual("0", lines[^3], "the last chunk");
        return string.Concat(lines.Where((_, i) => i % 2 == 1));
    }
}
