using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

[TestClass]
public class HeldButtonTests
{
    [TestMethod]
    public void Is_told_once_when_the_time_is_up()
    {
        HeldButton button = new HeldButton();
        Assert.IsFalse(button.OnLevel(true, 100));
        Assert.IsFalse(button.OnLevel(true, 100 + HeldButton.HoldMs - 1));
        Assert.IsTrue(button.OnLevel(true, 100 + HeldButton.HoldMs));
        Assert.IsFalse(button.OnLevel(true, 100 + HeldButton.HoldMs + 1));
        Assert.IsFalse(button.OnLevel(true, 100 + 3 * HeldButton.HoldMs));
    }

    [TestMethod]
    public void Letting_go_starts_afresh()
    {
        HeldButton button = new HeldButton();
        button.OnLevel(true, 0);
        button.OnLevel(false, HeldButton.HoldMs - 1);
        Assert.IsFalse(button.OnLevel(true, HeldButton.HoldMs));
        Assert.IsTrue(button.OnLevel(true, 2 * HeldButton.HoldMs));
        button.OnLevel(false, 2 * HeldButton.HoldMs + 1);
        Assert.IsFalse(button.OnLevel(true, 2 * HeldButton.HoldMs + 2));
        Assert.IsTrue(button.OnLevel(true, 3 * HeldButton.HoldMs + 2));
    }
}
