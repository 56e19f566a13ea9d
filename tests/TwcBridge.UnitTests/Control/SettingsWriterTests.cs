using System.Text;
using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class SettingsWriterTests
{
    private readonly ByteWriter _text = new ByteWriter(SlotRecord.MaxPayloadLength);

    [TestMethod]
    public void What_is_written_with_secrets_reads_back_as_it_was()
    {
        Settings settings = Strange();
        SettingsWriter.Write(new JsonWriter(_text), settings, true);
        Settings read = new Settings();
        SettingsProblem problem = new SettingsReader().Read(_text.Buffer, _text.Length, read);

        Assert.AreEqual(SettingsProblem.None, problem);
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            Assert.AreEqual(settings.Number(key), read.Number(key), SettingsTable.NameOf(key));
            Assert.AreEqual(settings.Text(key), read.Text(key), SettingsTable.NameOf(key));
        }
    }

    [TestMethod]
    public void The_longest_settings_fit_a_slot()
    {
        Settings settings = new Settings();
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            int most = SettingsTable.MaxOf(key);
            bool isSet = SettingsTable.IsText(key)
                ? IsLongestSet(settings, key, most)
                : settings.TrySet(key, most);
            Assert.IsTrue(isSet, SettingsTable.NameOf(key));
        }
        SettingsWriter.Write(new JsonWriter(_text), settings, true);
        Assert.IsFalse(_text.Overflowed);
        Assert.AreEqual(SettingsProblem.None,
            new SettingsReader().Read(_text.Buffer, _text.Length, new Settings()));
    }

    [TestMethod]
    public void No_secret_leaves_without_being_asked_for()
    {
        SettingsWriter.Write(new JsonWriter(_text), Strange(), false);
        string text = Encoding.UTF8.GetString(_text.Buffer, 0, _text.Length);

        Assert.IsTrue(text.IndexOf("hidden") < 0, text);
        Assert.IsTrue(text.IndexOf("\"mqtt_password\":\"***\"") > 0, text);
        Assert.IsTrue(text.IndexOf("\"setup_password\":null") > 0, text);
        Assert.IsTrue(text.IndexOf("\"wifi_ssid\":\"Caf\\u00e9 \\\"1\\\"\"") > 0, text);
    }

    // Two bytes a character, and six when written: the most that a text of so many bytes can take.
    // A part of a topic takes plain letters only.
    private static bool IsLongestSet(Settings settings, SettingKey key, int most)
    {
        return settings.TrySet(key, new string('\u00e9', most / 2))
            || settings.TrySet(key, new string('b', most));
    }

    private static Settings Strange()
    {
        Settings settings = new Settings();
        settings.TrySet(SettingKey.SiteLimit, 3_250);
        settings.TrySet(SettingKey.DefaultAmps, 1_300);
        settings.TrySet(SettingKey.Passive, 1);
        settings.TrySet(SettingKey.StopMode, 2);
        settings.TrySet(SettingKey.MqttHost, "broker.lan");
        settings.TrySet(SettingKey.MqttUser, "me");
        settings.TrySet(SettingKey.MqttPassword, "hidden 1");
        settings.TrySet(SettingKey.WifiSsid, "Caf\u00e9 \"1\"");
        settings.TrySet(SettingKey.WifiPassword, "hidden\\2");
        return settings;
    }
}
