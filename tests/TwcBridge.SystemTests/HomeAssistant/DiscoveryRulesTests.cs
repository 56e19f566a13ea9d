using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.HomeAssistant;

[TestClass]
public class DiscoveryRulesTests
{
    private static readonly Regex PathInTemplate = new(@"value_json((?:\.\w+|\[\d+\])+)");

    [TestMethod]
    public void Home_Assistant_takes_what_we_announce()
    {
        DiscoveryCheck check = new();
        check.Read(Announcements.OfBox(Announcements.Facts));
        check.Read(Announcements.Of(Announcements.Connector(0x1A2B)));
        check.Read(Announcements.Of(Announcements.Connector(0x2B)));
        Assert.AreEqual("", string.Join('\n', check.Complaints));
    }

    [TestMethod]
    public void Home_Assistant_takes_what_we_announce_while_little_is_known()
    {
        DiscoveryCheck check = new();
        check.Read(Announcements.OfBox(new BoxFacts { BoxId = "Some-Box" }));
        check.Read(Announcements.Of(new ConnectorStatus { Id = 1 }));
        Assert.AreEqual("", string.Join('\n', check.Complaints));
    }

    [TestMethod]
    [DataRow("\"stat_t\":", "\"state_t\":")]
    [DataRow("\"ids\":", "\"id\":")]
    [DataRow("\"avty\":", "\"availability\":")]
    [DataRow("\"avty_mode\":\"all\"", "\"avty_mode\":\"any\"")]
    [DataRow("\"def_ent_id\":", "\"obj_id\":")]
    [DataRow("\"def_ent_id\":\"number.", "\"def_ent_id\":\"sensor.")]
    [DataRow("_1a2b_drawn\"", "_1a2b_offered\"")]
    [DataRow("\"p\":\"switch\"", "\"p\":\"sensor\"")]
    [DataRow("\"unit_of_meas\":\"V\"", "\"unit_of_meas\":\"A\"")]
    [DataRow("\"stat_cla\":\"measurement\"", "\"stat_cla\":\"total\"")]
    [DataRow("\"dev_cla\":\"enum\",", "")]
    [DataRow("\"dev_cla\":\"plug\"", "\"dev_cla\":\"car\"")]
    [DataRow("\"max\":32.0", "\"max\":6.0")]
    [DataRow("\"exp_aft\":180", "\"exp_aft\":20")]
    [DataRow("\"cmd_t\":\"twcbridge", "\"cmd_t\":\"#")]
    [DataRow("\"o\":{\"name\":\"TwcBridge\",", "\"o\":{")]
    public void The_rules_catch_what_is_wrong(string right, string wrong)
    {
        string payload = Announcements.Of(Announcements.Connector(0x1A2B));
        Assert.Contains(right, payload);
        DiscoveryCheck check = new();
        check.Read(payload.Replace(right, wrong));
        Assert.IsNotEmpty(check.Complaints);
    }

    [TestMethod]
    public void Every_template_finds_its_value_in_the_state()
    {
        ConnectorStatus unknown = new()
        {
            Id = 1,
            MinCentiamps = 600,
            MaxCentiamps = 700,
            TellsVin = true,
        };
        ConnectorStatus known = Announcements.Connector(0x1A2B);
        foreach (ConnectorStatus connector in new[] { known, unknown })
        {
            Assert.AreEqual(19 + 2, CountPaths(
                Announcements.Of(connector), Announcements.StateOf(connector)));
        }
        Assert.AreEqual(11 + 2, CountPaths(
            Announcements.OfBox(Announcements.Facts),
            Announcements.StateOfBox(Announcements.Facts)));
    }

    [TestMethod]
    public void Every_command_is_one_of_ours()
    {
        string[] payloads =
        [
            Announcements.OfBox(Announcements.Facts),
            Announcements.Of(Announcements.Connector(0x1A2B)),
        ];
        string[] commands = [.. payloads.SelectMany(Entities)
            .Where(entity => entity["cmd_t"] is not null)
            .Select(Understand)];
        CollectionAssert.AreEqual(
            new[]
            {
                "SetAmps 0 1600 forever", "SetEnabled 0 ON OFF", "SetMode 0 auto manual off",
                "SetBoost 0 3200 3600000 ends", "Order 0 Restart",
                "SetAmps 1a2b 1600 forever", "SetEnabled 1a2b ON OFF",
            },
            commands);
    }

    private static string Understand(JsonObject entity)
    {
        byte[] topic = Encoding.ASCII.GetBytes(entity["cmd_t"]!.GetValue<string>());
        TopicMatch match = new();
        Assert.IsTrue(SurfaceTopics.MatchTopic(
            topic, 0, topic.Length, Encoding.ASCII.GetBytes(Announcements.Base), match));
        string who = $"{match.Kind} {match.PeripheralId:x}";
        if (match.Kind == CommandKind.SetEnabled)
        {
            Assert.IsTrue(Parse(match, "ON").Enabled);
            Assert.IsFalse(Parse(match, "OFF").Enabled);
            return $"{who} ON OFF";
        }
        if (match.Kind == CommandKind.SetMode)
        {
            return $"{who} {string.Join(' ', entity["ops"]!.AsArray().Select(word =>
                CommandWords.Modes[(int)Parse(match, word!.GetValue<string>()).Mode]))}";
        }
        if (match.Kind == CommandKind.SetBoost)
        {
            Command boost = Parse(match, entity["pl_on"]!.GetValue<string>());
            Command end = Parse(match, entity["pl_off"]!.GetValue<string>());
            Assert.AreEqual(CommandKind.EndBoost, end.Kind);
            return $"{who} {boost.Centiamps} {boost.TtlMs} ends";
        }
        if (match.Kind == CommandKind.Order)
        {
            return $"{who} {Parse(match, entity["pl_prs"]!.GetValue<string>()).Kind}";
        }
        string template = entity["cmd_tpl"]!.GetValue<string>();
        Command command = Parse(match, template.Replace("{{ value }}", "16"));
        Assert.AreEqual(Command.NoExpiry, command.TtlMs);
        return $"{who} {command.Centiamps} forever";
    }

    private static Command Parse(TopicMatch match, string payload)
    {
        ParsedCommand parsed = new();
        parsed.Restart(match.Kind, match.PeripheralId, CommandOrigin.Mqtt);
        byte[] bytes = Encoding.UTF8.GetBytes(payload);
        Assert.AreEqual(
            ParseStatus.Ok, new CommandParser().Parse(bytes, 0, bytes.Length, parsed), payload);
        return parsed.Command;
    }

    private static int CountPaths(string announcement, string state)
    {
        JsonNode root = JsonNode.Parse(state)!;
        int count = 0;
        foreach (JsonObject entity in Entities(announcement))
        {
            string template = entity["val_tpl"]?.GetValue<string>() ?? "";
            MatchCollection paths = PathInTemplate.Matches(template);
            Assert.IsTrue(
                paths.Count > 0 || Is(entity, "event") || Is(entity, "button") || entity.Count == 1,
                template);
            foreach (Match path in paths)
            {
                Assert.IsTrue(Exists(root, path.Groups[1].Value), $"{path.Value} in {state}");
                count++;
            }
        }
        return count;
    }

    private static bool Exists(JsonNode root, string path)
    {
        JsonNode? node = root;
        bool found = true;
        foreach (Match step in Regex.Matches(path, @"\.(\w+)|\[(\d+)\]"))
        {
            if (step.Groups[1].Success)
            {
                found = node is JsonObject inner
                    && inner.TryGetPropertyValue(step.Groups[1].Value, out node);
            }
            else
            {
                int index = int.Parse(step.Groups[2].Value);
                found = node is JsonArray list && index < list.Count;
                node = found ? node![index] : null;
            }
            if (!found)
            {
                return false;
            }
        }
        return found;
    }

    private static bool Is(JsonObject entity, string platform)
    {
        return entity["p"]!.GetValue<string>() == platform;
    }

    private static JsonObject[] Entities(string announcement)
    {
        return [.. JsonNode.Parse(announcement)!["cmps"]!.AsObject()
            .Select(member => member.Value!.AsObject())];
    }
}
