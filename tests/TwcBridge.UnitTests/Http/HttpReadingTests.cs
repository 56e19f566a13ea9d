using TwcBridge.Control;
using TwcBridge.Http;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Http;

/// <summary>What a GET is answered with.</summary>
[TestClass]
public class HttpReadingTests
{
    [TestMethod]
    public void There_is_no_status_before_the_first()
    {
        HttpServer server = new HttpServer(new HttpOptions(), new BoxFacts(), 0, 8);
        byte[] request = HttpBytes.Of(HttpRig.Get("/healthz"));
        server.OnReceived(server.OnAccepted(0), request, request.Length, 0);
        string answer = HttpBytes.Text(server.PendingBuffer(0), 0, server.PendingLength(0));
        Assert.AreEqual("503 status_stale null", HttpAnswer.Error(answer));
    }

    [TestMethod]
    public void The_page_is_the_page()
    {
        string answer = new HttpRig().Ask(HttpRig.Get("/"));
        string page = HttpAnswer.Body(answer);
        Assert.AreEqual("text/html; charset=utf-8", HttpAnswer.Header(answer, "Content-Type"));
        Assert.AreEqual(
            PageParts.ContentSecurityPolicy,
            HttpAnswer.Header(answer, "Content-Security-Policy"));
        Assert.AreEqual("gzip", HttpAnswer.Header(answer, "Content-Encoding"));
        for (int i = 0; i < PageParts.Count; i++)
        {
            byte[] piece = PageParts.At(i);
            string part = HttpBytes.Text(piece, 0, piece.Length);
            Assert.AreEqual(part, page.Substring(0, part.Length), "part " + i);
            page = page.Substring(part.Length);
        }
        Assert.AreEqual("", page);
    }

    [TestMethod]
    [DataRow("", true)]
    [DataRow("Accept-Encoding: gzip, deflate, br, zstd\r\n", true)]
    [DataRow("accept-encoding: br ,GZIP;q=0.5\r\n", true)]
    [DataRow("Accept-Encoding: *\r\n", true)]
    [DataRow("Accept-Encoding: identity;q=0, *;q=0.1\r\n", true)]
    [DataRow("Accept-Encoding: *;q=0, gzip\r\n", true)]
    [DataRow("Accept-Encoding: gzip;q=0.001\r\n", true)]
    [DataRow("Accept-Encoding: gzip;q=0\r\n", false)]
    [DataRow("Accept-Encoding: gzip; q=0.000, *\r\n", false)]
    [DataRow("Accept-Encoding: *;q=0\r\n", false)]
    [DataRow("Accept-Encoding: identity\r\n", false)]
    [DataRow("Accept-Encoding: xgzip\r\n", false)]
    [DataRow("Accept-Encoding:\r\n", false)]
    public void The_page_goes_only_to_who_takes_it_compressed(string header, bool isTaken)
    {
        string request = "GET / HTTP/1.1\r\nHost: 10.0.0.2\r\n" + header + "\r\n";
        string answer = new HttpRig().Ask(request);
        Assert.AreEqual(isTaken ? "200" : "406", HttpAnswer.Status(answer), header);
    }

    [TestMethod]
    public void The_status_holds_the_box_and_every_connector()
    {
        HttpRig rig = new HttpRig();
        string box = "{\"box\":{\"v\":1,\"ts\":0,\"box\":\"\",";
        string none = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/status")));
        Assert.AreEqual(box, none.Substring(0, box.Length));
        Assert.IsTrue(none.EndsWith("},\"chargers\":[]}"), none);
        rig.AddConnector(0x1A2B);
        rig.AddConnector(0xC0DB);
        string first = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/chargers/1a2b")));
        string second = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/chargers/c0db")));
        string both = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/status")));
        Assert.AreEqual("1a2b", HttpAnswer.Member(first, "id"));
        Assert.IsTrue(both.EndsWith("},\"chargers\":[" + first + "," + second + "]}"), both);
    }

    [TestMethod]
    public void A_connector_that_was_never_seen_has_no_status()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        string answer = rig.Ask(HttpRig.Get("/api/v1/chargers/1a2c"));
        Assert.AreEqual("404 unknown_charger null", HttpAnswer.Error(answer));
    }

    [TestMethod]
    public void The_longest_status_is_whole()
    {
        BoxStatus status = StatusExtremes.Box();
        for (int i = 0; i < BoxStatus.MaxConnectors; i++)
        {
            status.Connector(i).CopyFrom(StatusExtremes.Connector());
        }
        HttpRig rig = new HttpRig(status, StatusExtremes.Facts());
        string one = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/chargers/ffff")));
        string all = HttpAnswer.Body(rig.Ask(HttpRig.Get("/api/v1/status")));
        Assert.IsTrue(all.EndsWith("," + one + "]}"), all);
    }
}
