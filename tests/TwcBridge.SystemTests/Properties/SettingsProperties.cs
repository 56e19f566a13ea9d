using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Properties;

/// <summary>Settings as JSON, written by one and read by another.</summary>
[TestClass]
public sealed class SettingsProperties
{
    private static readonly SettingKey[] Keys = Enum.GetValues<SettingKey>();

    [TestMethod]
    public void What_is_written_is_read_again_by_us_and_by_others()
    {
        Chance.Check(script =>
        {
            Settings settings = Any(script);
            byte[] json = Written(settings);
            using JsonDocument document = JsonDocument.Parse(json);
            Assert.AreEqual(Keys.Length, document.RootElement.EnumerateObject().Count());
            foreach (SettingKey key in Keys.Where(SettingsTable.IsText))
            {
                Assert.AreEqual(settings.Text(key), document.RootElement
                    .GetProperty(SettingsTable.NameOf(key)).GetString());
            }
            Settings again = new();
            SettingsProblem problem = new SettingsReader().Read(json, json.Length, again);
            if (settings.IsConsistent(out _))
            {
                Assert.AreEqual(SettingsProblem.None, problem);
                CollectionAssert.AreEqual(json, Written(again));
            }
            else
            {
                Assert.AreEqual(SettingsProblem.Inconsistent, problem);
                CollectionAssert.AreEqual(Written(new Settings()), Written(again));
            }
        });
    }

    [TestMethod]
    public void One_bad_line_refuses_the_whole_update()
    {
        Chance.Check(script =>
        {
            Settings settings = new();
            byte[] before = Written(settings);
            List<string> lines = Good(script);
            string bad = script.Of("\"site_limit_amps\":5.99", "\"max_connectors\":9",
                "\"lease_seconds\":1.5", "\"stop_mode\":\"never\"", "\"passive\":1",
                "\"box\":\"a/b\"", "\"mqtt_port\":\"1883\"", "\"unknown\":0", "\"box\":null",
                "\"default_amps\":80.01", "\"site_limit_amps\":20,\"site_limit_amps\":20");
            lines.Insert(script.Next(lines.Count + 1), bad);
            byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', lines)}}}");
            SettingsReader reader = new();
            Assert.AreNotEqual(SettingsProblem.None, reader.Read(json, json.Length, settings));
            Assert.Contains($"\"{reader.Key}\"", bad, "blames another");
            CollectionAssert.AreEqual(before, Written(settings));
        });
    }

    [TestMethod]
    public void An_update_changes_what_it_names_and_nothing_else()
    {
        Chance.Check(script =>
        {
            Settings settings = new();
            Dictionary<string, string> expected = Values(Written(settings));
            List<string> lines = Good(script);
            byte[] json = Encoding.UTF8.GetBytes($"{{{string.Join(',', lines)}}}");
            Assert.AreEqual(SettingsProblem.None,
                new SettingsReader().Read(json, json.Length, settings));
            foreach ((string name, string value) in Values(json))
            {
                expected[name] = value;
            }
            CollectionAssert.AreEquivalent(expected, Values(Written(settings)));
        });
    }

    private static Settings Any(Script script)
    {
        Settings settings = new();
        foreach (SettingKey key in Keys)
        {
            int least = SettingsTable.MinOf(key);
            int most = SettingsTable.MaxOf(key);
            if (SettingsTable.IsText(key))
            {
                settings.TrySet(key, AnyText(script, script.Between(0, most)));
            }
            else if (!script.OneIn(3))
            {
                settings.TrySet(key, script.Between(least, most));
            }
        }
        return settings;
    }

    // As many bytes: what is longer is refused by the reader, though not by Settings, which counts
    // characters.
    private static string AnyText(Script script, int length)
    {
        StringBuilder text = new();
        while (Encoding.UTF8.GetByteCount(text.ToString()) + 3 <= length)
        {
            text.Append(script.Of("a", "Z", "7", "-", "_", "/", "\"", "\\", "\u00E9", "\u20AC"));
        }
        return text.ToString();
    }

    private static List<string> Good(Script script)
    {
        string[] lines =
        [
            "\"connector_limit_amps\":16.0", "\"default_amps\":null", "\"lease_seconds\":60",
            "\"ha_discovery\":false", "\"mqtt_host\":\"10.0.0.2\"", "\"mqtt_user\":\"\u00E9\"",
            "\"wifi_ssid\":\"home\"",
        ];
        return lines.Where(_ => script.OneIn(2)).ToList();
    }

    private static Dictionary<string, string> Values(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateObject()
            .ToDictionary(line => line.Name, line => line.Value.ToString());
    }

    private static byte[] Written(Settings settings)
    {
        ByteWriter output = new(8192);
        JsonWriter json = new(output);
        json.Restart();
        SettingsWriter.Write(json, settings, true);
        Assert.IsFalse(output.Overflowed);
        return output.Buffer[..output.Length];
    }
}
