using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>PROTOCOL 6 rule 8: 10 % or 1 A too much for more than about 10 s.</summary>
[TestClass]
public class OverdrawAlarmTests
{
    private const long Never = long.MaxValue;

    private readonly OverdrawAlarm _alarm = new OverdrawAlarm();

    [TestMethod]
    [DataRow(0, 100)]
    [DataRow(600, 700)]
    [DataRow(1000, 1100)]
    [DataRow(1010, 1111)]
    [DataRow(1600, 1760)]
    [DataRow(3200, 3520)]
    public void Tolerates_a_tenth_or_an_amp(int offered, int tolerated)
    {
        Assert.AreEqual(tolerated, OverdrawAlarm.Tolerated(offered));
        _alarm.OnReport(tolerated, offered, 1000);
        Assert.AreEqual(Never, _alarm.DueAtMs);
        _alarm.OnReport(tolerated + 1, offered, 1000);
        Assert.AreEqual(11000L, _alarm.DueAtMs);
    }

    [TestMethod]
    public void Is_raised_after_ten_seconds_of_it()
    {
        _alarm.OnReport(1800, 1600, 1000);
        _alarm.OnReport(1900, 1600, 6000);
        _alarm.OnTime(10999);
        Assert.IsFalse(_alarm.IsRaised);
        _alarm.OnTime(11000);
        Assert.IsTrue(_alarm.IsRaised);
        Assert.AreEqual(Never, _alarm.DueAtMs);
    }

    [TestMethod]
    public void A_report_within_the_limit_ends_it()
    {
        _alarm.OnReport(1800, 1600, 1000);
        _alarm.OnReport(1600, 1600, 10999);
        _alarm.OnTime(20000);
        Assert.IsFalse(_alarm.IsRaised);
        _alarm.OnReport(1800, 1600, 20000);
        _alarm.OnTime(30000);
        Assert.IsTrue(_alarm.IsRaised);
        _alarm.OnReport(1800, 1600, 31000);
        Assert.IsTrue(_alarm.IsRaised);
        _alarm.OnReport(1760, 1600, 32000);
        Assert.IsFalse(_alarm.IsRaised);
    }

    [TestMethod]
    public void Clear_ends_it_too()
    {
        _alarm.OnReport(1800, 1600, 1000);
        _alarm.Clear();
        _alarm.OnTime(11000);
        Assert.IsFalse(_alarm.IsRaised);
        _alarm.OnReport(1800, 1600, 12000);
        _alarm.OnTime(22000);
        _alarm.Clear();
        Assert.IsFalse(_alarm.IsRaised);
    }
}
