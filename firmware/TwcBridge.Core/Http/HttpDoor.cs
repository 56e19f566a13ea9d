using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Logging in and out, and the orders that end everything.</summary>
internal sealed class HttpDoor
{
    private const string PasswordKey = "password";

    private readonly HttpAuth _auth;
    private readonly HttpForm _form = new HttpForm();

    public HttpDoor(HttpAuth auth)
    {
        _auth = auth;
    }

    /// <summary>Answers, or says why not; <see cref="Field"/> then names the key.</summary>
    public HttpProblem Answer(Route route, HttpConnection client, long nowMs)
    {
        HttpProblem problem = route == Route.Login ? LogIn(client.Request, nowMs)
            : HttpProblem.None;
        if (problem != HttpProblem.None)
        {
            return problem;
        }
        HttpResponse response = client.Response;
        response.Begin(200);
        if (route == Route.Login)
        {
            response.BeginHeader("Set-Cookie");
            _auth.WriteCookie(response.Bytes, nowMs);
            response.EndHeader();
        }
        else
        {
            _auth.EndSessions();
            response.BeginHeader("Set-Cookie");
            HttpSessions.WriteNoCookie(response.Bytes);
            response.EndHeader();
        }
        response.BodyOfOk();
        return HttpProblem.None;
    }

    /// <summary>The key of the body that the problem is about.</summary>
    public string Field => _form.Field;

    private HttpProblem LogIn(HttpRequest request, long nowMs)
    {
        HttpProblem problem = _form.ReadText(request, PasswordKey);
        return problem != HttpProblem.None
            ? problem
            : _auth.JudgePassword(_form.Text, 0, _form.TextLength, nowMs);
    }
}
