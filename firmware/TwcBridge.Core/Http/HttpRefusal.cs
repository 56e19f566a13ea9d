using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The answer to a request that is not served.</summary>
internal static class HttpRefusal
{
    /// <param name="field">The key that is wrong, or null.</param>
    public static void Write(HttpConnection client, HttpProblem problem, string field)
    {
        HttpResponse response = client.Response;
        int status = HttpProblems.StatusOf(problem);
        response.Begin(status);
        switch (status)
        {
            case 401:
                // Not "Basic": a browser would put up a window of its own.
                response.Header("WWW-Authenticate", "Bearer realm=\"twcbridge\"");
                break;
            case 405:
                response.BeginHeader("Allow");
                MethodNames.Write(response.Bytes, client.Match.Allowed);
                response.EndHeader();
                break;
            case 429:
                response.Header("Retry-After", "10");
                break;
            case 503:
                response.Header("Retry-After", "1");
                break;
        }
        response.BeginBody(HttpResponse.JsonType);
        AckWriter.WriteError(response.Json,
            HttpProblems.CodeOf(problem), HttpProblems.MessageOf(problem), field);
        response.EndBody();
    }
}
