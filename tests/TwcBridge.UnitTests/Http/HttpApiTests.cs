using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpApiTests
{
    private static readonly string[] Paths =
    {
        "/", "/healthz", "/api/v1/status", "/api/v1/chargers/1a2b",
        "/api/v1/limit", "/api/v1/chargers/1a2b/limit",
        "/api/v1/enabled", "/api/v1/chargers/1a2b/enabled",
    };

    /// <summary>For each of <see cref="Paths"/>, as the Allow header has it.</summary>
    private static readonly string[] Allowed =
    {
        "GET", "GET", "GET", "GET", "PUT, DELETE", "PUT, DELETE", "PUT", "PUT",
    };

    [TestMethod]
    [DataRow("GET")]
    [DataRow("HEAD")]
    [DataRow("POST")]
    [DataRow("PUT")]
    [DataRow("PATCH")]
    [DataRow("DELETE")]
    [DataRow("OPTIONS")]
    [DataRow("BREW")]
    public void Another_method_is_refused_and_the_right_ones_named(string method)
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        bool needsLength = method == "PUT" || method == "PATCH";
        string length = needsLength ? "Content-Length: 0\r\n" : "";
        for (int i = 0; i < Paths.Length; i++)
        {
            if (Allowed[i].IndexOf(method) >= 0)
            {
                continue;
            }
            string answer = rig.Ask(
                method + " " + Paths[i] + " HTTP/1.1\r\nHost: 10.0.0.2\r\n" + length + "\r\n");
            Assert.AreEqual("405", HttpAnswer.Status(answer), Paths[i]);
            Assert.AreEqual(Allowed[i], HttpAnswer.Header(answer, "Allow"), Paths[i]);
        }
        Assert.IsFalse(rig.Server.TryNextCommand(new Command()), "a command came of it");
    }

    [TestMethod]
    public void HEAD_gets_no_body()
    {
        string answer = new HttpRig().Ask("HEAD / HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\n");
        Assert.AreEqual(answer.Length - 4, answer.IndexOf("\r\n\r\n"));
        Assert.IsTrue(HttpAnswer.Header(answer, "Content-Length") != "0");
    }

    [TestMethod]
    [DataRow("/index.html")]
    [DataRow("//")]
    [DataRow("/healthz/")]
    [DataRow("/HEALTHZ")]
    [DataRow("/api/v1")]
    [DataRow("/api/v1/statu")]
    [DataRow("/api/v1/status/")]
    [DataRow("/api/v1/%73tatus")]
    [DataRow("/api/v1/../v1/status")]
    [DataRow("/api/v1/chargers/")]
    [DataRow("/api/v1/chargers/1a2")]
    [DataRow("/api/v1/chargers/1a2bc")]
    [DataRow("/api/v1/chargers/1a2g")]
    [DataRow("/api/v1/chargers/0000")]
    [DataRow("/api/v1/chargers/1a2b/limits")]
    public void Another_path_is_not_found(string path)
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        Assert.AreEqual("404 not_found null", HttpAnswer.Error(rig.Ask(HttpRig.Get(path))));
    }

    [TestMethod]
    public void A_query_does_not_change_the_path()
    {
        HttpRig rig = new HttpRig();
        Assert.AreEqual("200", HttpAnswer.Status(rig.Ask(HttpRig.Get("/healthz?a=/b"))));
    }

    [TestMethod]
    [DataRow("Content-Type: application/json", true)]
    [DataRow("content-type: Application/JSON", true)]
    [DataRow("Content-Type: application/json;charset=utf-8", true)]
    [DataRow("Content-Type: application/json ; charset=utf-8", true)]
    [DataRow("Content-Type: application/jsonp", false)]
    [DataRow("Content-Type: application/jso", false)]
    [DataRow("Content-Type: text/plain", false)]
    [DataRow("Content-Type: text/plain; application/json", false)]
    [DataRow("Content-Type: application/x-www-form-urlencoded", false)]
    [DataRow("Content-Type:", false)]
    [DataRow("X: y", false)]
    public void Writes_demand_JSON(string header, bool taken)
    {
        for (int i = 4; i < Paths.Length; i++)
        {
            HttpRig rig = new HttpRig();
            string body = i < 6 ? "{\"amps\":13}" : "{\"enabled\":true}";
            int connection = rig.Open("PUT " + Paths[i] + " HTTP/1.1\r\nHost: 10.0.0.2\r\n" + header
                + "\r\nContent-Length: " + body.Length + "\r\n\r\n" + body);
            Assert.AreEqual(taken, rig.Server.TryNextCommand(new Command()), Paths[i]);
            string answer = rig.Take(connection);
            Assert.AreEqual(
                taken ? "" : "415 wrong_media_type null",
                answer.Length == 0 ? "" : HttpAnswer.Error(answer));
        }
    }

    [TestMethod]
    public void Every_path_checks_the_host()
    {
        HttpRig rig = new HttpRig();
        foreach (string path in Paths)
        {
            string answer = rig.Ask("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n");
            Assert.AreEqual("421 wrong_host null", HttpAnswer.Error(answer), path);
        }
    }

    [TestMethod]
    public void Reading_changes_nothing()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        for (int i = 0; i < 4; i++)
        {
            Assert.AreEqual("200", HttpAnswer.Status(rig.Ask(HttpRig.Get(Paths[i]))), Paths[i]);
        }
        Assert.IsFalse(rig.Server.TryNextCommand(new Command()));
    }

    [TestMethod]
    public void Nothing_cut_off_is_answered_or_obeyed()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        for (int i = 0; i < Paths.Length; i++)
        {
            string request = i < 4 ? HttpRig.Get(Paths[i])
                : HttpRig.Put(Paths[i], i < 6 ? "{\"amps\":13}" : "{\"enabled\":true}");
            for (int cut = 0; cut < request.Length; cut++)
            {
                int connection = rig.Open(request.Substring(0, cut));
                string name = Paths[i] + " cut at " + cut;
                Assert.AreEqual(0, rig.Server.PendingLength(connection), name);
                Assert.IsFalse(rig.Server.WantsClose(connection), name);
                Assert.IsFalse(rig.Server.TryNextCommand(new Command()), name);
                rig.Server.OnClosed(connection);
            }
        }
    }

    [TestMethod]
    [DataRow(256, "200 ok")]
    [DataRow(257, "413 body_too_large")]
    [DataRow(4097, "413 body_too_large")]
    public void A_body_can_be_too_long(int length, string expected)
    {
        for (int i = 4; i < Paths.Length; i++)
        {
            HttpRig rig = new HttpRig();
            string body = (i < 6 ? "{\"amps\":13}" : "{\"enabled\":true}").PadRight(length);
            string request = HttpRig.Put(Paths[i], body);
            string answer = length == 256
                ? rig.Order(request, new CommandResult())
                : rig.Ask(request);
            string code = HttpAnswer.Member(HttpAnswer.Body(answer), "code");
            Assert.AreEqual(expected, HttpAnswer.Status(answer) + " " + code, Paths[i]);
        }
    }

    [TestMethod]
    [DataRow(4999, true)]
    [DataRow(5000, false)]
    [DataRow(5001, false)]
    public void A_status_lives_for_5_s(int milliseconds, bool lives)
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        rig.AdvanceInSilence(milliseconds);
        for (int i = 1; i < 4; i++)
        {
            string answer = rig.Ask(HttpRig.Get(Paths[i]));
            Assert.AreEqual(lives ? "200" : "503", HttpAnswer.Status(answer), Paths[i]);
        }
        for (int i = 4; i < Paths.Length; i++)
        {
            string body = i < 6 ? "{\"amps\":13}" : "{\"enabled\":true}";
            rig.Server.OnClosed(rig.Open(HttpRig.Put(Paths[i], body)));
        }
        Assert.AreEqual(lives ? 0L : 7L, rig.Server.Refused);
        Assert.AreEqual("200", HttpAnswer.Status(rig.Ask(HttpRig.Get("/"))), "the page");
    }

    [TestMethod]
    public void Every_answer_keeps_to_itself()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        foreach (string path in Paths)
        {
            string answer = rig.Ask("GET " + path
                + " HTTP/1.1\r\nHost: 10.0.0.2\r\nOrigin: http://evil.example\r\n\r\n");
            Assert.AreEqual("close", HttpAnswer.Header(answer, "Connection"), path);
            Assert.AreEqual("no-store", HttpAnswer.Header(answer, "Cache-Control"), path);
            Assert.AreEqual("nosniff", HttpAnswer.Header(answer, "X-Content-Type-Options"), path);
            Assert.IsTrue(answer.IndexOf("Access-Control") < 0, path);
        }
    }
}
