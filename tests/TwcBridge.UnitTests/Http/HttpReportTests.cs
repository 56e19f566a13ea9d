using TwcBridge.Bus;
using TwcBridge.Diagnostics;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>The report on the bus: who waits for it, and when the bus side may fill it.</summary>
[TestClass]
public class HttpReportTests
{
    private const string Path = "/api/v1/bus";
    private const int FreshMs = 500;

    private readonly HttpRig _rig = new HttpRig();
    private readonly BusReport _report = new BusReport();

    [TestMethod]
    public void A_client_waits_for_the_bus_side()
    {
        Assert.IsFalse(_rig.Server.WantsReport);
        int client = _rig.Open(HttpRig.Get(Path));
        Assert.IsTrue(_rig.Server.WantsReport);
        Assert.AreEqual(0, _rig.Server.PendingLength(client));
        Fill();
        string body = HttpAnswer.Body(_rig.Take(client));
        Assert.IsTrue(body.StartsWith("{\"v\":1,\"at_ms\":0,\"role\":\"listening\","), body);
        Assert.IsTrue(body.EndsWith("\"sends_clamped\":0},\"frames\":[]}"), body);
        Assert.IsFalse(_rig.Server.WantsReport);
    }

    [TestMethod]
    [DataRow(FreshMs - 1, false)]
    [DataRow(FreshMs, true)]
    [DataRow(FreshMs + 1, true)]
    public void A_fresh_report_serves_again(int afterMs, bool isWanted)
    {
        int first = _rig.Open(HttpRig.Get(Path));
        Fill();
        _rig.Take(first);
        _rig.Server.OnClosed(first);
        _rig.Advance(afterMs);
        _rig.Open(HttpRig.Get(Path));
        Assert.AreEqual(isWanted, _rig.Server.WantsReport);
    }

    [TestMethod]
    public void A_report_that_is_read_is_not_asked_for()
    {
        int slow = _rig.Open(HttpRig.Get(Path));
        Fill();
        string begun = _rig.TakeOnce(slow, 100);
        _rig.Advance(2 * FreshMs);
        int next = _rig.Open(HttpRig.Get(Path));
        Assert.IsFalse(_rig.Server.WantsReport);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Take(next)));
        Assert.AreEqual("200", HttpAnswer.Status(begun + _rig.Take(slow)));
        _rig.Server.OnClosed(next);
        _rig.Open(HttpRig.Get(Path));
        Assert.IsTrue(_rig.Server.WantsReport);
    }

    [TestMethod]
    public void Who_leaves_in_the_middle_frees_the_report()
    {
        int slow = _rig.Open(HttpRig.Get(Path));
        Fill();
        _rig.TakeOnce(slow, 100);
        _rig.Server.OnClosed(slow);
        _rig.Advance(FreshMs);
        int gone = _rig.Open(HttpRig.Get(Path));
        Assert.IsTrue(_rig.Server.WantsReport);
        _rig.Server.OnClosed(gone);
        Assert.IsFalse(_rig.Server.WantsReport);
        Fill();     // Nobody awaits it any more.
        Assert.AreEqual(0, _rig.Server.OnAccepted(_rig.NowMs));
    }

    [TestMethod]
    [DataRow(HttpConnection.CommandTimeoutMs - 1, true)]
    [DataRow(HttpConnection.CommandTimeoutMs, false)]
    public void Says_so_when_the_bus_side_is_silent(int afterMs, bool isWaiting)
    {
        int client = _rig.Open(HttpRig.Get(Path));
        _rig.Advance(afterMs);
        Assert.AreEqual(isWaiting, _rig.Server.WantsReport);
        if (!isWaiting)
        {
            Assert.AreEqual("503", HttpAnswer.Status(_rig.Take(client)));
        }
    }

    [TestMethod]
    public void All_who_wait_are_told_the_same()
    {
        int first = _rig.Open(HttpRig.Get(Path));
        int second = _rig.Open(HttpRig.Get(Path));
        Fill();
        Assert.AreEqual(_rig.Take(first), _rig.Take(second));
    }

    private void Fill()
    {
        _rig.Server.OnReport(_report, new Timings(), _rig.NowMs);
    }
}
