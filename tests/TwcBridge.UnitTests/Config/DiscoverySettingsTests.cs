using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

[TestClass]
public class DiscoverySettingsTests
{
    [TestMethod]
    public void Announces_where_home_assistant_looks_unless_told_otherwise()
    {
        Settings settings = new Settings();
        Assert.IsTrue(settings.Flag(SettingKey.HaDiscovery));
        Assert.AreEqual("homeassistant", settings.Text(SettingKey.HaPrefix));
    }

    [TestMethod]
    [DataRow("ha", true)]
    [DataRow("home/assistant-2_X", true)]
    [DataRow("12345678901234567890123456789012", true)]
    [DataRow("123456789012345678901234567890123", false)]
    [DataRow("", false)]
    [DataRow("ha/#", false)]
    [DataRow("ha/+", false)]
    [DataRow("ha ha", false)]
    [DataRow("h\u00e4", false)]
    public void Takes_only_a_prefix_that_topics_can_start_with(string prefix, bool taken)
    {
        Settings settings = new Settings();
        Assert.AreEqual(taken, settings.TrySet(SettingKey.HaPrefix, prefix));
        Assert.AreEqual(taken ? prefix : "homeassistant", settings.Text(SettingKey.HaPrefix));
    }
}
