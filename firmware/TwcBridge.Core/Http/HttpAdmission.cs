using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Whether a request is served, judged by its head alone: every check that concerns more
/// than one path has its place here.</summary>
internal sealed class HttpAdmission
{
    /// <summary>Older than this a status is no news: better none than a wrong one.</summary>
    public const int StatusLifeMs = 5_000;

    private readonly HttpLongBody _longBody = new HttpLongBody();
    private readonly HttpOptions _options;
    private readonly HttpSetup _setup;
    private long _staleAtMs = long.MinValue;

    public HttpAdmission(HttpOptions options, HttpSetup setup)
    {
        _options = options;
        _setup = setup;
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
        HttpProblem problem = RouteProblem(request, client.Match);
        return problem != HttpProblem.None ? problem
            : !IsKindRight(request) ? HttpProblem.WrongMediaType
            : client.Match.Route is Route.Page or Route.SetupPage ? PageProblem(request)
            : nowMs >= _staleAtMs ? HttpProblem.StatusStale
            : BodyProblem(connection, request.ContentLength, client.Match.Route);
    }

    /// <summary>Where the body of an admitted request goes: null for the place of a short one.
    /// </summary>
    public byte[] BodyOf(Route route)
    {
        return TakesSettings(route) ? _longBody.Bytes : null;
    }

    private HttpProblem RouteProblem(HttpRequest request, RouteMatch match)
    {
        if (!HostCheck.Allows(_options, request))
        {
            return HttpProblem.WrongHost;
        }
        bool isKnown = Surface.MatchPath(request.Bytes, request.OffsetOf(HttpField.Path),
            request.LengthOf(HttpField.Path), match);
        return !isKnown || !_setup.Knows(match.Route) ? HttpProblem.NotFound
            : !match.Allows(request.Verb) ? HttpProblem.MethodNotAllowed
            : HttpProblem.None;
    }

    private static bool IsKindRight(HttpRequest request)
    {
        return request.Verb != HttpMethods.Put || HttpContent.IsJson(request);
    }

    private static HttpProblem PageProblem(HttpRequest request)
    {
        return HttpContent.TakesGzip(request) ? HttpProblem.None : HttpProblem.NotAcceptable;
    }

    private HttpProblem BodyProblem(int connection, int length, Route route)
    {
        bool isLong = TakesSettings(route);
        if (length > (isLong ? HttpLongBody.Capacity : HttpRequestParser.OwnBodyCapacity))
        {
            return HttpProblem.BodyTooLarge;
        }
        return isLong && !_longBody.TryLend(connection) ? HttpProblem.Busy : HttpProblem.None;
    }

    private static bool TakesSettings(Route route)
    {
        return route == Route.Setup;
    }
}
