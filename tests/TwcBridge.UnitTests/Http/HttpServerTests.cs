using TwcBridge.Charging;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HttpServerTests
{
    private const string Half = "GET /healthz HTTP/1.1\r\nHo";
    private const string Limit = "{\"amps\":13}";

    [TestMethod]
    public void Closes_after_the_last_byte_of_an_answer()
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Get("/healthz"));
        int length = rig.Server.PendingLength(connection);
        for (int sent = 0; sent < length; sent++)
        {
            Assert.IsFalse(rig.Server.WantsClose(connection), "after " + sent);
            rig.TakeOnce(connection, 1);
        }
        Assert.IsTrue(rig.Server.WantsClose(connection));
        Assert.AreEqual(0, rig.Server.PendingLength(connection));
    }

    [TestMethod]
    public void What_is_not_sent_is_offered_again()
    {
        HttpRig rig = new HttpRig();
        int connection = rig.Open(HttpRig.Get("/healthz"));
        int length = rig.Server.PendingLength(connection);
        rig.Server.OnSent(connection, 0, rig.NowMs);
        Assert.AreEqual(length, rig.Server.PendingLength(connection));
        rig.Server.OnSent(connection, 3, rig.NowMs);
        Assert.AreEqual(length - 3, rig.Server.PendingLength(connection));
        Assert.AreEqual("P/1.1 200", rig.Take(connection).Substring(0, 9));
    }

    [TestMethod]
    [DataRow("/healthz")]
    [DataRow("/api/v1/status")]
    [DataRow("/")]
    public void The_size_of_sends_does_not_show(string path)
    {
        HttpRig rig = new HttpRig();
        rig.AddConnector(0x1A2B);
        rig.AddConnector(0xC0DB);
        string whole = rig.Ask(HttpRig.Get(path));
        int[] lengths = { 1, 7, 1000 };
        foreach (int length in lengths)
        {
            int connection = rig.Open(HttpRig.Get(path));
            Assert.AreEqual(whole, rig.Take(connection, length), "sends of " + length);
            Assert.IsTrue(rig.Server.WantsClose(connection));
            rig.Server.OnClosed(connection);
        }
    }

    [TestMethod]
    public void A_command_of_a_client_who_left_is_not_taken()
    {
        HttpRig rig = new HttpRig();
        rig.Server.OnClosed(rig.Open(HttpRig.Put("/api/v1/limit", Limit)));
        Assert.IsFalse(rig.Server.TryNextCommand(new Command()));
    }

    [TestMethod]
    public void A_late_result_does_not_answer_the_next_client()
    {
        HttpRig rig = new HttpRig();
        Command late = new Command();
        int connection = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        rig.Server.TryNextCommand(late);
        rig.Server.OnClosed(connection);

        Command command = new Command();
        Assert.AreEqual(connection, rig.Open(HttpRig.Put("/api/v1/limit", "{\"amps\":16}")));
        rig.Server.TryNextCommand(command);
        CommandResult result = new CommandResult();
        result.Ticket = late.Ticket;
        result.AppliedCentiamps = 1300;
        rig.Server.OnResult(result, rig.NowMs);
        Assert.AreEqual(0, rig.Server.PendingLength(connection), "answered by the late result");

        result.Ticket = command.Ticket;
        result.AppliedCentiamps = 1600;
        rig.Server.OnResult(result, rig.NowMs);
        string body = HttpAnswer.Body(rig.Take(connection));
        Assert.AreEqual("16.0", HttpAnswer.Member(body, "applied_a"));
    }

    [TestMethod]
    public void A_result_answers_once()
    {
        HttpRig rig = new HttpRig();
        Command command = new Command();
        int connection = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        rig.Server.TryNextCommand(command);
        CommandResult result = new CommandResult();
        result.Ticket = command.Ticket;
        rig.Server.OnResult(result, rig.NowMs);
        string first = rig.TakeOnce(connection, 10);
        rig.Server.OnResult(result, rig.NowMs);
        Assert.AreEqual("200", HttpAnswer.Status(first + rig.Take(connection)));
    }

    [TestMethod]
    public void Tickets_go_round_in_their_range()
    {
        HttpRig rig = new HttpRig();
        Command command = new Command();
        for (int i = 0; i < 2 * HttpRig.TicketCount; i++)
        {
            int connection = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
            rig.Server.TryNextCommand(command);
            rig.Server.OnClosed(connection);
            Assert.AreEqual(HttpRig.FirstTicket + (i % HttpRig.TicketCount), command.Ticket);
        }
    }

    [TestMethod]
    public void A_fifth_client_is_turned_away_until_a_place_is_free()
    {
        HttpRig rig = new HttpRig();
        for (int i = 0; i < HttpServer.MaxConnections; i++)
        {
            Assert.IsTrue(rig.Server.HasRoom);
            Assert.AreEqual(i, rig.Open(""));
        }
        Assert.IsFalse(rig.Server.HasRoom);
        Assert.AreEqual(HttpServer.None, rig.Server.OnAccepted(rig.NowMs));
        rig.Server.OnClosed(2);
        Assert.IsTrue(rig.Server.HasRoom);
        Assert.AreEqual(2, rig.Open(HttpRig.Get("/healthz")));
        Assert.AreEqual("200", HttpAnswer.Status(rig.Take(2)));
    }

    [TestMethod]
    public void Slow_clients_do_not_disturb_others()
    {
        HttpRig rig = new HttpRig();
        string page = rig.Ask(HttpRig.Get("/"));
        string missing = rig.Ask(HttpRig.Get("/nothing"));
        int half = rig.Open(Half);
        int reader = rig.Open(HttpRig.Get("/"));
        string read = rig.TakeOnce(reader, 1500);
        int waiter = rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        Command command = new Command();
        rig.Server.TryNextCommand(command);
        for (int i = 0; i < 3; i++)
        {
            Assert.AreEqual(page, rig.Ask(HttpRig.Get("/")));
            read += rig.TakeOnce(reader, 1500);
            Assert.AreEqual(missing, rig.Ask(HttpRig.Get("/nothing")));
        }
        CommandResult result = new CommandResult();
        result.Ticket = command.Ticket;
        rig.Server.OnResult(result, rig.NowMs);
        rig.Send(half, "st: 10.0.0.2\r\n\r\n");
        Assert.AreEqual("{\"ok\":true}", HttpAnswer.Body(rig.Take(half)));
        Assert.AreEqual("200", HttpAnswer.Status(rig.Take(waiter)));
        Assert.AreEqual(page, read + rig.Take(reader));
    }

    [TestMethod]
    public void A_number_forgets_the_client_before()
    {
        HttpRig rig = new HttpRig();
        string health = rig.Ask(HttpRig.Get("/healthz"));
        int connection = rig.Open("PUT /api/v1/limit HTTP/1.1\r\nHost: evil\r\nContent-Le");
        rig.Server.OnClosed(connection);
        Assert.AreEqual(health, rig.Ask(HttpRig.Get("/healthz")), "after half a request");

        Assert.AreEqual(connection, rig.Open(HttpRig.Get("/")));
        rig.TakeOnce(connection, 7);
        rig.Server.OnClosed(connection);
        Assert.AreEqual(health, rig.Ask(HttpRig.Get("/healthz")), "after half an answer");
    }

    [TestMethod]
    public void Counts_what_it_did()
    {
        HttpRig rig = new HttpRig();
        for (int i = 0; i < 3; i++)
        {
            rig.Ask(HttpRig.Get("/healthz"));
            rig.Ask(HttpRig.Get("/nothing"));
            rig.Ask(HttpRig.Get("no request"));
        }
        rig.Open("");
        rig.Open(Half);
        rig.Open(HttpRig.Get("/"));
        rig.Open(HttpRig.Put("/api/v1/limit", Limit));
        rig.Server.OnAccepted(rig.NowMs);
        rig.Server.OnAccepted(rig.NowMs);
        rig.Advance(10_000);
        Assert.AreEqual(2L, rig.Server.TurnedAway);
        Assert.AreEqual(4L, rig.Server.TimedOut, "silent, half, page and command");
        Assert.AreEqual(4L, rig.Server.Served, "three times well and the page that nobody read");
        Assert.AreEqual(8L, rig.Server.Refused, "six refusals, 408 and 503");
    }
}
