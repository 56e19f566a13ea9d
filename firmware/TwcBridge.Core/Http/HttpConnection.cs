using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// One client from accept to close: one request, one answer. Every transition stands here. Each
/// state has one deadline that nothing extends, so a client that trickles bytes holds its place no
/// longer than a silent one.
/// <code>
/// Free -> Reading -> Ready -> [Awaiting -> Ready] -> Answering -> [Draining] -> Done -> Free
/// </code>
/// </summary>
public sealed class HttpConnection
{
    public const int ReadTimeoutMs = 5_000;

    /// <summary>How long the bus side may take to answer a command or to make a report.</summary>
    public const int CommandTimeoutMs = 2_000;

    /// <summary>For the whole answer: over poor Wi-Fi the page takes seconds, not more.</summary>
    public const int WriteTimeoutMs = 10_000;

    /// <summary>
    /// How long the rest of a refused request is taken and dropped. Closing at once would make the
    /// TCP stack send a reset, and that can wipe out the answer before the client has read it.
    /// </summary>
    public const int DrainMs = 1_000;

    /// <summary>Lies in the same bytes as the request, which ends where this begins.</summary>
    public readonly HttpResponse Response = new HttpResponse();

    /// <summary>What the request is about, once it is admitted.</summary>
    public readonly RouteMatch Match = new RouteMatch();

    public HttpConnectionState State;

    /// <summary>In Ready: why there is no request to serve, or None.</summary>
    public HttpProblem Problem;

    /// <summary>When <see cref="OnTime"/> has something to do, or HttpServer.Never.</summary>
    public long DueAtMs = HttpServer.Never;

    private readonly HttpRequestParser _parser;

    public HttpConnection()
    {
        _parser = new HttpRequestParser(Response.Bytes.Buffer);
    }

    public HttpRequest Request => _parser.Request;

    /// <summary>Also in the middle of an answer that is cut: see HttpResponse.IsCut.</summary>
    public bool WantsClose => State == HttpConnectionState.Done || Response.IsCut;

    /// <summary>True when the next chunk of the answer can be written.</summary>
    public bool WantsChunk => State == HttpConnectionState.Answering
        && Response.IsOpen && Response.PendingLength == 0;

    /// <summary>True when somebody has to say whether the request, of which the head is known, is
    /// served and where its body goes.</summary>
    public bool WantsAdmission => State == HttpConnectionState.Reading
        && _parser.Status == HttpParseStatus.Head;

    public int PendingLength => State == HttpConnectionState.Answering && !Response.IsCut
        ? Response.PendingLength
        : 0;

    public void OnAccepted(long nowMs)
    {
        _parser.Restart();
        Response.Restart(true);
        Enter(HttpConnectionState.Reading, nowMs + ReadTimeoutMs);
    }

    /// <summary>Takes bytes offset..end-1, at most up to where admission is wanted.</summary>
    /// <returns>The offset behind them.</returns>
    public int OnReceived(byte[] buffer, int offset, int end, long nowMs)
    {
        if (State != HttpConnectionState.Reading)
        {
            return end;     // One request per connection: what follows it is dropped.
        }
        offset = _parser.Push(buffer, offset, end);
        if (_parser.Status is HttpParseStatus.Complete or HttpParseStatus.Refused)
        {
            BecomeReady(_parser.Problem, nowMs);
        }
        return offset;
    }

    /// <summary>The body may come.</summary>
    /// <param name="body">Room for all of it, or null if it is a short one.</param>
    public void OnAdmitted(byte[] body, long nowMs)
    {
        _parser.BeginBody(body);
        if (_parser.IsWhole)
        {
            BecomeReady(HttpProblem.None, nowMs);
        }
    }

    /// <summary>The request is not served, and its body does not matter.</summary>
    public void OnRefused(HttpProblem problem, long nowMs)
    {
        BecomeReady(problem, nowMs);
    }

    /// <summary>The request became a question to the bus side.</summary>
    public void OnAwaiting(long nowMs)
    {
        Enter(HttpConnectionState.Awaiting, nowMs + CommandTimeoutMs);
    }

    /// <summary>The bus side has spoken: the request can be answered.</summary>
    public void OnDecided(long nowMs)
    {
        BecomeReady(HttpProblem.None, nowMs);
    }

    /// <summary>The answer's first bytes stand in <see cref="Response"/>.</summary>
    public void OnAnswered(long nowMs)
    {
        Enter(HttpConnectionState.Answering, nowMs + WriteTimeoutMs);
    }

    public void OnSent(int count, long nowMs)
    {
        if (State != HttpConnectionState.Answering)
        {
            return;     // Too late: the deadline came while the bytes were leaving.
        }
        Response.OnSent(count);
        if (Response.PendingLength != 0 || Response.IsOpen)
        {
            return;
        }
        if (_parser.IsWhole)
        {
            Enter(HttpConnectionState.Done, HttpServer.Never);
        }
        else
        {
            Enter(HttpConnectionState.Draining, nowMs + DrainMs);
        }
    }

    /// <summary>Moves on when the state's deadline has come; true when that means a failure.
    /// </summary>
    public bool OnTime(long nowMs)
    {
        if (nowMs < DueAtMs)
        {
            return false;
        }
        bool failed = State != HttpConnectionState.Draining;
        if (State == HttpConnectionState.Reading && _parser.HasBegun)
        {
            BecomeReady(HttpProblem.RequestTimeout, nowMs);
        }
        else if (State == HttpConnectionState.Awaiting)
        {
            BecomeReady(HttpProblem.BusSideSilent, nowMs);
        }
        else
        {
            Enter(HttpConnectionState.Done, HttpServer.Never);
        }
        return failed;
    }

    /// <summary>The socket is gone, whoever closed it.</summary>
    public void OnClosed()
    {
        Enter(HttpConnectionState.Free, HttpServer.Never);
    }

    private void BecomeReady(HttpProblem problem, long nowMs)
    {
        Problem = problem;
        Response.Restart(!Request.Is(HttpField.Method, "HEAD"));
        Enter(HttpConnectionState.Ready, nowMs);
    }

    private void Enter(HttpConnectionState state, long dueAtMs)
    {
        State = state;
        DueAtMs = dueAtMs;
    }
}
