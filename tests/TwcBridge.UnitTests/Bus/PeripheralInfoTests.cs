using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class PeripheralInfoTests
{
    private const string VinStart = "FDEE 1234 35594A33453145 /20";
    private const string VinMiddle = "FDEF 1234 41374A46303030 /20";
    private const string VinEnd = "FDF1 1234 303031 /20";
    private const string NoVin = "FDEE 1234 00 /20";
    private const int Unknown = PeripheralInfo.Unknown;

    private readonly PeripheralInfo _info = new PeripheralInfo();

    [TestMethod]
    public void Shows_nothing_that_was_not_heard()
    {
        Assert.AreEqual((long)Unknown, _info.EnergyRaw);
        Assert.AreEqual(Unknown, _info.Plug);
        for (int phase = 0; phase < 3; phase++)
        {
            Assert.AreEqual(Unknown, _info.Volts(phase));
            Assert.AreEqual(Unknown, _info.HalfAmps(phase));
        }
        Assert.IsFalse(_info.IsVersionKnown);
        Assert.IsFalse(_info.IsSerialKnown);
        Assert.IsFalse(_info.IsVinComplete);
        Assert.AreEqual("", Text(_info.Vin));
    }

    [TestMethod]
    public void Reads_the_captured_meter_answer()
    {
        Hear("FDEB 2587 0000039C 00F6 00F0 00F6 1A 19 18 /20");
        Assert.AreEqual(924L, _info.EnergyRaw);
        Assert.AreEqual(246, _info.Volts(0));
        Assert.AreEqual(240, _info.Volts(1));
        Assert.AreEqual(246, _info.Volts(2));
        Assert.AreEqual(26, _info.HalfAmps(0));
        Assert.AreEqual(25, _info.HalfAmps(1));
        Assert.AreEqual(24, _info.HalfAmps(2));
    }

    [TestMethod]
    public void Reads_version_serial_and_plug()
    {
        Hear("FDEC 1234 04 05 03 02 /16");
        Hear("FDED 1234 413137493030333933393320 /20");
        Hear("FDB4 1234 03 /14");
        Assert.IsTrue(_info.IsVersionKnown);
        Assert.AreEqual(4, _info.Version(0));
        Assert.AreEqual(5, _info.Version(1));
        Assert.AreEqual(3, _info.Version(2));
        Assert.AreEqual(2, _info.Version(3));
        Assert.AreEqual("A17I0039393", Text(_info.Serial));
        Assert.AreEqual(3, _info.Plug);
    }

    [TestMethod]
    public void A_vin_is_complete_with_its_third_part()
    {
        Hear(VinStart);
        Hear(VinMiddle);
        Assert.IsFalse(_info.IsVinComplete);
        Hear(VinEnd);
        Assert.IsTrue(_info.IsVinComplete);
        Assert.AreEqual("5YJ3E1EA7JF000001", Text(_info.Vin));
    }

    [TestMethod]
    public void A_vin_is_believed_gone_after_three_empty_answers()
    {
        HearVin();
        Hear(NoVin);
        Hear(NoVin);
        Assert.AreEqual("5YJ3E1EA7JF000001", Text(_info.Vin));
        Hear(NoVin);
        Assert.AreEqual(3, _info.EmptyVinCount);
        Assert.AreEqual("", Text(_info.Vin));
        Assert.IsFalse(_info.IsVinComplete);
    }

    [TestMethod]
    public void A_vin_in_between_begins_the_count_anew()
    {
        Hear(NoVin);
        Hear(NoVin);
        Hear(VinStart);
        Assert.AreEqual(0, _info.EmptyVinCount);
    }

    [TestMethod]
    public void Another_car_leaves_nothing_of_the_one_before()
    {
        HearVin();
        Hear(NoVin);
        _info.OnPlugIn();
        Assert.AreEqual("", Text(_info.Vin));
        Assert.IsFalse(_info.IsVinComplete);
        Assert.AreEqual(0, _info.EmptyVinCount);
    }

    [TestMethod]
    public void Unplugged_forgets_the_vin_but_not_that_nobody_answers_to_it()
    {
        HearVin();
        Hear("FDB4 1234 00 /16");
        Assert.AreEqual("", Text(_info.Vin));
        Hear(NoVin);
        Hear(NoVin);
        Hear("FDB4 1234 00 /16");
        Assert.AreEqual(2, _info.EmptyVinCount);
    }

    // Plug, VIN known, state, then whether a car is there.
    [TestMethod]
    [DataRow(Unknown, false, Unknown, false)]
    [DataRow(Unknown, false, 0x00, false)]
    [DataRow(Unknown, true, 0x00, true)]
    [DataRow(Unknown, true, Unknown, true)]
    [DataRow(Unknown, false, 0x01, true)]
    [DataRow(Unknown, false, 0x02, false)]
    [DataRow(Unknown, false, 0x03, true)]
    [DataRow(Unknown, false, 0x04, true)]
    [DataRow(Unknown, false, 0x08, true)]
    [DataRow(0, false, 0x00, false)]
    [DataRow(1, false, 0x00, true)]
    [DataRow(3, false, 0x00, true)]
    [DataRow(3, false, 0x02, true)]
    [DataRow(0, false, 0x01, true)]
    public void A_car_is_present(int plug, bool hasVin, int state, bool isPresent)
    {
        if (plug != Unknown)
        {
            Hear("FDB4 1234 0" + plug + " /16");
        }
        if (hasVin)
        {
            HearVin();
        }
        Assert.AreEqual(isPresent, _info.IsCarPresent(state));
    }

    [TestMethod]
    public void Clear_makes_it_as_new()
    {
        Reads_the_captured_meter_answer();
        Reads_version_serial_and_plug();
        HearVin();
        _info.Clear();
        Shows_nothing_that_was_not_heard();
    }

    private void HearVin()
    {
        Hear(VinStart);
        Hear(VinMiddle);
        Hear(VinEnd);
    }

    private void Hear(string frame)
    {
        _info.OnAnswer(HeardMessage.Of(frame));
    }

    private static string Text(byte[] bytes)
    {
        string text = "";
        for (int i = 0; i < bytes.Length && bytes[i] != 0; i++)
        {
            text += (char)bytes[i];
        }
        return text;
    }
}
