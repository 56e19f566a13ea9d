using TwcBridge.Bus;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>The firmware's measurements, as answers.</summary>
[TestClass]
public class HttpTimingTests
{
    [TestMethod]
    public void The_measurements_are_one_object_in_parts()
    {
        HttpRig rig = new HttpRig();
        int client = rig.Open(HttpRig.Get("/api/v1/timing"));
        rig.Server.OnReport(new BusReport(), new Timings(), rig.NowMs);
        string answer = rig.Take(client);
        Assert.AreEqual("application/json", HttpAnswer.Header(answer, "Content-Type"));
        string body = HttpAnswer.Body(answer);
        Assert.IsTrue(body.IndexOf("{\"unit\":\"ms\"") == 0, body);
        for (int kind = 0; kind < Timings.Count; kind++)
        {
            string key = ",\"" + TimingWriter.NameOf((TimingKind)kind) + "\":{\"count\":0,";
            Assert.IsTrue(body.IndexOf(key) > 0, body);
        }
        Assert.IsTrue(body.EndsWith("]}}"), body);
    }

    [TestMethod]
    public void Prometheus_gets_plain_text_of_its_format()
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        int client = rig.Open(HttpRig.Get("/metrics"));
        Assert.IsTrue(rig.Server.WantsReport);
        rig.Server.OnReport(new BusReport(), new Timings(), rig.NowMs);
        string answer = rig.Take(client);
        Assert.AreEqual("text/plain; version=0.0.4; charset=utf-8",
            HttpAnswer.Header(answer, "Content-Type"));
        string body = HttpAnswer.Body(answer);
        Assert.IsTrue(body.StartsWith("# HELP twcbridge_build_info "), body);
        Assert.IsTrue(body.IndexOf("\ntwcbridge_heartbeat_jitter_seconds_count 0\n") > 0);
        Assert.IsTrue(body.EndsWith("\ntwcbridge_charger_failsafe_active{charger=\"1a2b\"} 1\n"));
    }
}
