using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class NameplateTests
{
    private readonly Nameplate _plate = new Nameplate();

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
        for (int i = 0; i < heard.Length; i++)
        {
            _plate.OnProtocol(heard[i] - '0');
        }
        Assert.AreEqual(protocol, _plate.Protocol);
    }

    [TestMethod]
    [DataRow("", 0)]
    [DataRow("32", 32)]
    [DataRow("32 40", 32)]
    [DataRow("32 40 32", 32)]
    [DataRow("32 40 40", 40)]
    [DataRow("32 16", 16)]
    [DataRow("32 16 32", 32)]
    [DataRow("64 32", 32)]
    [DataRow("64 32 32 64", 32)]
    public void Of_two_ratings_that_differ_the_lower_holds(string heard, int amps)
    {
        string[] ratings = heard.Split(' ');
        for (int i = 0; i < ratings.Length && heard != ""; i++)
        {
            _plate.OnRating(100 * int.Parse(ratings[i]));
        }
        Assert.AreEqual(100 * amps, _plate.RatingCentiamps);
    }

    [TestMethod]
    [DataRow(0, false)]
    [DataRow(100, true)]
    [DataRow(3200, true)]
    [DataRow(3250, false)]
    [DataRow(8000, true)]
    [DataRow(8100, false)]
    [DataRow(30467, false)]
    public void Knows_ratings_that_nobody_has_built(int centiamps, bool isPlausible)
    {
        Assert.AreEqual(isPlausible, Nameplate.IsPlausible(centiamps));
    }

    [TestMethod]
    public void Another_peripheral_begins_anew()
    {
        _plate.OnProtocol(1);
        _plate.OnProtocol(1);
        _plate.OnRating(3200);
        _plate.Clear();
        _plate.OnProtocol(1);
        _plate.OnRating(4000);
        Assert.AreEqual(2, _plate.Protocol);
        Assert.AreEqual(4000, _plate.RatingCentiamps);
    }
}
