using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>What the box remembers: events, the last day, and itself.</summary>
[TestClass]
public class HttpRecordsTests
{
    private const int Minute = 60_000;

    private readonly HttpRig _rig = new HttpRig();

    [TestMethod]
    public void The_log_is_numbered_and_read_from_where_one_was()
    {
        Assert.AreEqual("{\"v\":1,\"last\":0,\"events\":[]}", Log(""));
        _rig.AddConnector(0x1A2B);
        _rig.Advance(1000);
        string one = "{\"n\":1,\"ts\":0,\"event_type\":\"connector_linked\","
            + "\"charger\":\"1a2b\",\"rival\":null,\"detail\":null}";
        Assert.AreEqual("{\"v\":1,\"last\":1,\"events\":[" + one + "]}", Log(""));
        _rig.Status.RivalId = 0xC0DB;
        _rig.Advance(1000);
        string two = "{\"n\":2,\"ts\":0,\"event_type\":\"rival_seen\","
            + "\"charger\":null,\"rival\":\"c0db\",\"detail\":null}";
        Assert.AreEqual("{\"v\":1,\"last\":2,\"events\":[" + one + "," + two + "]}", Log("?a=b"));
        Assert.AreEqual("{\"v\":1,\"last\":2,\"events\":[" + two + "]}", Log("?since=1"));
        Assert.AreEqual("{\"v\":1,\"last\":2,\"events\":[]}", Log("?x=y&since=2"));
        Assert.AreEqual("{\"v\":1,\"last\":2,\"events\":[]}", Log("?since=999"));
    }

    [TestMethod]
    [DataRow("?since=")]
    [DataRow("?since=x")]
    [DataRow("?since=-1")]
    [DataRow("?since=99999999999999999999")]
    [DataRow("?")]
    [DataRow("?&&=")]
    public void A_number_that_is_none_reads_from_the_start(string query)
    {
        _rig.AddConnector(0x1A2B);
        _rig.Advance(1000);
        Assert.IsTrue(Log(query).IndexOf("\"n\":1,") > 0);
    }

    [TestMethod]
    public void The_log_keeps_the_newest()
    {
        _rig.AddConnector(0x1A2B);
        for (int i = 0; i < EventLog.Capacity + 3; i++)
        {
            _rig.Status.Connector(0).Linked = i % 2 == 0;
            _rig.Advance(1000);
        }
        string log = Log("");
        Assert.AreEqual((EventLog.Capacity + 3).ToString(), HttpAnswer.Member(log, "last"));
        Assert.IsTrue(log.IndexOf("\"n\":3,") < 0, log);
        Assert.IsTrue(log.IndexOf("\"events\":[{\"n\":4,") > 0, log);
        Assert.IsTrue(log.EndsWith("}]}"), log);
    }

    [TestMethod]
    public void A_refused_command_is_in_the_log()
    {
        _rig.Ask(HttpRig.Put("/api/v1/limit", "{\"amps\":-1}"));
        Assert.IsTrue(Log("").IndexOf(
            "\"event_type\":\"command_refused\",\"charger\":null,\"rival\":null,"
            + "\"detail\":\"negative\"}") > 0, Log(""));
    }

    [TestMethod]
    public void The_last_day_has_a_sample_a_minute()
    {
        Draw(1200, 1137);
        _rig.Advance(Minute - 1);
        Assert.AreEqual(History("0.0", "0.0"), Body());
        _rig.Advance(1);
        Assert.AreEqual(History("0.0,12.0", "0.0,11.5"), Body());
    }

    [TestMethod]
    public void Minutes_without_a_status_are_unknown()
    {
        Draw(1200, 0);
        _rig.AdvanceInSilence(3 * Minute);
        _rig.Advance(0);
        Assert.AreEqual(
            History("0.0,null,null,12.0", "0.0,null,null,0.0"), Body());
    }

    [TestMethod]
    public void A_day_is_kept_and_no_more()
    {
        History history = new History();
        for (int minute = 0; minute < TwcBridge.Diagnostics.History.Capacity + 2; minute++)
        {
            history.OnStatus(minute < 2 ? 5000 : 600, minute == 2 ? 99_999 : -1, minute * Minute);
        }
        ByteWriter output = new ByteWriter(32_000);
        JsonWriter json = new JsonWriter(output);
        bool isLast = false;
        for (int part = 0; !isLast; part++)
        {
            Assert.IsTrue(part < 100, "no end");
            int before = output.Length;
            isLast = HistoryWriter.WritePart(json, part, history, history.Total, 0);
            Assert.IsTrue(output.Length - before <= HttpResponse.PieceCapacity, "part " + part);
        }
        string text = HttpBytes.Text(output.Buffer, 0, output.Length);
        Assert.IsTrue(text.IndexOf("50.0") < 0, "older than a day");
        Assert.IsTrue(text.IndexOf("\"drawn_a\":[127.0,0.0,") > 0, text);
        Assert.AreEqual(2 * TwcBridge.Diagnostics.History.Capacity, text.Split('.').Length - 1);
    }

    [TestMethod]
    public void Tells_what_it_is_before_the_first_status_too()
    {
        HttpServer server = new HttpServer(new HttpOptions(), new BoxFacts(), 0, 8);
        byte[] request = HttpBytes.Of(HttpRig.Get("/api/v1/info"));
        server.OnReceived(server.OnAccepted(0), request, request.Length, 0);
        string answer = "";
        while (server.PendingLength(0) > 0)
        {
            answer += HttpBytes.Text(
                server.PendingBuffer(0), server.PendingOffset(0), server.PendingLength(0));
            server.OnSent(0, server.PendingLength(0), 0);
        }
        string info = HttpAnswer.Body(answer);
        Assert.AreEqual("false", HttpAnswer.Member(info, "password"));
        Assert.AreEqual("false", HttpAnswer.Member(info, "restart_required"));
        Assert.AreEqual("null", HttpAnswer.Member(info, "heap_free_bytes"));
        Assert.AreEqual(8, HttpAnswer.Member(info, "config_hash").Length);
    }

    private void Draw(int offeredCentiamps, int drawnCentiamps)
    {
        _rig.Status.OfferedCentiamps = offeredCentiamps;
        _rig.Status.DrawnCentiamps = drawnCentiamps;
    }

    private string Log(string query)
    {
        return HttpAnswer.Body(_rig.Ask(HttpRig.Get("/api/v1/log" + query)));
    }

    private string Body()
    {
        return HttpAnswer.Body(_rig.Ask(HttpRig.Get("/api/v1/history")));
    }

    private static string History(string offered, string drawn)
    {
        return "{\"v\":1,\"ts\":0,\"step_s\":60,\"offered_a\":[" + offered
            + "],\"drawn_a\":[" + drawn + "]}";
    }
}
