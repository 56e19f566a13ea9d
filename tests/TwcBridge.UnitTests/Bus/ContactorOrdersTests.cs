using TwcBridge.Bus;
using TwcBridge.Messages;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class ContactorOrdersTests
{
    private const long Never = long.MaxValue;

    private readonly ContactorOrders _orders = new ContactorOrders();

    [TestMethod]
    public void Nothing_is_due_before_an_order()
    {
        for (int i = 0; i < OfferLedger.Capacity; i++)
        {
            Assert.AreEqual(Never, _orders.DueAtMs(i));
        }
    }

    [TestMethod]
    public void An_order_is_sent_five_times_every_two_seconds_and_then_once_a_minute()
    {
        _orders.OnOrder(2, false, 1000);
        for (int sent = 0; sent < 5; sent++)
        {
            Assert.AreEqual(1000L + 2000 * sent, _orders.DueAtMs(2));
            Assert.AreEqual(MessageKind.OpenContactor, _orders.Order(2));
            Assert.IsTrue(_orders.IsPending(2) && !_orders.IsGivenUp(2));
            _orders.OnSent(2, 1000 + 2000 * sent);
        }
        Assert.AreEqual(69000L, _orders.DueAtMs(2));
        Assert.IsTrue(!_orders.IsPending(2) && _orders.IsGivenUp(2), "for the moment");
        _orders.OnSent(2, 69000);
        Assert.AreEqual(129000L, _orders.DueAtMs(2));
        _orders.OnWithdrawn(2);
        Assert.AreEqual(Never, _orders.DueAtMs(2), "not for ever");
        Assert.AreEqual(Never, _orders.DueAtMs(1));
    }

    [TestMethod]
    public void An_acknowledged_order_is_not_repeated()
    {
        _orders.OnOrder(0, true, 1000);
        _orders.OnSent(0, 1000);
        _orders.OnAcknowledged(0, MessageKind.OpenContactor);
        Assert.AreEqual(3000L, _orders.DueAtMs(0), "that was another order");
        _orders.OnAcknowledged(0, MessageKind.CloseContactor);
        Assert.AreEqual(Never, _orders.DueAtMs(0));
    }

    [TestMethod]
    public void An_order_that_is_withdrawn_is_repeated_only_if_it_was_sent()
    {
        _orders.OnOrder(0, false, 1000);
        _orders.OnOrder(1, false, 1000);
        _orders.OnSent(1, 1000);
        _orders.OnWithdrawn(0);
        _orders.OnWithdrawn(1);
        Assert.AreEqual(Never, _orders.DueAtMs(0));
        Assert.AreEqual(3000L, _orders.DueAtMs(1), "it may have been carried out unheard");
    }

    [TestMethod]
    public void A_contactor_may_have_closed_from_the_first_order_to_close_until_it_was_opened()
    {
        _orders.OnOrder(0, true, 1000);
        Assert.IsFalse(_orders.MayHaveClosed(0), "it has not left yet");
        _orders.OnSent(0, 1000);
        Assert.IsTrue(_orders.MayHaveClosed(0));
        Assert.IsFalse(_orders.MayHaveClosed(1));
        _orders.OnAcknowledged(0, MessageKind.OpenContactor);
        Assert.IsTrue(_orders.MayHaveClosed(0), "an answer to an older order");
        _orders.OnOrder(0, true, 9000);
        Assert.IsTrue(_orders.MayHaveClosed(0), "by the order before");
        _orders.OnOrder(0, false, 9000);
        _orders.OnSent(0, 9000);
        Assert.IsTrue(_orders.MayHaveClosed(0), "not opened yet");
        _orders.OnAcknowledged(0, MessageKind.OpenContactor);
        Assert.IsFalse(_orders.MayHaveClosed(0));
    }

    [TestMethod]
    public void A_new_order_replaces_the_old_one_with_all_its_tries()
    {
        _orders.OnOrder(0, false, 1000);
        for (int sent = 0; sent < 4; sent++)
        {
            _orders.OnSent(0, 1000);
        }
        _orders.OnOrder(0, true, 5000);
        Assert.AreEqual(MessageKind.CloseContactor, _orders.Order(0));
        Assert.AreEqual(5000L, _orders.DueAtMs(0));
        for (int sent = 0; sent < 4; sent++)
        {
            _orders.OnSent(0, 5000);
        }
        Assert.AreEqual(7000L, _orders.DueAtMs(0));
    }
}
