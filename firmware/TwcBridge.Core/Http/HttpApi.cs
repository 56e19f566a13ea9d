using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>
/// What the paths mean. Every request passes <see cref="Admit"/> first, so that a check for all of
/// them has one place. This layer knows the control surface; bytes and time-outs are the
/// connection's business.
/// </summary>
internal sealed class HttpApi
{
    /// <summary>Older than this a status is no news: better none than a wrong one.</summary>
    public const int StatusLifeMs = 5_000;

    private readonly HttpScratch _scratch = new HttpScratch();
    private readonly RouteMatch _match = new RouteMatch();
    private readonly HttpOptions _options;
    private readonly BoxFacts _facts;
    private readonly HttpReport _report = new HttpReport();
    private readonly HttpParts _parts;
    private readonly HttpCommands _commands;
    private BoxStatus _status;
    private long _staleAtMs;

    public HttpApi(HttpOptions options, BoxFacts facts, int firstTicket, int ticketCount)
    {
        _options = options;
        _facts = facts;
        _parts = new HttpParts(_scratch, facts, _report);
        _commands = new HttpCommands(_scratch, firstTicket, ticketCount);
        Setup = new HttpSetup(_scratch);
    }

    public HttpSetup Setup { get; }

    public void OnStatus(BoxStatus status, long nowMs)
    {
        _status = status;
        _staleAtMs = nowMs + StatusLifeMs;
    }

    public void OnTimings(Timings timings)
    {
        _parts.OnTimings(timings);
    }

    /// <summary>Somebody waits for a report on the bus, and the last one is free to be filled.
    /// </summary>
    public bool WantsReport => _report.IsWanted;

    public void OnReport(BusReport report, long nowMs)
    {
        _report.OnFilled(report, nowMs);
    }

    public bool AwaitsReport(int connection)
    {
        return _report.IsAwaitedBy(connection);
    }

    public bool TryNextCommand(Command into)
    {
        return _commands.TryNext(into);
    }

    /// <summary>The connection that can be answered now, or HttpServer.None.</summary>
    public int OnResult(CommandResult result)
    {
        return _commands.OnResult(result);
    }

    public void OnClosed(int connection)
    {
        _commands.Forget(connection);
        _report.Forget(connection);
    }

    /// <summary>Answers a connection in Ready. False: the bus side has to be
    /// asked first.</summary>
    public bool Answer(int connection, HttpConnection client, long nowMs)
    {
        if (_commands.IsDecided(connection))
        {
            _commands.WriteAnswer(connection, client.Response);
        }
        else if (!TryAnswer(connection, client, nowMs))
        {
            return false;
        }
        _commands.Forget(connection);
        return true;
    }

    /// <summary>Adds the next chunk to an answer that is still open.</summary>
    public void WriteChunk(int connection, HttpResponse response)
    {
        _parts.WriteNext(connection, _status, response);
    }

    private bool TryAnswer(int connection, HttpConnection client, long nowMs)
    {
        HttpProblem problem = client.Problem != HttpProblem.None
            ? client.Problem
            : Admit(client.Request, nowMs);
        if (problem == HttpProblem.None)
        {
            return Serve(connection, client, nowMs);
        }
        _report.Forget(connection);
        Refuse(client.Response, problem);
        return true;
    }

    private HttpProblem Admit(HttpRequest request, long nowMs)
    {
        if (!HostCheck.Allows(_options, request.Header(HttpHeader.Host)))
        {
            return HttpProblem.WrongHost;
        }
        if (!TryFindRoute(request.Path))
        {
            return HttpProblem.NotFound;
        }
        if (!_match.Allows(request.Verb))
        {
            return HttpProblem.MethodNotAllowed;
        }
        if (request.Verb is HttpMethods.Put or HttpMethods.Post && !IsJson(request))
        {
            return HttpProblem.WrongMediaType;
        }
        return _match.Route == Route.Page || IsFresh(nowMs)
            ? HttpProblem.None
            : HttpProblem.StatusStale;
    }

    private bool TryFindRoute(HttpText path) =>
        Surface.MatchPath(path.Source, path.Offset, path.Length, _match)
            && Setup.Knows(_match.Route);

    private bool IsFresh(long nowMs)
    {
        return _status != null && nowMs < _staleAtMs;
    }

    private bool Serve(int connection, HttpConnection client, long nowMs)
    {
        switch (_match.Route)
        {
            case Route.Page:
            case Route.Status:
            case Route.Timing:
            case Route.Metrics:
                BeginParts(connection, client.Response);
                return true;
            case Route.SetupPage:
            case Route.Setup:
                Setup.Answer(_match.Route, client.Request, client.Response);
                return true;
            case Route.Bus:
                return TryReport(connection, client.Response, nowMs);
            case Route.Health:
                WriteHealth(client.Response);
                return true;
            case Route.Charger:
                WriteCharger(client.Response);
                return true;
            default:
                return !TryPost(connection, client);
        }
    }

    private void BeginParts(int connection, HttpResponse response)
    {
        _parts.Begin(connection, _match.Route, response);
        WriteChunk(connection, response);
    }

    private bool TryReport(int connection, HttpResponse response, long nowMs)
    {
        if (!_report.TryBegin(connection, nowMs))
        {
            return false;
        }
        BeginParts(connection, response);
        return true;
    }

    private void WriteHealth(HttpResponse response)
    {
        JsonWriter json = _scratch.Restart();
        json.BeginObject();
        json.Key("ok").Bool(true);
        json.EndObject();
        _scratch.Answer(response, 200);
    }

    private void WriteCharger(HttpResponse response)
    {
        ConnectorStatus connector = _status.Find(_match.PeripheralId);
        if (connector == null)
        {
            Refuse(response, HttpProblem.UnknownCharger);
            return;
        }
        StatusWriter.WriteConnector(_scratch.Restart(), connector, _facts.UnixSeconds);
        _scratch.Answer(response, 200);
    }

    private bool TryPost(int connection, HttpConnection client)
    {
        if (_commands.Post(connection, client.Request, _match, _status))
        {
            return true;
        }
        _commands.WriteAnswer(connection, client.Response);
        return false;
    }

    private void Refuse(HttpResponse response, HttpProblem problem)
    {
        AckWriter.WriteError(_scratch.Restart(),
            HttpProblems.CodeOf(problem), HttpProblems.MessageOf(problem), null);
        response.Begin(HttpProblems.StatusOf(problem));
        if (problem == HttpProblem.MethodNotAllowed)
        {
            response.Allow(_match.Allowed);
        }
        response.Body(HttpScratch.Json, _scratch.Bytes);
    }

    /// <summary>With or without parameters. A page of another origin cannot send this type without
    /// asking first, and is never told yes.</summary>
    private static bool IsJson(HttpRequest request)
    {
        HttpText mediaType = request.Header(HttpHeader.ContentType);
        int end = mediaType.Offset + mediaType.Length;
        int typeEnd = HttpAscii.IndexOf(mediaType.Source, ';', mediaType.Offset, end);
        while (typeEnd > mediaType.Offset && mediaType.Source[typeEnd - 1] == ' ')
        {
            typeEnd--;
        }
        return HttpAscii.EqualIgnoringCase(
            mediaType.Source, mediaType.Offset, typeEnd - mediaType.Offset, HttpScratch.Json);
    }
}
