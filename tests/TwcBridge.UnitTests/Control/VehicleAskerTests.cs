using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class VehicleAskerTests
{
    private const int Again = VehicleAsker.RepeatMs;

    private readonly VehicleAsker _asker = new VehicleAsker(2);
    private readonly BoxStatus _status = new BoxStatus();

    public VehicleAskerTests()
    {
        _status.StopMode = StopMode.Vehicle;
        _status.ConnectorCount = 2;
        for (int i = 0; i < 2; i++)
        {
            ConnectorStatus connector = _status.Connector(i);
            connector.Linked = true;
            connector.Connected = true;
            connector.Charging = true;
            connector.MinCentiamps = 600;
            connector.RequestedCentiamps = 1000;
        }
    }

    private ConnectorStatus First => _status.Connector(0);

    [TestMethod]
    public void Nobody_is_asked_for_anything_while_all_may_charge()
    {
        Assert.AreEqual("", AskedAt(0));
    }

    [TestMethod]
    public void A_car_that_may_not_charge_is_asked_to_stop_until_it_does()
    {
        First.Enabled = false;
        Assert.AreEqual(
            "0 {'action':'stop','vin':null,'reason':'not_enabled'}", AskedAt(1000));
        Assert.AreEqual("", AskedAt(1000 + Again - 1));
        Assert.AreEqual(
            "0 {'action':'stop','vin':null,'reason':'not_enabled'}", AskedAt(1000 + Again));
        First.Charging = false;
        Assert.AreEqual("", AskedAt(1000 + 3 * Again));
    }

    [TestMethod]
    public void A_claim_of_nothing_is_a_stop()
    {
        _status.Connector(1).RequestedCentiamps = 599;
        Assert.AreEqual(
            "1 {'action':'stop','vin':null,'reason':'nothing_offered'}", AskedAt(0));
    }

    [TestMethod]
    public void A_car_that_was_asked_to_stop_is_asked_once_to_start_again()
    {
        First.Enabled = false;
        AskedAt(0);
        First.Charging = false;
        First.Enabled = true;
        Assert.AreEqual("0 {'action':'start','vin':null,'reason':'allowed'}", AskedAt(1000));
        Assert.AreEqual("", AskedAt(2 * Again));
    }

    [TestMethod]
    public void The_next_car_was_never_asked()
    {
        First.Enabled = false;
        AskedAt(0);
        First.Connected = false;
        Assert.AreEqual("", AskedAt(1000));
        First.Connected = true;
        First.Enabled = true;
        Assert.AreEqual("", AskedAt(2000));
    }

    [TestMethod]
    public void Other_stop_modes_ask_nobody()
    {
        First.Enabled = false;
        _status.StopMode = StopMode.Minimum;
        Assert.AreEqual("", AskedAt(0));
    }

    [TestMethod]
    public void The_car_is_named_where_that_is_allowed()
    {
        First.Enabled = false;
        byte[] vin = TestText.Bytes("5YJSA1E26HF000337");
        System.Array.Copy(vin, First.Vin, vin.Length);
        Assert.AreEqual(
            "0 {'action':'stop','vin':'5YJSA1E26HF000337','reason':'not_enabled'}", AskedAt(0));
    }

    private string AskedAt(long nowMs)
    {
        _asker.OnStatus(_status);
        int index = _asker.Next(_status, nowMs);
        if (index == VehicleAsker.None)
        {
            return "";
        }
        ByteWriter output = new ByteWriter(128);
        VehicleAsker.Write(new JsonWriter(output), _status.Connector(index));
        _asker.OnAsked(index, _status.Connector(index), nowMs);
        return index.ToString() + " " + TestText.Row(output);
    }
}
