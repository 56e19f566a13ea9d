using TwcBridge.Bus;
using TwcBridge.Messages;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class ExchangeTests
{
    private const int Id = 0x1234;
    private const int RequestLength = 18;
    private const int AnswerLength = 18;

    // 18 bytes at 9600 baud, rounded up.
    private const int WireMs = 19;
    private const int WaitMs = 160;
    private const int LongestAnswerMs = 28;

    private readonly Exchange _exchange = new Exchange();

    [TestMethod]
    public void Is_open_from_the_first_bit_until_the_slowest_answer_must_have_ended()
    {
        Assert.IsFalse(_exchange.IsOpen);
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        Assert.IsTrue(_exchange.IsOpen);
        Assert.AreEqual(1000L + WireMs, _exchange.RequestEndsAtMs);
        Assert.AreEqual(1000L + WireMs + WaitMs + LongestAnswerMs, _exchange.ClosesAtMs);
        Assert.IsTrue(_exchange.ClosesAtMs <= 1000 + _exchange.LongestMs(RequestLength));
    }

    [TestMethod]
    public void An_announcement_is_over_as_soon_as_the_line_is_idle()
    {
        _exchange.OnSent(MessageKind.ControllerLinkReady1, 0, 16, 1000);
        Assert.AreEqual(1000L + 17 + 5, _exchange.ClosesAtMs);
        Assert.IsFalse(_exchange.OnClosed(), "no answer was expected");
        Assert.IsFalse(_exchange.IsOpen);
    }

    [TestMethod]
    [DataRow("FDE0 1234 7777 /16", true)]
    [DataRow("FDE0 1235 7777 /16", false)]
    [DataRow("FDEC 1234 04 /16", false)]
    [DataRow("FDE2 1234 55 0C80 /16", false)]
    public void Only_the_expected_kind_from_the_asked_one_is_an_answer(string heard, bool isAnswer)
    {
        Message message = HeardMessage.Of(heard);
        Assert.IsFalse(_exchange.IsAnswer(message), "before the request");
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        Assert.AreEqual(isAnswer, _exchange.IsAnswer(message));
    }

    [TestMethod]
    public void An_answer_ends_the_exchange_and_teaches_its_delay()
    {
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        _exchange.OnAnswered(AnswerLength, 1000 + WireMs + 90 + WireMs);
        Assert.IsFalse(_exchange.IsOpen);
        Assert.AreEqual(280, _exchange.AnswerWaitMs);
        Assert.IsFalse(_exchange.IsAnswer(HeardMessage.Answer(0, 0, 0)), "one answer a request");
    }

    [TestMethod]
    public void A_missed_answer_may_still_come_until_the_next_request()
    {
        Message late = HeardMessage.Answer(0, 0, 0);
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        Assert.IsTrue(_exchange.OnClosed());
        Assert.IsFalse(_exchange.IsOpen);
        Assert.IsTrue(_exchange.IsAnswer(late));
        _exchange.OnAnswered(AnswerLength, 1000 + WireMs + 250 + WireMs);
        Assert.AreEqual(280, _exchange.AnswerWaitMs);
        Assert.IsFalse(_exchange.IsAnswer(late));

        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 2000);
        _exchange.OnClosed();
        _exchange.OnSent(MessageKind.MeterQuery, Id, RequestLength, 3000);
        Assert.IsFalse(_exchange.IsAnswer(late));
    }

    [TestMethod]
    public void An_answer_after_days_does_not_spoil_what_was_learned()
    {
        const long Days = 40L * 86400000;
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        _exchange.OnClosed();
        _exchange.OnAnswered(AnswerLength, Days);
        Assert.AreEqual(280, _exchange.AnswerWaitMs);
        for (int i = 0; i < 60; i++)
        {
            _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, Days + 1000 * i);
            _exchange.OnAnswered(AnswerLength, Days + 1000 * i + WireMs + 20 + WireMs);
        }
        Assert.AreEqual(WaitMs, _exchange.AnswerWaitMs);
    }

    [TestMethod]
    public void An_answer_that_an_adapter_delivers_early_counts_as_immediate()
    {
        _exchange.OnSent(MessageKind.Heartbeat, Id, RequestLength, 1000);
        _exchange.OnAnswered(AnswerLength, 1001);
        Assert.AreEqual(WaitMs, _exchange.AnswerWaitMs);
    }
}
