using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class SurfaceTests
{
    private const string Base = "twcbridge/a1b2c3";

    private static readonly string[][] Topics =
    {
        new[] { "twcbridge/a1b2c3/set_amps", "set_amps 0" },
        new[] { "twcbridge/a1b2c3/enabled/set", "enabled 0" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/set_amps", "set_amps 6699" },
        new[] { "twcbridge/a1b2c3/charger/1A2B/set_amps", "set_amps 6699" },
        new[] { "twcbridge/a1b2c3/charger/0001/enabled/set", "enabled 1" },
        new[] { "twcbridge/a1b2c3/charger/ffff/enabled/set", "enabled 65535" },
        new[] { "twcbridge/a1b2c3/boost/set", "boost 0" },
        new[] { "twcbridge/a1b2c3/mode/set", "mode 0" },
        new[] { "twcbridge/a1b2c3/cmd", "cmd 0" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/priority/set", "priority 6699" },
        new[] { "twcbridge/a1b2c3/priority/set", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/boost/set", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/mode/set", "none" },
        new[] { "twcbridge/a1b2c3/charger/0000/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b3/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2g/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger/-001/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger//set_amps", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/", "none" },
        new[] { "twcbridge/a1b2c3/charger/1a2b/state", "none" },
        new[] { "twcbridge/a1b2c3/charger/{id}/set_amps", "none" },
        new[] { "twcbridge/a1b2c3/set_amps/", "none" },
        new[] { "twcbridge/a1b2c3/set_amp", "none" },
        new[] { "twcbridge/a1b2c3/set_ampsx", "none" },
        new[] { "twcbridge/a1b2c3/Set_amps", "none" },
        new[] { "twcbridge/a1b2c3/enabled", "none" },
        new[] { "twcbridge/a1b2c3//set_amps", "none" },
        new[] { "twcbridge/a1b2c3/", "none" },
        new[] { "twcbridge/a1b2c3", "none" },
        new[] { "twcbridge/a1b2c4/set_amps", "none" },
        new[] { "twcbridge/a1b2c3x/set_amps", "none" },
        new[] { "twcbridge/a1b2c3xset_amps", "none" },
        new[] { "/twcbridge/a1b2c3/set_amps", "none" },
        new[] { "set_amps", "none" },
        new[] { "", "none" },
    };

    private static readonly string[][] Paths =
    {
        new[] { "/", "page 0", "GET" },
        new[] { "/healthz", "health 0", "GET" },
        new[] { "/api/v1/status", "status 0", "GET" },
        new[] { "/api/v1/chargers/1a2b", "charger 6699", "GET" },
        new[] { "/api/v1/chargers/1A2B", "charger 6699", "GET" },
        new[] { "/api/v1/bus", "bus 0", "GET" },
        new[] { "/api/v1/limit", "limit 0", "PUT, DELETE" },
        new[] { "/api/v1/chargers/ffff/limit", "charger limit 65535", "PUT, DELETE" },
        new[] { "/api/v1/enabled", "enabled 0", "PUT" },
        new[] { "/api/v1/chargers/0001/enabled", "charger enabled 1", "PUT" },
        new[] { "/api/v1/boost", "boost 0", "PUT, DELETE" },
        new[] { "/api/v1/mode", "mode 0", "PUT" },
        new[] { "/api/v1/chargers/1a2b/priority", "charger priority 6699", "PUT" },
        new[] { "/api/v1/priority", "none 0", "" },
        new[] { "/api/v1/takeover", "takeover 0", "POST" },
        new[] { "/api/v1/rediscover", "rediscover 0", "POST" },
        new[] { "/api/v1/identify", "identify 0", "POST" },
        new[] { "", "none 0", "" },
        new[] { "//", "none 0", "" },
        new[] { "/healthz/", "none 0", "" },
        new[] { "/Healthz", "none 0", "" },
        new[] { "/api/v1", "none 0", "" },
        new[] { "/api/v1/status?x", "none 0", "" },
        new[] { "/api/v1/chargers", "none 0", "" },
        new[] { "/api/v1/chargers/", "none 0", "" },
        new[] { "/api/v1/chargers/0000", "none 0", "" },
        new[] { "/api/v1/chargers/0000/limit", "none 0", "" },
        new[] { "/api/v1/chargers/1a2", "none 0", "" },
        new[] { "/api/v1/chargers/1a2b3", "none 0", "" },
        new[] { "/api/v1/chargers/zzzz/limit", "none 0", "" },
        new[] { "/api/v1/chargers/{id}/limit", "none 0", "" },
        new[] { "/api/v1/chargers/1a2b/", "none 0", "" },
        new[] { "/api/v1/chargers/1a2b/limits", "none 0", "" },
        new[] { "/api/v1/../v1/limit", "none 0", "" },
    };

    // In the order of Route.
    private static readonly string[] RouteNames =
    {
        "none", "page", "health", "status", "charger", "bus", "limit", "charger limit", "enabled",
        "charger enabled", "boost", "mode", "charger priority", "takeover", "rediscover",
        "identify",
    };

    private readonly TopicMatch _topic = new TopicMatch();
    private readonly RouteMatch _route = new RouteMatch();

    [TestMethod]
    public void Finds_the_command_of_a_topic()
    {
        foreach (string[] row in Topics)
        {
            byte[] topic = TestText.Bytes(row[0]);
            Assert.AreEqual(row[1], Match(topic, 0, topic.Length), row[0]);
        }
    }

    [TestMethod]
    public void Reads_only_the_topic_within_a_packet()
    {
        foreach (string[] row in Topics)
        {
            byte[] packet = TestText.Bytes("/ab" + row[0] + "ab/set_amps");
            Assert.AreEqual(row[1], Match(packet, 3, row[0].Length), row[0]);
        }
    }

    [TestMethod]
    public void Finds_the_route_of_a_path_and_what_it_takes()
    {
        foreach (string[] row in Paths)
        {
            byte[] line = TestText.Bytes("GET " + row[0] + "/limit");
            bool found = Surface.MatchPath(line, 4, row[0].Length, _route);
            string shown = RouteNames[(int)_route.Route] + " " + _route.PeripheralId.ToString();
            Assert.AreEqual(row[1], shown, row[0]);
            Assert.AreEqual(_route.Route != Route.None, found, row[0]);
            ByteWriter allow = new ByteWriter(32);
            MethodNames.Write(allow, _route.Allowed);
            Assert.AreEqual(row[2], TestText.Row(allow), row[0]);
        }
    }

    [TestMethod]
    public void Has_a_row_for_every_route()
    {
        Assert.AreEqual((int)Route.Identify, RouteNames.Length - 1);
        foreach (string name in RouteNames)
        {
            bool found = false;
            foreach (string[] row in Paths)
            {
                found = found || row[1].StartsWith(name + " ");
            }
            Assert.IsTrue(found, name);
        }
    }

    [TestMethod]
    [DataRow("GET", (int)HttpMethods.Get)]
    [DataRow("PUT", (int)HttpMethods.Put)]
    [DataRow("DELETE", (int)HttpMethods.Delete)]
    [DataRow("POST", (int)HttpMethods.Post)]
    [DataRow("PATCH", (int)HttpMethods.Patch)]
    [DataRow("HEAD", (int)HttpMethods.None)]
    [DataRow("get", (int)HttpMethods.None)]
    [DataRow("GETS", (int)HttpMethods.None)]
    [DataRow("GE", (int)HttpMethods.None)]
    [DataRow("", (int)HttpMethods.None)]
    public void Knows_the_methods_that_routes_take(string name, int method)
    {
        byte[] line = TestText.Bytes(name + " /");
        Assert.AreEqual(method, (int)MethodNames.Read(line, 0, name.Length));
    }

    [TestMethod]
    [DataRow("/api/v1/limit", "PUT", "set_amps")]
    [DataRow("/api/v1/limit", "DELETE", "release_amps")]
    [DataRow("/api/v1/limit", "GET", "not allowed")]
    [DataRow("/api/v1/limit", "POST", "not allowed")]
    [DataRow("/api/v1/chargers/1a2b/limit", "PUT", "set_amps")]
    [DataRow("/api/v1/chargers/1a2b/limit", "DELETE", "release_amps")]
    [DataRow("/api/v1/enabled", "PUT", "enabled")]
    [DataRow("/api/v1/enabled", "DELETE", "not allowed")]
    [DataRow("/api/v1/chargers/1a2b/enabled", "PUT", "enabled")]
    [DataRow("/api/v1/boost", "PUT", "boost")]
    [DataRow("/api/v1/boost", "DELETE", "end_boost")]
    [DataRow("/api/v1/mode", "PUT", "mode")]
    [DataRow("/api/v1/chargers/1a2b/priority", "PUT", "priority")]
    [DataRow("/api/v1/chargers/1a2b/priority", "DELETE", "not allowed")]
    [DataRow("/api/v1/takeover", "POST", "takeover")]
    [DataRow("/api/v1/takeover", "PUT", "not allowed")]
    [DataRow("/api/v1/rediscover", "POST", "rediscover")]
    [DataRow("/api/v1/identify", "POST", "identify")]
    [DataRow("/api/v1/status", "GET", "reading")]
    [DataRow("/api/v1/bus", "GET", "reading")]
    [DataRow("/api/v1/bus", "PUT", "not allowed")]
    [DataRow("/api/v1/status", "PUT", "not allowed")]
    [DataRow("/api/v1/chargers/1a2b", "GET", "reading")]
    [DataRow("/", "GET", "reading")]
    [DataRow("/healthz", "DELETE", "not allowed")]
    [DataRow("/nothing", "GET", "not allowed")]
    public void A_route_and_a_method_are_a_command(string path, string method, string expected)
    {
        byte[] line = TestText.Bytes(path + method);
        Surface.MatchPath(line, 0, path.Length, _route);
        HttpMethods parsed = MethodNames.Read(line, path.Length, method.Length);
        bool isCommand = Surface.TryCommand(_route.Route, parsed, out CommandKind kind);
        string shown = isCommand ? Surface.CommandName(kind) : "reading";
        Assert.AreEqual(expected, _route.Allows(parsed) ? shown : "not allowed");
        Assert.IsFalse(isCommand && !_route.Allows(parsed));
    }

    [TestMethod]
    public void Writes_topics_that_it_finds_again()
    {
        ByteWriter topic = new ByteWriter(64);
        SurfaceTopics.WriteTopic(topic, TestText.Bytes(Base), SurfaceTopics.SetAmpsTopic);
        Assert.AreEqual("twcbridge/a1b2c3/set_amps", TestText.Row(topic));
        topic.Clear();
        byte[] baseTopic = TestText.Bytes(Base);
        SurfaceTopics.WriteChargerTopic(topic, baseTopic, 0xAB, SurfaceTopics.SetEnabledTopic);
        Assert.AreEqual("twcbridge/a1b2c3/charger/00ab/enabled/set", TestText.Row(topic));
        Assert.AreEqual("enabled 171", Match(topic.Buffer, 0, topic.Length));
    }

    private string Match(byte[] topic, int offset, int length)
    {
        return SurfaceTopics.MatchTopic(topic, offset, length, TestText.Bytes(Base), _topic)
            ? Surface.CommandName(_topic.Kind) + " " + _topic.PeripheralId.ToString()
            : "none";
    }
}
