using TwcBridge.Config;

namespace TwcBridge.UnitTests.Config;

[TestClass]
public class SetupPasswordTests
{
    [TestMethod]
    public void Is_a_valid_WPA2_password_without_characters_that_look_alike()
    {
        byte[] random = new byte[SetupPassword.Length];
        for (int value = 0; value < 256; value++)
        {
            random[0] = (byte)value;
            string password = SetupPassword.From(random);
            Assert.IsTrue(password.Length >= SettingsTable.MinWpaLength);
            Assert.IsTrue("l1o0".IndexOf(password[0]) < 0, password);
        }
    }

    [TestMethod]
    public void Every_random_byte_counts_and_every_character_is_as_likely()
    {
        byte[] random = new byte[SetupPassword.Length];
        int[] seen = new int[128];
        for (int value = 0; value < 256; value++)
        {
            random[SetupPassword.Length - 1] = (byte)value;
            seen[SetupPassword.From(random)[SetupPassword.Length - 1]]++;
        }
        int used = 0;
        for (int i = 0; i < seen.Length; i++)
        {
            Assert.IsTrue(seen[i] == 0 || seen[i] == 8);
            used += seen[i] == 0 ? 0 : 1;
        }
        Assert.AreEqual(32, used);
    }
}
