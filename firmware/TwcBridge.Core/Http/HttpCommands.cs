using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// The commands between their requests and the bus side, one at most for each connection. A result
/// finds its request by its ticket; that of a client who left, or was told 503, finds nobody.
/// </summary>
internal sealed class HttpCommands
{
    private enum Stage : byte
    {
        None,
        Posted,
        Taken,
        Decided,
    }

    private readonly int _firstTicket;
    private readonly int _ticketCount;
    private readonly CommandParser _parser;
    private readonly AckWriter _ack = new AckWriter();
    private readonly Stage[] _stages = new Stage[HttpServer.MaxConnections];
    private readonly int[] _tickets = new int[HttpServer.MaxConnections];
    private readonly CommandStore _pending = new CommandStore(HttpServer.MaxConnections);
    private int _ticketsUsed;

    public HttpCommands(int firstTicket, int ticketCount, JsonReader json)
    {
        _parser = new CommandParser(json);
        _firstTicket = firstTicket;
        _ticketCount = ticketCount;
    }

    public bool IsDecided(int connection)
    {
        return _stages[connection] == Stage.Decided;
    }

    /// <summary>Takes a request as a command for the bus side; false when its body is none, which
    /// <see cref="WriteAnswer"/> then explains.</summary>
    public bool Post(int connection, HttpRequest request, RouteMatch match, BoxStatus status)
    {
        ParsedCommand asked = _pending.Asked;
        Surface.TryCommand(match.Route, request.Verb, out CommandKind kind);
        asked.Restart(kind, match.PeripheralId, CommandOrigin.Http);
        if (_parser.Parse(request.Body, request.BodyOffset, request.BodyLength, asked)
            != ParseStatus.Ok)
        {
            InForce.Read(status, match.PeripheralId, _pending.Result);
            _pending.Save(connection);
            return false;
        }
        asked.Command.Ticket = _firstTicket + _ticketsUsed;
        _tickets[connection] = asked.Command.Ticket;
        _pending.Save(connection);
        _ticketsUsed = (_ticketsUsed + 1) % _ticketCount;
        _stages[connection] = Stage.Posted;
        return true;
    }

    public bool TryNext(Command into)
    {
        for (int i = 0; i < HttpServer.MaxConnections; i++)
        {
            if (_stages[i] == Stage.Posted)
            {
                _stages[i] = Stage.Taken;
                _pending.Load(i);
                into.CopyFrom(_pending.Asked.Command);
                return true;
            }
        }
        return false;
    }

    /// <summary>The connection that this result is for, or HttpServer.None.</summary>
    public int OnResult(CommandResult result)
    {
        for (int i = 0; i < HttpServer.MaxConnections; i++)
        {
            if (_stages[i] == Stage.Taken && _tickets[i] == result.Ticket)
            {
                _stages[i] = Stage.Decided;
                _pending.Load(i);
                _pending.Result.CopyFrom(result);
                _pending.Save(i);
                return i;
            }
        }
        return HttpServer.None;
    }

    /// <summary>Tells what became of the command: what is applied, or why not and what is in force.
    /// </summary>
    /// <returns>Null, or the code of the refusal.</returns>
    public string WriteAnswer(int connection, HttpResponse response)
    {
        _pending.Load(connection);
        ParsedCommand asked = _pending.Asked;
        CommandResult result = _pending.Result;
        bool judged = asked.Status == ParseStatus.Ok;
        int status = judged ? StatusOf(result.Code) : StatusOf(asked.Status);
        JsonWriter json = response.BeginJson(status);
        if (status == 200)
        {
            _ack.Write(json, asked, result);
        }
        else
        {
            _ack.WriteError(json, asked, result);
        }
        response.EndBody();
        return status == 200 ? null : AnswerCode.Of(asked, result);
    }

    /// <summary>The connector that the command is about, or Command.WholeSite.</summary>
    public int ChargerOf(int connection)
    {
        _pending.Load(connection);
        return _pending.Asked.Command.PeripheralId;
    }

    /// <summary>What was not taken yet never will be.</summary>
    public void Forget(int connection)
    {
        _stages[connection] = Stage.None;
    }

    private static int StatusOf(CommandCode code)
    {
        return code switch
        {
            CommandCode.Applied or CommandCode.Clamped => 200,
            CommandCode.UnknownCharger => 404,
            CommandCode.Busy => 503,
            _ => 422,
        };
    }

    /// <summary>422 for a number that cannot be had, 400 for what is no command.</summary>
    private static int StatusOf(ParseStatus status)
    {
        return status switch
        {
            ParseStatus.TooLong => 413,
            ParseStatus.Negative or ParseStatus.TooLarge or ParseStatus.TooPrecise => 422,
            _ => 400,
        };
    }
}
