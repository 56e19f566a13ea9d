using TwcBridge.Bus;
using System.Text;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

/// <summary>A server with a clock that goes only forwards, and the network loop that it needs.
/// </summary>
internal sealed class HttpRig
{
    public const int FirstTicket = 1000;
    public const int TicketCount = 8;

    private const int MaxSends = 100_000;

    public readonly HttpServer Server;
    public readonly BoxStatus Status;

    public HttpRig() : this(new BoxStatus(), new BoxFacts())
    {
        Status.SiteLimitCentiamps = 3200;
        Status.RequestedCentiamps = 600;
    }

    public HttpRig(BoxStatus status, BoxFacts facts) : this(status, facts, new HttpOptions())
    {
    }

    /// <summary>A box with a password.</summary>
    /// <param name="start">Another number has other sessions.</param>
    public HttpRig(string password, int start = 0)
        : this(new BoxStatus(), new BoxFacts(), Guarded(password, start))
    {
        AddConnector(0x1A2B);
    }

    private HttpRig(BoxStatus status, BoxFacts facts, HttpOptions options)
    {
        Status = status;
        Server = new HttpServer(options, facts, FirstTicket, TicketCount);
        Server.OnStatus(Status, 0);
    }

    public long NowMs { get; private set; }

    /// <summary>Lets time pass and tells the server, with a fresh status.</summary>
    public void Advance(int milliseconds)
    {
        Assert.IsTrue(milliseconds >= 0, "time goes forwards");
        NowMs += milliseconds;
        Server.OnStatus(Status, NowMs);
        Server.OnTime(NowMs);
    }

    /// <summary>Lets time pass while the bus side tells nothing.</summary>
    public void AdvanceInSilence(int milliseconds)
    {
        NowMs += milliseconds;
        Server.OnTime(NowMs);
    }

    public void AddConnector(int id)
    {
        ConnectorStatus connector = Status.Connector(Status.ConnectorCount++);
        connector.Id = id;
        connector.Linked = true;
        connector.RequestedCentiamps = 1300;
        connector.MinCentiamps = 600;
        connector.MaxCentiamps = 3200;
    }

    /// <summary>Connects and sends; the connection's number.</summary>
    public int Open(string text)
    {
        int connection = Server.OnAccepted(NowMs);
        Assert.IsTrue(connection != HttpServer.None, "a free place");
        Send(connection, text);
        return connection;
    }

    public void Send(int connection, string text)
    {
        Server.OnReceived(connection, HttpBytes.Of(text), text.Length, NowMs);
    }

    /// <summary>Takes what is pending, at most so many bytes at a time, until nothing is.</summary>
    public string Take(int connection, int sendLength)
    {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < MaxSends && Server.PendingLength(connection) > 0; i++)
        {
            text.Append(TakeOnce(connection, sendLength));
        }
        Assert.AreEqual(0, Server.PendingLength(connection), "an answer without an end");
        return text.ToString();
    }

    public string TakeOnce(int connection, int sendLength)
    {
        int length = Server.PendingLength(connection);
        length = length < sendLength ? length : sendLength;
        string text = HttpBytes.Text(
            Server.PendingBuffer(connection), Server.PendingOffset(connection), length);
        Server.OnSent(connection, length, NowMs);
        return text;
    }

    public string Take(int connection)
    {
        return Take(connection, int.MaxValue);
    }

    /// <summary>One request from connect to close; the whole answer.</summary>
    public string Ask(string request)
    {
        int connection = Open(request);
        string answer = Take(connection);
        Server.OnClosed(connection);
        return answer;
    }

    /// <summary>As <see cref="Ask"/>, with the bus side's word on the command in between.</summary>
    public string Order(string request, CommandResult result)
    {
        int connection = Open(request);
        Command command = new Command();
        Assert.IsTrue(Server.TryNextCommand(command), request);
        result.Ticket = command.Ticket;
        Server.OnResult(result, NowMs);
        string answer = Take(connection);
        Server.OnClosed(connection);
        return answer;
    }

    private static HttpOptions Guarded(string password, int start)
    {
        HttpOptions options = new HttpOptions();
        options.Password = HttpBytes.Of(password);
        options.SessionKey[0] = (byte)start;
        return options;
    }

    /// <summary>As <see cref="Ask"/>, with settings that are saved in between, or cannot be.
    /// </summary>
    public string Change(string request, bool isSaved = true)
    {
        int connection = Open(request);
        Assert.IsTrue(Server.Settings.WantsSaving, request);
        Server.OnSaved(isSaved, NowMs);
        Assert.IsFalse(Server.Settings.WantsSaving);
        string answer = Take(connection);
        Server.OnClosed(connection);
        return answer;
    }

    /// <summary>A request with a body of JSON.</summary>
    public static string Send(string order, string headers, string body)
    {
        return order + " HTTP/1.1\r\nHost: 10.0.0.2\r\n" + headers
            + "Content-Type: application/json\r\nContent-Length: "
            + body.Length + "\r\n\r\n" + body;
    }

    public static string Get(string path)
    {
        return "GET " + path + " HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\n";
    }

    public static string Put(string path, string body)
    {
        return "PUT " + path + " HTTP/1.1\r\nHost: 10.0.0.2\r\nContent-Type: application/json\r\n"
            + "Content-Length: " + body.Length + "\r\n\r\n" + body;
    }

    public static string Delete(string path)
    {
        return "DELETE " + path + " HTTP/1.1\r\nHost: 10.0.0.2\r\n\r\n";
    }
}
