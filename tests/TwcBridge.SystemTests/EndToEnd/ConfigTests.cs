using System.Net.Http;
using System.Text.Json.Nodes;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>Settings that are changed while two cars charge.</summary>
[TestClass]
public class ConfigTests
{
    private const string Confirmed = """{"confirm":true}""";

    private static RunningBox s_box = null!;

    [ClassInitialize]
    public static void Start(TestContext context)
    {
        s_box = RunningBox.Start();
        s_box.AwaitLinked();
    }

    [ClassCleanup]
    public static void End()
    {
        s_box.Dispose();
    }

    [TestMethod]
    public void A_lower_limit_is_told_at_once_and_outlives_a_restart()
    {
        s_box.Put("api/v1/limit", """{"amps":20,"ttl":0}""");
        s_box.AwaitTold(20);

        Change("""{"site_limit_amps":14}""");
        s_box.AwaitTold(14);
        Assert.AreEqual(14, (double)s_box.Box["site_limit_a"]!);
        Assert.AreEqual(422, s_box.Put("api/v1/limit", """{"amps":15}""").Status);

        Order("api/v1/restart");
        Assert.AreEqual(14, (double)s_box.Box["site_limit_a"]!);
        Assert.AreEqual("failsafe", (string)s_box.Box["source"]!);

        Order("api/v1/factory-reset");
        Assert.AreEqual(32, (double)s_box.Box["site_limit_a"]!);
    }

    // It was chosen on the page, and cars charge: only at the first start is that an error.
    [TestMethod]
    public void A_broker_that_is_not_there_after_a_restart_does_not_end_the_run()
    {
        int port = RunningBox.FreePort();
        Assert.AreEqual(200, s_box.Send(HttpMethod.Patch, "api/v1/config",
            $$"""{"mqtt_host":"127.0.0.1","mqtt_port":{{port}}}""").Status);
        Order("api/v1/restart");
        s_box.Output.Await($"lost 127.0.0.1:{port}");
        Assert.AreEqual("unreachable", (string)s_box.Box["mqtt_problem"]!);

        Order("api/v1/factory-reset");
    }

    private static void Change(string settings)
    {
        (int status, JsonNode answer) = s_box.Send(HttpMethod.Patch, "api/v1/config", settings);
        Assert.AreEqual(200, status, answer.ToJsonString());
        Assert.IsFalse((bool)answer["restart_required"]!);
    }

    private static void Order(string path)
    {
        s_box.Output.Forget();
        Assert.AreEqual(200, s_box.Send(HttpMethod.Post, path, Confirmed).Status);
        s_box.Output.Await("bus: listening");
        s_box.Output.Await("bus: in control");
    }
}
