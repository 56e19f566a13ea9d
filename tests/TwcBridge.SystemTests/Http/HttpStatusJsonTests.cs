using TwcBridge.Bus;
using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Charging;
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

    [TestMethod]
    public void The_longest_status_is_not_cut()
    {
        BoxFacts facts = new()
        {
            BoxId = new string('\u0001', BoxFacts.MaxTextLength),
            FirmwareVersion = new string('\u0001', BoxFacts.MaxTextLength),
            UnixSeconds = long.MaxValue,
            MqttReconnects = long.MaxValue,
            HeapFreeBytes = long.MaxValue,
            WifiRssiDbm = int.MaxValue,
        };
        BoxStatus status = new()
        {
            UptimeMs = long.MaxValue,
            Role = BusRole.StandingDown,
            RivalId = 0xFFFF,
            SiteLimitCentiamps = int.MaxValue,
            RequestedCentiamps = int.MaxValue,
            OfferedCentiamps = int.MaxValue,
            DrawnCentiamps = int.MaxValue,
            Source = ClaimSource.Failsafe,
            LeaseLeftMs = long.MaxValue / 2,
            FramesReceived = long.MaxValue,
            FramesSent = long.MaxValue,
            FramesBad = long.MaxValue,
            SendsRefused = long.MaxValue,
            AnswersMissed = long.MaxValue,
            ConnectorsLost = long.MaxValue,
            ConnectorCount = BoxStatus.MaxConnectors,
        };
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            Fill(status.Connector(i));
        }
        Assert.AreEqual(BoxStatus.MaxConnectors, Chargers(status, facts).Length);
    }

    private static void Fill(ConnectorStatus connector)
    {
        connector.Id = 0xFFFF;
        connector.Linked = true;
        connector.ChargerState = 0x03;
        connector.RequestedCentiamps = int.MaxValue;
        connector.OfferedCentiamps = int.MaxValue;
        connector.AcceptedCentiamps = int.MaxValue;
        connector.DrawnCentiamps = int.MaxValue;
        connector.MinCentiamps = int.MaxValue;
        connector.MaxCentiamps = int.MaxValue;
        connector.LeaseLeftMs = long.MaxValue / 2;
        connector.Fault = ConnectorFault.AcceptsMoreThanOffered;
        connector.EnergyRaw = long.MaxValue;
        connector.SilentMs = long.MaxValue;
        Array.Fill(connector.CurrentCentiamps, int.MaxValue);
        Array.Fill(connector.Volts, int.MaxValue);
        Array.Fill(connector.Version, int.MaxValue);
        Array.Fill(connector.Serial, (byte)1);
        Array.Fill(connector.Vin, (byte)1);
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
