using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// Who may command the box: whoever shows its password or a session that began with it. Wrong
/// passwords are counted, and while there are many of them they are told to wait; the right one
/// always passes, so nobody can lock the owner out.
/// </summary>
public sealed class HttpAuth
{
    public const int MostTries = 5;

    /// <summary>A wrong try is forgotten after so long.</summary>
    public const int ForgetMs = 10_000;

    private const string Basic = "basic ";
    private const string Bearer = "bearer ";

    private readonly HttpSessions _sessions;
    private byte[] _password;
    private int _tries;
    private long _forgetAtMs;

    public HttpAuth(HttpOptions options)
    {
        _sessions = new HttpSessions(options.SessionKey);
        _password = options.Password;
    }

    /// <summary>There is no password: whoever reaches the port may command the box.</summary>
    public bool IsOpen => _password.Length == 0;

    /// <summary>From now on this is the password, and every session has ended.</summary>
    public void OnPassword(byte[] password)
    {
        _password = password;
        _sessions.EndAll();
    }

    /// <summary>None, or why this request may not be served. Changes bytes of the request.
    /// </summary>
    public HttpProblem Judge(HttpRequest request, long nowMs)
    {
        if (IsOpen)
        {
            return HttpProblem.None;
        }
        if (request.Has(HttpField.Authorization))
        {
            return JudgeShown(request, nowMs);
        }
        return !_sessions.IsGood(request, nowMs) ? HttpProblem.Unauthorized
            : request.Verb == HttpMethods.Get || request.Has(HttpField.PageMark)
                ? HttpProblem.None
            : HttpProblem.MissingMark;
    }

    /// <summary>Judges a password that came in a body.</summary>
    public HttpProblem JudgePassword(byte[] bytes, int offset, int length, long nowMs)
    {
        if (IsOpen || HttpAscii.AreSame(bytes, offset, length, _password, _password.Length))
        {
            return HttpProblem.None;
        }
        while (_tries > 0 && nowMs >= _forgetAtMs)
        {
            _tries--;
            _forgetAtMs += ForgetMs;
        }
        if (_tries == MostTries)
        {
            return HttpProblem.TooManyTries;
        }
        _forgetAtMs = _tries == 0 ? nowMs + ForgetMs : _forgetAtMs;
        _tries++;
        return HttpProblem.Unauthorized;
    }

    public void WriteCookie(ByteWriter output, long nowMs)
    {
        _sessions.WriteCookie(output, nowMs);
    }

    public void EndSessions()
    {
        _sessions.EndAll();
    }

    private HttpProblem JudgeShown(HttpRequest request, long nowMs)
    {
        byte[] bytes = request.Bytes;
        int start = request.OffsetOf(HttpField.Authorization);
        int end = request.EndOf(HttpField.Authorization);
        if (HttpAscii.StartsWithIgnoringCase(bytes, start, end, Bearer))
        {
            start += Bearer.Length;
        }
        else if (HttpAscii.StartsWithIgnoringCase(bytes, start, end, Basic))
        {
            start += Basic.Length;
            end = Base64.Decode(bytes, start, end);
            // There is one user here, whatever its name.
            start = HttpAscii.IndexOf(bytes, ':', start, end) + 1;
            start = start > end ? end : start;
        }
        else
        {
            return HttpProblem.Unauthorized;
        }
        return JudgePassword(bytes, start, end - start, nowMs);
    }
}
