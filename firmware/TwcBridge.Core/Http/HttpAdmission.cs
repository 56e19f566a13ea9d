using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Whether a request is served, judged by its head alone: every check that concerns more
/// than one path has its place here.</summary>
internal sealed class HttpAdmission
{
    /// <summary>Older than this a status is no news: better none than a wrong one.</summary>
    public const int StatusLifeMs = 5_000;

    private readonly HttpLongBody _longBody;
    private readonly HttpOptions _options;
    private readonly HttpSettings _settings;
    private readonly HttpAuth _auth;
    private long _staleAtMs = long.MinValue;

    public HttpAdmission(HttpOptions options, HttpSettings settings, HttpAuth auth)
    {
        _longBody = new HttpLongBody(options.LongBody);
        _auth = auth;
        _options = options;
        _settings = settings;
    }

    public void OnStatus(long nowMs)
    {
        _staleAtMs = nowMs + StatusLifeMs;
    }

    /// <summary>The body of this connection is not needed any more.</summary>
    public void OnRead(int connection)
    {
        _longBody.Return(connection);
    }

    /// <summary>Fills in what the request is about.</summary>
    public HttpProblem Judge(int connection, HttpConnection client, long nowMs)
    {
        HttpRequest request = client.Request;
        RouteMatch match = client.Match;
        HttpProblem problem = PlaceProblem(request, match);
        if (problem == HttpProblem.None && !Surface.IsPublic(match.Route))
        {
            problem = _auth.Judge(request, nowMs);
        }
        if (problem == HttpProblem.None)
        {
            problem = ContentProblem(request, match, nowMs);
        }
        return problem == HttpProblem.None
            ? BodyProblem(connection, request.ContentLength, match.Route)
            : problem;
    }

    /// <summary>Where the body of an admitted request goes: null for the place of a short one.
    /// </summary>
    public byte[] BodyOf(Route route)
    {
        return TakesSettings(route) ? _longBody.Bytes : null;
    }

    private HttpProblem PlaceProblem(HttpRequest request, RouteMatch match)
    {
        if (!HostCheck.Allows(_options, request))
        {
            return HttpProblem.WrongHost;
        }
        bool isKnown = Surface.MatchPath(request.Bytes, request.OffsetOf(HttpField.Path),
            request.LengthOf(HttpField.Path), match);
        return isKnown && _settings.Knows(match.Route) ? HttpProblem.None : HttpProblem.NotFound;
    }

    private HttpProblem ContentProblem(HttpRequest request, RouteMatch match, long nowMs)
    {
        HttpMethods verb = request.Verb;
        if (!match.Allows(verb))
        {
            return HttpProblem.MethodNotAllowed;
        }
        return BringsBody(verb) && !HttpContent.IsJson(request) ? HttpProblem.WrongMediaType
            : IsPage(match.Route) && !HttpContent.TakesGzip(request) ? HttpProblem.NotAcceptable
            : nowMs >= _staleAtMs && Surface.NeedsStatus(match.Route) ? HttpProblem.StatusStale
            : HttpProblem.None;
    }

    private static bool BringsBody(HttpMethods verb)
    {
        return verb != HttpMethods.Get && verb != HttpMethods.Delete;
    }

    private static bool IsPage(Route route)
    {
        return route is Route.Page or Route.SetupPage;
    }

    private HttpProblem BodyProblem(int connection, int length, Route route)
    {
        bool isLong = TakesSettings(route) && length > 0;
        if (length > (isLong ? HttpLongBody.Capacity : HttpRequestParser.OwnBodyCapacity))
        {
            return HttpProblem.BodyTooLarge;
        }
        return isLong && !_longBody.TryLend(connection) ? HttpProblem.Busy : HttpProblem.None;
    }

    private static bool TakesSettings(Route route)
    {
        return route is Route.Setup or Route.Config or Route.MqttCa;
    }
}
