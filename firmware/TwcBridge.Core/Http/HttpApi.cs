using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;

namespace TwcBridge.Http;

/// <summary>
/// What the paths mean: who answers what. This layer knows the control surface; bytes and time-outs
/// are the connection's business, and who may ask is HttpAdmission's.
/// </summary>
internal sealed class HttpApi
{
    public readonly HttpSettings Settings;
    public readonly HttpCertificate Certificate;

    public readonly HttpAuth Auth;
    public readonly HttpDoor Door;

    private readonly HttpAdmission _admission;
    private readonly BoxFacts _facts;
    private readonly HttpReport _report = new HttpReport();
    private readonly HttpRecords _records;
    private readonly HttpParts _parts;
    private readonly HttpCommands _commands;
    private BoxStatus _status;

    public HttpApi(HttpOptions options, BoxFacts facts, int firstTicket, int ticketCount)
    {
        JsonReader json = new JsonReader();     // For all of them: each reads in one go.
        _facts = facts;
        Settings = new HttpSettings(json);
        Certificate = new HttpCertificate(json);
        Auth = new HttpAuth(options);
        Door = new HttpDoor(Auth, json);
        _records = new HttpRecords(options, facts, this);
        _parts = new HttpParts(facts, _report, _records);
        _commands = new HttpCommands(firstTicket, ticketCount, json);
        _admission = new HttpAdmission(options, Settings, Auth);
    }

    public void OnStatus(BoxStatus status, long nowMs)
    {
        _status = status;
        _admission.OnStatus(nowMs);
        _records.OnStatus(status, nowMs);
    }

    /// <summary>Somebody waits for a report on the bus, and the last one is free to be filled.
    /// </summary>
    public bool WantsReport => _report.IsWanted;

    public void OnReport(BusReport report, Timings timings, long nowMs)
    {
        _report.OnFilled(report, timings, nowMs);
    }

    public bool AwaitsReport(int connection)
    {
        return _report.IsAwaitedBy(connection);
    }

    /// <summary>What wanted saving is safe, or could not be saved: the settings first.</summary>
    /// <returns>The connection that can be answered.</returns>
    public int OnSaved(bool isSaved)
    {
        return Settings.WantsSaving ? Settings.OnSaved(isSaved) : Certificate.OnSaved(isSaved);
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
        _report.Forget(connection);
        Forget(connection);
    }

    /// <summary>Judges a request by its head, before its body is read.</summary>
    public void Admit(int connection, HttpConnection client, long nowMs)
    {
        HttpProblem problem = _admission.Judge(connection, client, nowMs);
        if (problem == HttpProblem.None)
        {
            client.OnAdmitted(_admission.BodyOf(client.Match.Route), nowMs);
            return;
        }
        client.OnRefused(problem, nowMs);
    }

    /// <summary>Answers a connection in Ready. False: the bus side has to be asked first, or the
    /// flash.</summary>
    public bool TryAnswer(int connection, HttpConnection client, long nowMs)
    {
        if (_commands.IsDecided(connection))
        {
            WriteOutcome(connection, client.Response, nowMs);
        }
        else if (client.Problem != HttpProblem.None)
        {
            _report.Forget(connection);
            HttpRefusal.Write(client, client.Problem, null);
        }
        else if (!Serve(connection, client, nowMs))
        {
            return false;
        }
        Forget(connection);
        return true;
    }

    private void Forget(int connection)
    {
        _commands.Forget(connection);
        Settings.Forget(connection);
        Certificate.Forget(connection);
        _admission.OnRead(connection);
    }

    /// <summary>Adds the next chunk to an answer that is still open.</summary>
    public void WriteChunk(int connection, HttpConnection client)
    {
        _parts.WriteNext(connection, client.Match.Route, _status, client.Response);
    }

    private bool Serve(int connection, HttpConnection client, long nowMs)
    {
        Route route = client.Match.Route;
        switch (route)
        {
            case Route.Setup:
            case Route.Config when client.Request.Verb == HttpMethods.Patch:
            case Route.MqttCa:
                return TryChange(connection, client);
            case Route.Bus:
            case Route.Timing:
            case Route.Metrics:
                return TryReport(connection, client, nowMs);
            case Route.Health:
                client.Response.Begin(200);
                client.Response.BodyOfOk();
                return true;
            case Route.Charger:
                WriteCharger(client);
                return true;
            case >= Route.Login and <= Route.FactoryReset:
                Enter(client, nowMs);
                return true;
            case >= Route.Limit and <= Route.Identify:
                return !TryPost(connection, client, nowMs);
            default:
                _parts.Begin(connection, client, _status);
                return true;
        }
    }

    private bool TryChange(int connection, HttpConnection client)
    {
        HttpProblem problem;
        bool isAnswered = client.Match.Route == Route.MqttCa
            ? Certificate.TryAnswer(connection, client, out problem)
            : Settings.TryAnswer(connection, client, out problem);
        if (problem != HttpProblem.None)
        {
            bool isText = problem is HttpProblem.BadForm or HttpProblem.NoCertificate;
            HttpRefusal.Write(client, problem, isText ? Surface.PemKey : null);
        }
        return isAnswered;
    }

    private bool TryReport(int connection, HttpConnection client, long nowMs)
    {
        if (!_report.TryBegin(connection, nowMs))
        {
            return false;
        }
        _parts.Begin(connection, client, _status);
        return true;
    }

    private void Enter(HttpConnection client, long nowMs)
    {
        HttpProblem problem = Door.Answer(client, nowMs);
        if (problem != HttpProblem.None)
        {
            HttpRefusal.Write(client, problem, Door.Field);
        }
    }

    private void WriteCharger(HttpConnection client)
    {
        ConnectorStatus connector = _status.Find(client.Match.PeripheralId);
        if (connector == null)
        {
            HttpRefusal.Write(client, HttpProblem.UnknownCharger, null);
            return;
        }
        StatusWriter.WriteConnector(
            client.Response.BeginJson(200), connector, _facts.UnixSeconds);
        client.Response.EndBody();
    }

    private bool TryPost(int connection, HttpConnection client, long nowMs)
    {
        if (_commands.Post(connection, client.Request, client.Match, _status))
        {
            return true;
        }
        WriteOutcome(connection, client.Response, nowMs);
        return false;
    }

    private void WriteOutcome(int connection, HttpResponse response, long nowMs)
    {
        string refusal = _commands.WriteAnswer(connection, response);
        if (refusal != null)
        {
            _records.OnRefused(_commands.ChargerOf(connection), refusal, nowMs);
        }
    }
}
