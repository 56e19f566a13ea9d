using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class ProtocolSenseTests
{
    [TestMethod]
    [DataRow("", 2)]
    [DataRow("1", 2)]
    [DataRow("2", 2)]
    [DataRow("11", 1)]
    [DataRow("12", 2)]
    [DataRow("121", 2)]
    [DataRow("112", 1)]
    [DataRow("1121", 1)]
    [DataRow("1122", 2)]
    [DataRow("2211", 1)]
    public void It_takes_two_frames_in_a_row_to_change_the_protocol(string heard, int protocol)
    {
        ProtocolSense sense = new ProtocolSense();
        for (int i = 0; i < heard.Length; i++)
        {
            sense.OnFrame(heard[i] - '0');
        }
        Assert.AreEqual(protocol, sense.Protocol);
    }

    [TestMethod]
    public void Another_peripheral_begins_anew()
    {
        ProtocolSense sense = new ProtocolSense();
        sense.OnFrame(1);
        sense.OnFrame(1);
        sense.Clear();
        sense.OnFrame(1);
        Assert.AreEqual(2, sense.Protocol);
    }
}
