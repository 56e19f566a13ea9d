using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

/// <summary>What is asked of one peripheral, and when it is left alone.</summary>
[TestClass]
public class QueryPlanTests
{
    private const long Never = long.MaxValue;
    private const long LinkedAtMs = 1000;

    private readonly Peripheral _peripheral = new Peripheral();

    public QueryPlanTests()
    {
        _peripheral.Assign(0x1234);
        _peripheral.OnLinkReady(3200, 2, LinkedAtMs);
        Report(ChargerState.Ready);
        Report(ChargerState.Ready);
    }

    private QueryPlan Plan => _peripheral.Queries;

    [TestMethod]
    public void A_new_link_is_left_alone_for_two_heartbeats()
    {
        Peripheral fresh = new Peripheral();
        fresh.Assign(0x1234);
        fresh.OnLinkReady(3200, 2, 0);
        for (int i = 0; i < 2; i++)
        {
            Assert.AreEqual(MessageKind.None, fresh.Queries.Next(fresh, 100000));
            Assert.AreEqual(Never, fresh.Queries.DueAtMs(fresh));
            fresh.OnAnswer(HeardMessage.Answer(0, 0, 0), 1000);
        }
        Assert.AreEqual(MessageKind.VersionQuery, fresh.Queries.Next(fresh, 1000));
        Assert.AreEqual(0L, fresh.Queries.DueAtMs(fresh));
    }

    [TestMethod]
    public void Asks_everything_once_and_then_what_changes()
    {
        Expect(2000, MessageKind.VersionQuery, "FDEC 1234 04 05 03 /16");
        Expect(2000, MessageKind.SerialQuery, "FDED 1234 41 /20");
        Expect(2000, MessageKind.MeterQuery, "FDEB 1234 00 /20");
        Expect(2000, MessageKind.PlugQuery, "FDB4 1234 00 /16");
        ExpectNothingUntil(7000);
        Expect(7000, MessageKind.PlugQuery, "FDB4 1234 00 /16");
        ExpectNothingUntil(12000);
        Expect(12000, MessageKind.PlugQuery, "FDB4 1234 00 /16");
        ExpectNothingUntil(17000);
        Expect(17000, MessageKind.MeterQuery, "FDEB 1234 00 /20");
        Expect(17000, MessageKind.PlugQuery, "FDB4 1234 00 /16");
    }

    [TestMethod]
    public void Reads_the_meter_every_five_seconds_while_charging()
    {
        AnswerAll(2000, "FDB4 1234 01 /16");
        Report(ChargerState.Charging);
        Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, 3000);
        Plan.OnAnswered(MessageKind.PlugQuery, _peripheral, 9000);
        Plan.OnAnswered(MessageKind.VinStartQuery, _peripheral, 9000);
        ExpectNothingUntil(8000);
        Assert.AreEqual(MessageKind.MeterQuery, Plan.Next(_peripheral, 8000));
    }

    [TestMethod]
    public void A_whole_vin_is_asked_once_for_a_car_whose_plug_is_known()
    {
        AnswerAll(2000, "FDB4 1234 03 /16");
        Expect(2000, MessageKind.VinStartQuery, "FDEE 1234 35594A33453145 /20");
        Expect(2000, MessageKind.VinMiddleQuery, "FDEF 1234 41374A46303030 /20");
        Expect(2000, MessageKind.VinEndQuery, "FDF1 1234 303031 /20");
        for (long at = 7000; at < 100000; at += 5000)
        {
            Plan.OnAnswered(MessageKind.PlugQuery, _peripheral, at);
            Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, at);
            ExpectNothingUntil(at + 5000);
        }
    }

    [TestMethod]
    public void Without_a_plug_answer_the_vin_is_asked_again_to_see_the_car_go()
    {
        MissPlug();
        Report(ChargerState.Charging);
        Expect(5000, MessageKind.VinStartQuery, "FDEE 1234 35594A33453145 /20");
        Expect(5000, MessageKind.VinMiddleQuery, "FDEF 1234 41374A46303030 /20");
        Expect(5000, MessageKind.VinEndQuery, "FDF1 1234 303031 /20");
        Report(ChargerState.Ready);
        for (long at = 35000; at <= 95000; at += 30000)
        {
            Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, at - 10000);
            ExpectNothingUntil(at);
            Expect(at, MessageKind.VinStartQuery, "FDEE 1234 00 /20");
        }
        Assert.IsFalse(_peripheral.Info.IsCarPresent(ChargerState.Ready));
        Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, 590000);
        ExpectNothingUntil(604000);
    }

    [TestMethod]
    public void Three_empty_vins_end_the_asking_until_the_next_plug_in()
    {
        AnswerAll(2000, "FDB4 1234 03 /16");
        Expect(2000, MessageKind.VinStartQuery, "FDEE 1234 00 /20");
        ExpectVinAt(12000);
        ExpectVinAt(22000);
        AssertNoVinUntil(500000);
        _peripheral.Info.OnPlugIn();
        Plan.OnPlugIn(500000);
        Expect(500000, MessageKind.PlugQuery, "FDB4 1234 03 /16");
        Expect(500000, MessageKind.VinStartQuery, "FDEE 1234 00 /20");
    }

    [TestMethod]
    public void The_vin_is_not_asked_of_an_empty_connector()
    {
        AnswerAll(2000, "FDB4 1234 00 /16");
        AssertNoVinUntil(100000);
    }

    [TestMethod]
    public void A_question_without_answers_is_given_up_for_ten_minutes()
    {
        long at = 2000;
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 3; i++)
            {
                AnswerOthersThanVersion(at);
                Assert.AreEqual(MessageKind.VersionQuery, Plan.Next(_peripheral, at));
                Plan.OnMissed(MessageKind.VersionQuery, at);
                Assert.AreEqual(MessageKind.None, Plan.Next(_peripheral, at + 999));
                at += 1000;
            }
            at += 600000 - 1000;
            AnswerOthersThanVersion(at - 1);
            Assert.AreEqual(MessageKind.None, Plan.Next(_peripheral, at - 1), "round " + round);
        }
    }

    [TestMethod]
    public void An_answer_in_between_begins_the_count_of_misses_anew()
    {
        for (int i = 0; i < 2; i++)
        {
            Plan.OnMissed(MessageKind.MeterQuery, 2000);
        }
        Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, 3000);
        Plan.OnMissed(MessageKind.MeterQuery, 18000);
        Plan.OnAnswered(MessageKind.VersionQuery, _peripheral, 18000);
        Plan.OnAnswered(MessageKind.SerialQuery, _peripheral, 18000);
        Plan.OnAnswered(MessageKind.PlugQuery, _peripheral, 18000);
        ExpectNothingUntil(19000);
        Assert.AreEqual(MessageKind.MeterQuery, Plan.Next(_peripheral, 19000));
    }

    [TestMethod]
    public void What_is_due_longest_is_asked_first_so_that_nothing_starves()
    {
        AnswerAll(2000, "FDB4 1234 01 /16");
        Report(ChargerState.Charging);
        int vin = 0;
        for (long at = 10000; at < 100000; at += 2600)
        {
            MessageKind query = Plan.Next(_peripheral, at);
            vin += query == MessageKind.VinStartQuery ? 1 : 0;
            Plan.OnAnswered(query, _peripheral, at);
        }
        Assert.IsTrue(vin >= 3, "asked " + vin + " times");
    }

    [TestMethod]
    public void Other_messages_are_no_answers_and_no_misses()
    {
        AnswerAll(2000, "FDB4 1234 00 /16");
        long due = Plan.DueAtMs(_peripheral);
        Plan.OnMissed(MessageKind.OpenContactor, 3000);
        Plan.OnAnswered(MessageKind.LegacySerialQuery, _peripheral, 3000);
        Assert.AreEqual(due, Plan.DueAtMs(_peripheral));
    }

    private void Report(int state)
    {
        _peripheral.OnAnswer(HeardMessage.Answer(state, 600, 0), LinkedAtMs);
    }

    private void Expect(long atMs, MessageKind query, string answer)
    {
        Assert.AreEqual(query, Plan.Next(_peripheral, atMs));
        Assert.AreEqual(query, Plan.Next(_peripheral, atMs), "pure");
        _peripheral.Info.OnAnswer(HeardMessage.Of(answer));
        Plan.OnAnswered(query, _peripheral, atMs);
    }

    private void ExpectNothingUntil(long atMs)
    {
        Assert.AreEqual(MessageKind.None, Plan.Next(_peripheral, atMs - 1));
        Assert.IsTrue(Plan.DueAtMs(_peripheral) >= atMs);
    }

    private void ExpectVinAt(long atMs)
    {
        Plan.OnAnswered(MessageKind.PlugQuery, _peripheral, atMs - 1);
        Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, atMs - 1);
        Assert.AreEqual(MessageKind.None, Plan.Next(_peripheral, atMs - 1));
        Expect(atMs, MessageKind.VinStartQuery, "FDEE 1234 00 /20");
    }

    private void AssertNoVinUntil(long atMs)
    {
        for (long at = 23000; at < atMs; at += 1000)
        {
            MessageKind query = Plan.Next(_peripheral, at);
            Assert.AreNotEqual(MessageKind.VinStartQuery, query);
            Plan.OnAnswered(query, _peripheral, at);
        }
    }

    private void AnswerOthersThanVersion(long atMs)
    {
        Plan.OnAnswered(MessageKind.SerialQuery, _peripheral, atMs);
        Plan.OnAnswered(MessageKind.MeterQuery, _peripheral, atMs);
        Plan.OnAnswered(MessageKind.PlugQuery, _peripheral, atMs);
    }

    private void AnswerAll(long atMs, string plug)
    {
        Expect(atMs, MessageKind.VersionQuery, "FDEC 1234 04 05 03 /16");
        Expect(atMs, MessageKind.SerialQuery, "FDED 1234 41 /20");
        Expect(atMs, MessageKind.MeterQuery, "FDEB 1234 00 /20");
        Expect(atMs, MessageKind.PlugQuery, plug);
    }

    private void MissPlug()
    {
        Expect(2000, MessageKind.VersionQuery, "FDEC 1234 04 05 03 /16");
        Expect(2000, MessageKind.SerialQuery, "FDED 1234 41 /20");
        Expect(2000, MessageKind.MeterQuery, "FDEB 1234 00 /20");
        for (int i = 0; i < 3; i++)
        {
            Plan.OnMissed(MessageKind.PlugQuery, 2000 + 1000 * i);
        }
    }
}
