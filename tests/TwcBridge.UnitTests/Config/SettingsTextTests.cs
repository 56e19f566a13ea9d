using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

/// <summary>Texts are measured in bytes of UTF-8, as files and the wire have them.</summary>
[TestClass]
public class SettingsTextTests
{
    [TestMethod]
    [DataRow("a", 64, true)]
    [DataRow("a", 65, false)]
    [DataRow("\u00e4", 32, true)]
    [DataRow("\u00e4", 33, false)]
    [DataRow("\u20ac", 21, true)]
    [DataRow("\u20ac", 22, false)]
    [DataRow("\ud83d\ude97", 16, true)]
    [DataRow("\ud83d\ude97", 17, false)]
    public void Takes_up_to_64_bytes_of_any_sign(string sign, int count, bool taken)
    {
        Settings settings = new Settings();
        string text = "";
        for (int i = 0; i < count; i++)
        {
            text += sign;
        }
        Assert.AreEqual(taken, settings.TrySet(SettingKey.MqttUser, text));
    }

    [TestMethod]
    [DataRow("1234567", false)]
    [DataRow("12345678", true)]
    [DataRow("\u00e4\u00e4\u00e4\u00e4", true)]
    [DataRow("", true)]
    public void Wants_8_bytes_of_a_password(string password, bool isLongEnough)
    {
        Settings settings = new Settings();
        Assert.IsTrue(settings.TrySet(SettingKey.HttpPassword, password));
        Assert.AreEqual(isLongEnough, settings.IsConsistent(out SettingKey _));
    }
}
