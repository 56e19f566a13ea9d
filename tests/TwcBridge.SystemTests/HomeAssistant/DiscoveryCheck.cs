using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.HomeAssistant;

/// <summary>Reads device discovery messages as Home Assistant would and collects what it would not
/// take. Ids are unique over all messages that one check has seen.</summary>
internal sealed class DiscoveryCheck
{
    private readonly HashSet<string> _ids = [];
    private readonly List<string> _complaints = [];

    public IReadOnlyList<string> Complaints => _complaints;

    public void Read(string payload)
    {
        JsonObject root = JsonNode.Parse(payload)!.AsObject();
        Keys(root, HomeAssistantRules.RootKeys, "root");
        Device(Member(root, "dev"));
        Origin(Member(root, "o"));
        Availability(root);
        Expect(IsTopic(Text(root, "stat_t")), "stat_t is no topic");
        foreach (KeyValuePair<string, JsonNode?> entity in Member(root, "cmps"))
        {
            Expect(Regex.IsMatch(entity.Key, "^[a-zA-Z0-9_-]+$"), $"{entity.Key} is no id");
            Entity(entity.Key, entity.Value!.AsObject());
        }
    }

    private void Device(JsonObject device)
    {
        Keys(device, HomeAssistantRules.DeviceKeys, "dev");
        Expect(Text(device, "ids") is { Length: > 0 }, "dev without ids");
        Expect(Text(device, "name") is { Length: > 0 }, "dev without name");
        Expect(Text(device, "via_device") != Text(device, "ids"), "dev is via itself");
    }

    private void Origin(JsonObject origin)
    {
        Keys(origin, HomeAssistantRules.OriginKeys, "o");
        Expect(Text(origin, "name") is { Length: > 0 }, "o without name");
    }

    private void Availability(JsonObject root)
    {
        JsonArray topics = root["avty"]?.AsArray() ?? [];
        Expect(topics.Count > 0, "no avty");
        foreach (JsonNode? topic in topics)
        {
            Keys(topic!.AsObject(), HomeAssistantRules.AvailabilityKeys, "avty");
            Expect(IsTopic(Text(topic.AsObject(), "t")), "avty has no topic");
        }
        string mode = Text(root, "avty_mode") ?? "latest";
        Expect(HomeAssistantRules.AvailabilityModes.Contains(mode), $"avty_mode {mode}");
        Expect(topics.Count < 2 || mode == "all", "one of several avty topics is enough");
    }

    private void Entity(string key, JsonObject entity)
    {
        string platform = Text(entity, "p") ?? "";
        Expect(HomeAssistantRules.IsPlatform(platform), $"{key}: platform '{platform}'");
        if (!HomeAssistantRules.IsPlatform(platform) || entity.Count == 1)
        {
            return;     // A platform alone removes the entity.
        }
        foreach (string name in entity.Select(member => member.Key))
        {
            Expect(HomeAssistantRules.MayHave(platform, name), $"{key}: {platform} has no {name}");
        }
        foreach (string name in HomeAssistantRules.Needs(platform))
        {
            Expect(entity.ContainsKey(name), $"{key}: {name} is missing");
        }
        Ids(key, platform, entity);
        Expect(Text(entity, "ent_cat") is null or "diagnostic"
            || (Text(entity, "ent_cat") == "config" && entity.ContainsKey("cmd_t")),
            $"{key}: ent_cat");
        Expect(!entity.ContainsKey("cmd_t") || IsTopic(Text(entity, "cmd_t")), $"{key}: cmd_t");
        Kind(key, platform, entity);
    }

    private void Ids(string key, string platform, JsonObject entity)
    {
        string unique = Text(entity, "uniq_id") ?? "";
        string entityId = Text(entity, "def_ent_id") ?? "";
        Expect(_ids.Add($"unique {unique}"), $"{key}: uniq_id {unique} is taken");
        Expect(_ids.Add($"entity {entityId}"), $"{key}: def_ent_id {entityId} is taken");
        Expect(Regex.IsMatch(entityId, $"^{platform}\\.[a-z0-9]+(_[a-z0-9]+)*$"),
            $"{key}: def_ent_id {entityId}");
    }

    private void Kind(string key, string platform, JsonObject entity)
    {
        string deviceClass = Text(entity, "dev_cla") ?? "";
        switch (platform)
        {
            case "sensor":
                Unit(key, deviceClass, entity);
                Sensor(key, deviceClass, entity);
                break;
            case "number":
                Unit(key, deviceClass, entity);
                Number(key, entity);
                break;
            case "binary_sensor":
                Expect(HomeAssistantRules.BinaryClasses.Contains(deviceClass), $"{key}: dev_cla");
                break;
            case "select":
                Expect(entity["ops"]!.AsArray().Count > 1, $"{key}: no choice");
                Expect(deviceClass.Length == 0, $"{key}: dev_cla");
                break;
            case "switch":
                Expect(deviceClass is "" or "outlet" or "switch", $"{key}: dev_cla");
                Expect(entity.ContainsKey("pl_on") == entity.ContainsKey("stat_on"),
                    $"{key}: the state is compared with pl_on");
                break;
            case "button":
                Expect(HomeAssistantRules.ButtonClasses.Contains(deviceClass), $"{key}: dev_cla");
                break;
            case "event":
                Expect(entity["evt_typ"]!.AsArray().Count > 0, $"{key}: no evt_typ");
                break;
        }
    }

    private void Unit(string key, string deviceClass, JsonObject entity)
    {
        string? unit = Text(entity, "unit_of_meas");
        Expect(deviceClass.Length == 0 || HomeAssistantRules.Fits(deviceClass, unit),
            $"{key}: {deviceClass} in '{unit}'");
    }

    private void Sensor(string key, string deviceClass, JsonObject entity)
    {
        string? stateClass = Text(entity, "stat_cla");
        Expect(stateClass is null || HomeAssistantRules.MayCount(deviceClass, stateClass),
            $"{key}: {deviceClass} as {stateClass}");
        bool isChoice = entity["ops"]?.AsArray().Count > 0;
        Expect(isChoice == (deviceClass == "enum"), $"{key}: ops and enum");
        bool isNumber = key != "vin";
        Expect(isChoice || (stateClass is not null) == isNumber, $"{key}: stat_cla");
        Expect(entity["exp_aft"]?.GetValue<int>() > 60, $"{key}: exp_aft");
    }

    private void Number(string key, JsonObject entity)
    {
        double min = entity["min"]?.GetValue<double>() ?? 1;
        double max = entity["max"]?.GetValue<double>() ?? 100;
        Expect(min < max, $"{key}: min {min}, max {max}");
        Expect(entity["step"]?.GetValue<double>() >= 0.001, $"{key}: step");
    }

    private void Keys(JsonObject node, HashSet<string> known, string where)
    {
        foreach (string key in node.Select(member => member.Key).Where(key => !known.Contains(key)))
        {
            Expect(false, $"{where} has no {key}");
        }
    }

    private JsonObject Member(JsonObject node, string key)
    {
        Expect(node[key] is JsonObject, $"no {key}");
        return node[key] as JsonObject ?? [];
    }

    private void Expect(bool holds, string complaint)
    {
        if (!holds)
        {
            _complaints.Add(complaint);
        }
    }

    private static string? Text(JsonObject node, string key)
    {
        return node[key]?.GetValue<string>();
    }

    private static bool IsTopic(string? topic)
    {
        return topic is { Length: > 0 } && topic.IndexOfAny(['+', '#', '\0']) < 0;
    }
}
