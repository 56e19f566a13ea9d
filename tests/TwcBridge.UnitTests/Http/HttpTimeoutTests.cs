using TwcBridge.Charging;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>Each deadline a millisecond before, at and after its instant.</summary>
[TestClass]
public class HttpTimeoutTests
{
    private const string Half = "GET /healthz HTTP/1.1\r\nHo";
    private const string Limit = "{\"amps\":13}";

    [TestMethod]
    [DataRow(4999, "")]
    [DataRow(5000, "408 request_timeout null")]
    [DataRow(5001, "408 request_timeout null")]
    public void Half_a_request_has_5_s(int milliseconds, string error)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(Half);
        rig.Advance(milliseconds);
        Expect(error, rig.Take(connection));
    }

    [TestMethod]
    [DataRow(4999, "")]
    [DataRow(5000, "408 request_timeout null")]
    public void A_byte_a_second_gains_no_time(int milliseconds, string error)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open("G");
        foreach (char next in "ET /")
        {
            rig.Advance(1000);
            rig.Send(connection, next.ToString());
        }
        rig.Advance(milliseconds - 4000);
        rig.Send(connection, "x");
        Expect(error, rig.Take(connection));
    }

    [TestMethod]
    [DataRow(4999, false)]
    [DataRow(5000, true)]
    [DataRow(5001, true)]
    public void A_client_that_says_nothing_is_closed_without_a_word(int milliseconds, bool closes)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open("");
        rig.Advance(milliseconds);
        Assert.AreEqual(closes, rig.Server.WantsClose(connection));
        Assert.AreEqual(0, rig.Server.PendingLength(connection));
    }

    [TestMethod]
    [DataRow(9999, false)]
    [DataRow(10000, true)]
    [DataRow(10001, true)]
    public void A_client_that_does_not_read_has_10_s(int milliseconds, bool closes)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Get("/"));
        rig.Advance(milliseconds);
        Assert.AreEqual(closes, rig.Server.WantsClose(connection));
        Assert.AreEqual(closes, rig.Server.PendingLength(connection) == 0);
    }

    [TestMethod]
    [DataRow(9999, false)]
    [DataRow(10000, true)]
    public void Reading_a_little_every_second_gains_no_time(int milliseconds, bool closes)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Get("/"));
        for (int i = 0; i < 9; i++)
        {
            rig.Advance(1000);
            rig.TakeOnce(connection, 100);
        }
        rig.Advance(milliseconds - 9000);
        Assert.AreEqual(closes, rig.Server.WantsClose(connection));
    }

    [TestMethod]
    [DataRow(999, false)]
    [DataRow(1000, true)]
    [DataRow(1001, true)]
    public void The_rest_of_a_refused_request_is_drained_for_1_s(int milliseconds, bool closes)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open("PUT /api/v1/limit HTTP/1.1\r\nHost: 10.0.0.2\r\n"
            + "Content-Type: application/json\r\nContent-Length: 9999\r\n\r\n");
        Expect("413 body_too_large null", rig.Take(connection));
        Assert.IsFalse(rig.Server.WantsClose(connection), "at once");
        rig.Send(connection, HttpRig.Get("/healthz"));
        rig.Advance(milliseconds);
        Assert.AreEqual(closes, rig.Server.WantsClose(connection));
        Assert.AreEqual(0, rig.Server.PendingLength(connection));
        Assert.AreEqual(0, rig.Server.TimedOut);
    }

    [TestMethod]
    [DataRow(1999, "")]
    [DataRow(2000, "503 bus_side_silent null")]
    [DataRow(2001, "503 bus_side_silent null")]
    public void The_bus_side_has_2_s(int milliseconds, string error)
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        Assert.IsTrue(rig.Server.TryNextCommand(new Command()));
        rig.Advance(milliseconds);
        Expect(error, rig.Take(connection));
    }

    [TestMethod]
    public void A_command_is_not_taken_after_its_503()
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        rig.Advance(2000);
        Expect("503 bus_side_silent null", rig.Take(connection));
        Assert.IsFalse(rig.Server.TryNextCommand(new Command()));
    }

    /// <summary>No error means that there is no answer yet.</summary>
    private static void Expect(string error, string answer)
    {
        Assert.AreEqual(error, answer.Length == 0 ? "" : HttpAnswer.Error(answer));
    }
}
