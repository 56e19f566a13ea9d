using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

[TestClass]
public class EnergyMeterTests
{
    private const int MinuteMs = 60000;
    private const int Watts = 6000;     // 100 Wh a minute.

    [TestMethod]
    public void Tells_nothing_before_the_unit_is_known()
    {
        EnergyMeter meter = Charged(924, 2, false);
        Assert.AreEqual(EnergyMeter.Unknown, meter.WattHours);
        Assert.AreEqual(200L, meter.ReckonedWattHours);
    }

    [TestMethod]
    [DataRow(10690796, 0, EnergyUnit.WattHours)]
    [DataRow(999999, 0, EnergyUnit.Unknown)]
    [DataRow(1000000, 0, EnergyUnit.WattHours)]
    [DataRow(924, 19, EnergyUnit.Unknown)]
    [DataRow(924, 20, EnergyUnit.KilowattHours)]
    public void Finds_the_unit_by_size_or_by_a_counter_that_stands(
        int raw, int minutes, EnergyUnit expected)
    {
        EnergyMeter meter = Charged(raw, minutes, false);
        Assert.AreEqual((int)expected, (int)meter.Unit);
    }

    [TestMethod]
    [DataRow(2, EnergyUnit.Unknown)]
    [DataRow(3, EnergyUnit.WattHours)]
    public void Finds_watt_hours_by_a_counter_that_rises_with_the_reckoning(
        int minutes, EnergyUnit expected)
    {
        EnergyMeter meter = Charged(4000, minutes, true);
        Assert.AreEqual((int)expected, (int)meter.Unit);
    }

    [TestMethod]
    public void Climbs_between_two_kilowatt_hours_and_never_as_far_as_the_next()
    {
        EnergyMeter meter = Charged(924, 20, false);
        long atMs = 20L * MinuteMs;
        long last = meter.WattHours;
        Assert.AreEqual(924000L, last);
        for (int minute = 1; minute <= 15; minute++)
        {
            atMs += MinuteMs;
            meter.OnPower(Watts, atMs);
            meter.OnCount(924, atMs);
            long expected = 924000 + (minute < 10 ? minute * 100 : 999);
            Assert.AreEqual(expected, meter.WattHours);
        }
        meter.OnPower(Watts, atMs);
        meter.OnCount(925, atMs);
        Assert.AreEqual(925000L, meter.WattHours);
    }

    [TestMethod]
    [DataRow(923)]
    [DataRow(930)]
    [DataRow(16777215)]
    public void Does_not_believe_a_count_that_falls_or_jumps(int spoilt)
    {
        EnergyMeter meter = Charged(924, 20, false);
        long atMs = 20L * MinuteMs;
        long before = meter.WattHours;
        meter.OnCount(spoilt, atMs + 5000);
        Assert.AreEqual(before, meter.WattHours);
        Assert.AreEqual(1L, meter.DoubtedCount);
        meter.OnCount(924, atMs + 10000);
        Assert.AreEqual(before, meter.WattHours);
    }

    [TestMethod]
    public void Goes_on_from_where_it_was_when_the_meter_really_begins_anew()
    {
        EnergyMeter meter = Charged(924, 20, false);
        long atMs = 20L * MinuteMs;
        long before = meter.WattHours;
        for (int i = 0; i < EnergyMeter.BelievedAfter; i++)
        {
            meter.OnCount(0, atMs);
            Assert.AreEqual(before, meter.WattHours);
        }
        meter.OnPower(0, atMs);
        meter.OnCount(1, atMs + 10 * MinuteMs);
        Assert.AreEqual(before + 1000, meter.WattHours);
    }

    [TestMethod]
    [DataRow(EnergyMeter.LongestStepMs, 100)]
    [DataRow(EnergyMeter.LongestStepMs + 1, 0)]
    public void Does_not_reckon_over_a_gap(int gapMs, int expectedWattHours)
    {
        EnergyMeter meter = new EnergyMeter(EnergyUnit.Unknown);
        meter.OnPower(Watts, 0);
        meter.OnPower(Watts, gapMs);
        Assert.AreEqual((long)expectedWattHours, meter.ReckonedWattHours);
    }

    [TestMethod]
    public void Another_connectors_meter_starts_from_nothing()
    {
        EnergyMeter meter = Charged(10690796, 1, true);
        Assert.IsTrue(meter.WattHours > 0);
        meter.Clear();
        Assert.AreEqual(EnergyMeter.Unknown, meter.WattHours);
        Assert.AreEqual(0L, meter.ReckonedWattHours);
        Assert.AreEqual((int)EnergyUnit.Unknown, (int)meter.Unit);
    }

    [TestMethod]
    public void A_session_counts_from_plug_in_to_unplug()
    {
        ChargeSession session = new ChargeSession();
        session.OnCar(false, 100, 1000);
        Assert.IsFalse(session.IsOpen);
        session.OnCar(true, 100, 2000);
        session.OnCar(true, 250, 62000);
        Assert.IsTrue(session.IsOpen);
        Assert.AreEqual(150L, session.WattHours(250));
        Assert.AreEqual(60000L, session.DurationMs(62000));
        session.OnCar(false, 250, 63000);
        session.OnCar(true, 250, 64000);
        Assert.AreEqual(0L, session.WattHours(250));
        Assert.AreEqual(1000L, session.DurationMs(65000));
    }

    // A meter that was read once a minute while the power was constant.
    private static EnergyMeter Charged(int raw, int minutes, bool countsWattHours)
    {
        EnergyMeter meter = new EnergyMeter(EnergyUnit.Unknown);
        for (int minute = 0; minute <= minutes; minute++)
        {
            long atMs = (long)minute * MinuteMs;
            meter.OnPower(Watts, atMs);
            meter.OnCount(raw + (countsWattHours ? minute * 100 : 0), atMs);
        }
        return meter;
    }

    [TestMethod]
    [DataRow(EnergyUnit.KilowattHours, 924000L)]
    [DataRow(EnergyUnit.WattHours, 924L)]
    [DataRow(EnergyUnit.Unknown, EnergyMeter.Unknown)]
    public void Believes_the_owner_who_knows_the_unit(EnergyUnit unit, long wattHours)
    {
        EnergyMeter meter = new EnergyMeter(unit);
        meter.OnPower(0, 1000);
        meter.OnCount(924, 1000);
        Assert.AreEqual(wattHours, meter.WattHours);
        meter.Clear();
        meter.OnCount(924, 2000);
        Assert.AreEqual(wattHours, meter.WattHours);
    }
}
