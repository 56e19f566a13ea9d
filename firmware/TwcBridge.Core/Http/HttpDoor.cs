using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Logging in and out, and the orders that end everything.</summary>
public sealed class HttpDoor
{
    private readonly HttpAuth _auth;
    private readonly HttpForm _form;
    private HttpOrder _order;

    internal HttpDoor(HttpAuth auth, JsonReader json)
    {
        _form = new HttpForm(json);
        _auth = auth;
    }

    /// <summary>What is to be carried out some seconds later, when its answer has left. It is told
    /// once.</summary>
    public HttpOrder TakeOrder()
    {
        HttpOrder order = _order;
        _order = HttpOrder.None;
        return order;
    }

    /// <summary>Answers, or says why not; <see cref="Field"/> then names the key.</summary>
    internal HttpProblem Answer(HttpConnection client, long nowMs)
    {
        Route route = client.Match.Route;
        HttpProblem problem = ReadForm(route, client.Request, nowMs);
        if (problem != HttpProblem.None)
        {
            return problem;
        }
        client.Response.Begin(200);
        switch (route)
        {
            case Route.Login:
                client.Response.BeginHeader("Set-Cookie");
                _auth.WriteCookie(client.Response.Bytes, nowMs);
                client.Response.EndHeader();
                break;
            case Route.Logout:
                _auth.EndSessions();
                client.Response.BeginHeader("Set-Cookie");
                HttpSessions.WriteNoCookie(client.Response.Bytes);
                client.Response.EndHeader();
                break;
            default:
                _order = route == Route.Restart ? HttpOrder.Restart : HttpOrder.FactoryReset;
                break;
        }
        client.Response.BodyOfOk();
        return HttpProblem.None;
    }

    /// <summary>The key of the body that the problem is about.</summary>
    internal string Field => _form.Field;

    private HttpProblem ReadForm(Route route, HttpRequest request, long nowMs)
    {
        if (route == Route.Logout)
        {
            return HttpProblem.None;
        }
        if (route != Route.Login)
        {
            return _form.ReadYes(request, "confirm");
        }
        HttpProblem problem = _form.ReadText(request, "password");
        return problem != HttpProblem.None
            ? problem
            : _auth.JudgePassword(_form.Text, 0, _form.TextLength, nowMs);
    }
}
