using System;
using System.Linq;
using TwcBridge.Charging;
using TwcBridge.Config;
using TwcBridge.Loops;

namespace TwcBridge.SystemTests.Http;

/// <summary>A setting that is said to be in force at once really reaches the bus side.</summary>
[TestClass]
public class LimitDeskTests
{
    [TestMethod]
    public void Every_setting_that_needs_no_restart_reaches_the_bus_loop()
    {
        SettingKey[] keys = [.. Enum.GetValues<SettingKey>().Where(key =>
            SettingsTable.TakesEffectAtOnce(key) && !SettingsTable.IsText(key))];
        Assert.IsGreaterThan(4, keys.Length);
        foreach (SettingKey key in keys)
        {
            Settings settings = new();
            ChargingOptions taken = BridgeOptions.From(settings).Charging;
            Assert.IsTrue(settings.TrySet(key, SettingsTable.MaxOf(key)), $"{key}");
            LimitDesk desk = new();
            desk.Post(settings);

            Assert.AreNotEqual(Describe(BridgeOptions.From(settings).Charging), Describe(taken));
            Assert.IsTrue(desk.TryTake(taken));
            Assert.AreEqual(
                Describe(BridgeOptions.From(settings).Charging), Describe(taken), $"{key}");
            Assert.IsFalse(desk.TryTake(taken), "once");
        }
    }

    private static string Describe(ChargingOptions options)
    {
        return string.Join(' ', typeof(ChargingOptions).GetFields()
            .Where(field => !field.IsLiteral)
            .Select(field => $"{field.Name}={field.GetValue(options)}"));
    }
}
