using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>
/// The whole HTTP side behind a handful of verbs. The network loop tells facts (On...), and after
/// each looks at what every connection has to send and whether it wants to be closed. Connections
/// are numbered 0..<see cref="MaxConnections"/>-1 and share nothing that one could keep from
/// another.
/// </summary>
public sealed class HttpServer
{
    public const int MaxConnections = 4;

    /// <summary>Instead of a connection's number: none was taken, or none is meant.</summary>
    public const int None = -1;

    /// <summary>No deadline.</summary>
    public const long Never = long.MaxValue;

    /// <summary>Answers below 400.</summary>
    public long Served;

    /// <summary>Answers from 400 on.</summary>
    public long Refused;

    /// <summary>Clients that were turned away because every place was taken.</summary>
    public long TurnedAway;

    /// <summary>Requests, commands and answers that missed their deadline.</summary>
    public long TimedOut;

    private readonly HttpConnection[] _connections = new HttpConnection[MaxConnections];
    private readonly HttpApi _api;

    /// <summary>
    /// Commands carry tickets firstTicket..firstTicket+ticketCount-1, in turn. There must be more
    /// of them than commands that can be under way when one is used again.
    /// </summary>
    public HttpServer(HttpOptions options, BoxFacts facts, int firstTicket, int ticketCount)
    {
        _api = new HttpApi(options, facts, firstTicket, ticketCount);
        for (int i = 0; i < MaxConnections; i++)
        {
            _connections[i] = new HttpConnection();
        }
    }

    /// <summary>False while every place is taken: a client that is not accepted meanwhile waits in
    /// the socket's backlog, unharmed.</summary>
    public bool HasRoom => FreePlace() != None;

    /// <summary>
    /// Gives a new client its number, or <see cref="None"/>: then close its socket. There is no
    /// 503 for it, because that would take a fifth buffer, and a socket closed with an unread
    /// request in it is reset, which wipes an answer out before it is read.
    /// </summary>
    public int OnAccepted(long nowMs)
    {
        int connection = FreePlace();
        if (connection == None)
        {
            TurnedAway++;
        }
        else
        {
            _connections[connection].OnAccepted(nowMs);
        }
        return connection;
    }

    /// <summary>Takes bytes 0..length-1; the buffer is the caller's again afterwards.</summary>
    public void OnReceived(int connection, byte[] buffer, int length, long nowMs)
    {
        HttpConnection client = _connections[connection];
        int offset = client.OnReceived(buffer, 0, length, nowMs);
        if (client.WantsAdmission)
        {
            _api.Admit(connection, client, nowMs);
            client.OnReceived(buffer, offset, length, nowMs);
        }
        Serve(connection, nowMs);
    }

    /// <summary>The first <paramref name="count"/> pending bytes have left.</summary>
    public void OnSent(int connection, int count, long nowMs)
    {
        HttpConnection client = _connections[connection];
        client.OnSent(count, nowMs);
        while (client.WantsChunk)   // Some parts of some answers are empty.
        {
            _api.WriteChunk(connection, client);
        }
    }

    /// <summary>The socket is gone, whoever closed it. Its number is free again.</summary>
    public void OnClosed(int connection)
    {
        _connections[connection].OnClosed();
        _api.OnClosed(connection);
    }

    /// <summary>Moves what is due; harmless at any time.</summary>
    public void OnTime(long nowMs)
    {
        for (int i = 0; i < MaxConnections; i++)
        {
            if (_connections[i].OnTime(nowMs))
            {
                TimedOut++;
            }
            Serve(i, nowMs);
        }
    }

    /// <summary>The newest snapshot. It is read until the next one comes, and stays the caller's.
    /// </summary>
    public void OnStatus(BoxStatus status, long nowMs)
    {
        _api.OnStatus(status, nowMs);
    }

    /// <summary>True: somebody waits for a report on the bus. From asking for it until
    /// <see cref="OnReport"/> the bus side may fill the report, for nobody reads it.</summary>
    public bool WantsReport => _api.WantsReport;

    /// <summary>The report has been filled. It is read until one is wanted again.</summary>
    public void OnReport(BusReport report, Timings timings, long nowMs)
    {
        _api.OnReport(report, timings, nowMs);
        for (int i = 0; i < MaxConnections; i++)
        {
            if (_api.AwaitsReport(i))
            {
                _connections[i].OnDecided(nowMs);
                Serve(i, nowMs);
            }
        }
    }

    /// <summary>What wants saving is to be looked for after each turn.</summary>
    public HttpSettings Settings => _api.Settings;
    public HttpCertificate Certificate => _api.Certificate;

    public HttpAuth Auth => _api.Auth;

    /// <summary>Orders that the owner has to carry out.</summary>
    public HttpDoor Door => _api.Door;

    /// <summary>What wanted saving, settings first, is safe, or could not be saved.</summary>
    public void OnSaved(bool isSaved, long nowMs)
    {
        int connection = _api.OnSaved(isSaved);
        _connections[connection].OnDecided(nowMs);
        Serve(connection, nowMs);
    }

    /// <summary>Copies out the next command for the bus side; false when there is none.</summary>
    public bool TryNextCommand(Command into)
    {
        return _api.TryNextCommand(into);
    }

    /// <summary>The bus side's word on a command. One that nobody awaits any more is dropped.
    /// </summary>
    public void OnResult(CommandResult result, long nowMs)
    {
        int connection = _api.OnResult(result);
        if (connection != None)
        {
            _connections[connection].OnDecided(nowMs);
            Serve(connection, nowMs);
        }
    }

    /// <summary>Bytes to send, from <see cref="PendingOffset"/>; 0 when there are none.</summary>
    public int PendingLength(int connection)
    {
        return _connections[connection].PendingLength;
    }

    public int PendingOffset(int connection)
    {
        return _connections[connection].Response.PendingOffset;
    }

    /// <summary>Valid until the next fact about this connection.</summary>
    public byte[] PendingBuffer(int connection)
    {
        return _connections[connection].Response.Buffer;
    }

    /// <summary>True when the socket is to be closed; <see cref="OnClosed"/> then says it was.
    /// </summary>
    public bool WantsClose(int connection)
    {
        return _connections[connection].WantsClose;
    }

    private int FreePlace()
    {
        for (int i = 0; i < MaxConnections; i++)
        {
            if (_connections[i].State == HttpConnectionState.Free)
            {
                return i;
            }
        }
        return None;
    }

    private void Serve(int connection, long nowMs)
    {
        HttpConnection client = _connections[connection];
        if (client.State != HttpConnectionState.Ready)
        {
            return;
        }
        if (!_api.TryAnswer(connection, client, nowMs))
        {
            client.OnAwaiting(nowMs);
            return;
        }
        client.OnAnswered(nowMs);
        if (client.Response.Status < 400)
        {
            Served++;
        }
        else
        {
            Refused++;
        }
    }
}
