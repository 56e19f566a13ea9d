using TwcBridge.Charging;

namespace TwcBridge.UnitTests.Charging;

/// <summary>From wishes to offers: pauses at -1, 0 and +1 ms, room, and breaches.</summary>
[TestClass]
public class OfferPacerTests
{
    private const int Count = 3;
    private const long Never = long.MaxValue;

    private readonly ChargingOptions _options = new ChargingOptions();
    private readonly Connector[] _connectors = new Connector[Count];
    private readonly ConnectorReport _report = new ConnectorReport { HasCar = true };
    private readonly AllocationRound _round = new AllocationRound();
    private readonly OfferPacer _pacer;

    public OfferPacerTests()
    {
        for (int i = 0; i < Count; i++)
        {
            _connectors[i] = new Connector();
            _connectors[i].Assign(0xA00 + i);
            _connectors[i].OnLinkReady(3200, i == 2 ? 1 : 2, 0);
            Obey(i, 0);
            _round.IsPresent[i] = true;
            _round.IsServed[i] = true;
            _round.MinCentiamps[i] = _connectors[i].MinCentiamps;
        }
        _round.Count = Count;
        _round.HardCentiamps = 3200;
        _round.SoftCentiamps = 3200;
        _pacer = new OfferPacer(_options, _connectors);
    }

    [TestMethod]
    public void The_first_offer_is_made_at_once_and_the_next_after_five_seconds()
    {
        Check(100000, "6 0 0", "6 0 0", Never);
        Check(100000, "8 0 0", "6 0 0", 105000);
        Check(104999, "8 0 0", "6 0 0", 105000);
        Check(105000, "8 0 0", "8 0 0", Never);
        Check(105001, "6 0 0", "8 0 0", 110000);
        Obey(0, 110000);
        Check(109999, "6 0 0", "8 0 0", 110000);
        Check(110000, "6 0 0", "6 0 0", Never);
    }

    [TestMethod]
    public void Off_waits_a_minute_at_the_minimum_and_on_waits_a_minute_at_0()
    {
        Check(100000, "0 0 9", "0 0 9", Never);
        Check(105000, "0 0 0", "0 0 5", 160000);
        Check(159999, "0 0 0", "0 0 5", 160000);
        Check(160000, "0 0 0", "0 0 0", Never);
        Obey(2, 160000);
        Check(160001, "0 0 9", "0 0 0", 165000);
        Check(219999, "0 0 9", "0 0 0", 220000);
        Check(220000, "0 0 9", "0 0 9", Never);
    }

    [TestMethod]
    public void A_raise_takes_only_what_the_others_surely_leave()
    {
        Check(100000, "20 12 0", "20 12 0", Never);
        Obey(0, 100000);
        Obey(1, 100000);
        Check(105000, "10 12 10", "10 12 0", Never);
        Obey(0, 106000);
        Check(106000, "10 12 10", "10 12 10", Never);
    }

    [TestMethod]
    public void A_raise_goes_as_far_as_there_is_room_now()
    {
        Check(100000, "20 6 0", "20 6 0", Never);
        Obey(0, 100000);
        Obey(1, 100000);
        Check(105000, "16 16 0", "16 12 0", Never);
        Obey(0, 106000);
        Check(106000, "16 16 0", "16 12 0", 110000);
        Obey(1, 106000);
        Check(110000, "16 16 0", "16 16 0", Never);
    }

    [TestMethod]
    public void Room_below_the_minimum_is_no_room()
    {
        Check(100000, "27 0 0", "27 0 0", Never);
        Obey(0, 100000);
        Check(100001, "27 6 0", "27 0 0", Never);
        Check(100001, "27 0 5", "27 0 5", Never);
    }

    [TestMethod]
    public void The_claim_limits_the_sum_on_the_way_too()
    {
        Check(100000, "12 0 0", "12 0 0", Never);
        Obey(0, 100000);
        _round.SoftCentiamps = 1600;
        Check(100001, "8 8 0", "12 0 0", 105000);
        Check(105000, "8 8 0", "8 8 0", Never);
    }

    [TestMethod]
    public void A_breach_lowers_at_once_down_to_0_and_raises_nobody()
    {
        Check(100000, "16 10 6", "16 10 6", Never);
        for (int i = 0; i < Count; i++)
        {
            Obey(i, 100000);
        }
        _round.HardCentiamps = 1400;
        Check(100001, "8 6 0", "8 6 0", Never);
    }

    // Else the ledger would cut it when it is told, and tell the rest a moment later.
    [TestMethod]
    public void A_breach_takes_back_the_part_of_a_raise_that_others_still_hold()
    {
        Check(100000, "16 6 6", "16 6 6", Never);
        for (int i = 0; i < Count; i++)
        {
            Obey(i, 100000);
        }
        Check(105000, "16 10 6", "16 10 6", Never);
        _round.HardCentiamps = 2900;
        Check(105001, "10 12 6", "10 7 6", Never);
        Obey(0, 105002);
        Obey(1, 105002);
        Check(110000, "10 12 6", "10 7 6", 110001);
        Check(110001, "10 12 6", "10 12 6", Never);
    }

    [TestMethod]
    public void A_breach_leaves_the_first_offer_to_the_ledger_where_not_even_a_minimum_is_free()
    {
        Check(100000, "16 6 0", "16 6 0", Never);
        Obey(0, 100000);
        Obey(1, 100000);
        Check(100000, "16 6 10", "16 6 10", Never);
        _round.HardCentiamps = 2600;
        Check(100001, "10 6 10", "10 6 10", Never);
    }

    [TestMethod]
    public void Current_out_of_our_hands_can_be_a_breach()
    {
        Check(100000, "16 16 0", "16 16 0", Never);
        _round.ReservedCentiamps = 100;
        Check(100001, "15 16 0", "15 16 0", Never);
    }

    [TestMethod]
    public void A_limit_that_another_one_still_holds_can_be_a_breach()
    {
        Check(100000, "16 8 0", "16 8 0", Never);
        Obey(0, 100000);
        Hold(1, 2000, 100000);
        Check(100001, "15 8 0", "15 8 0", Never);
    }

    [TestMethod]
    public void Nobody_unlinked_is_offered_anything()
    {
        _connectors[1].OnLost(30000);
        _connectors[1].OnTime(30000);
        Check(100000, "8 8 8", "8 0 8", Never);
    }

    [TestMethod]
    public void Who_is_not_served_is_silent_at_once_and_served_again_after_a_minute()
    {
        Check(100000, "8 8 8", "8 8 8", Never);
        _round.IsServed[1] = false;
        Check(100001, "8 0 8", "8 - 8", Never);
        _round.IsServed[1] = true;
        Check(160000, "8 0 8", "8 - 8", 160001);
        Check(160001, "8 0 8", "8 0 8", Never);
    }

    [TestMethod]
    public void A_breach_silences_at_once_and_is_no_reason_to_speak_again()
    {
        Check(100000, "8 8 8", "8 8 8", Never);
        _round.IsServed[1] = false;
        Check(100001, "8 0 8", "8 - 8", Never);
        _round.IsServed[1] = true;
        _round.ReservedCentiamps = 3200;
        Check(130000, "8 0 8", "8 - 8", 160001);
        Check(160001, "8 0 8", "8 0 8", Never);
    }

    [TestMethod]
    public void In_silence_mode_an_offer_of_0_is_silence_on_protocol_2()
    {
        _options.StopMode = StopMode.Silence;
        Check(100000, "8 0 8", "8 0 8", Never);
        Obey(0, 100000);
        Obey(2, 100000);
        Check(150000, "0 0 0", "6 0 5", 160000);
        Check(159999, "0 0 0", "6 0 5", 160000);
        Check(160000, "0 0 0", "- 0 0", Never);
    }

    [TestMethod]
    public void An_absent_one_keeps_its_service()
    {
        _round.IsPresent[1] = false;
        _round.IsServed[1] = false;
        Check(100000, "8 0 8", "8 0 8", Never);
    }

    private void Obey(int i, long nowMs)
    {
        Hold(i, _connectors[i].OfferedCentiamps, nowMs);
    }

    private void Hold(int i, int centiamps, long nowMs)
    {
        _report.AcceptedCentiamps = centiamps;
        _report.DrawnCentiamps = centiamps;
        _report.Protocol = _connectors[i].Protocol;
        _connectors[i].OnReport(_report, nowMs);
    }

    private void Check(long nowMs, string wishes, string offers, long dueAtMs)
    {
        string[] amps = wishes.Split(' ');
        for (int i = 0; i < Count; i++)
        {
            _round.OfferCentiamps[i] = 100 * int.Parse(amps[i]);
        }
        _pacer.Apply(_round, nowMs);
        string text = "";
        for (int i = 0; i < Count; i++)
        {
            text += i > 0 ? " " : "";
            text += _connectors[i].IsServed ? "" + _connectors[i].OfferedCentiamps / 100 : "-";
        }
        Assert.AreEqual(offers, text, "at " + nowMs);
        Assert.AreEqual(dueAtMs, _pacer.DueAtMs, "at " + nowMs);
    }
}
