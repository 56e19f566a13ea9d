using System;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Boxes;

/// <summary>
/// The HTTP interface of a box, as far as this tool uses it. One request at a time; what goes
/// wrong is a RunException that says what to do.
/// </summary>
internal sealed class BoxClient : IDisposable
{
    private const int DefaultPatienceMs = 5000;
    private const string User = "twcbridge";    // Any would do.

    private readonly HttpClient _http;

    /// <param name="password">Null: try without one.</param>
    public BoxClient(Uri address, string? password, int patienceMs = DefaultPatienceMs)
    {
        // A box is in the local network; a proxy would only be in the way.
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMilliseconds(patienceMs),
        };
        if (password != null)
        {
            // Not as bearer: a password may have characters that no header may.
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}")));
        }
    }

    public Uri Address => _http.BaseAddress!;

    /// <summary>GET of one path below the address.</summary>
    public BoxAnswer Read(string path)
    {
        return Send(new HttpRequestMessage(HttpMethod.Get, path));
    }

    /// <param name="tag">Of the state that the change is made to.</param>
    public BoxAnswer Patch(string path, string json, string? tag)
    {
        HttpRequestMessage request = new(HttpMethod.Patch, path) { Content = ContentOf(json) };
        if (tag != null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        }
        return Send(request);
    }

    public BoxAnswer Post(string path, string json)
    {
        return Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = ContentOf(json) });
    }

    public BoxAnswer Put(string path, string json)
    {
        return Send(new HttpRequestMessage(HttpMethod.Put, path) { Content = ContentOf(json) });
    }

    public BoxAnswer Delete(string path)
    {
        return Send(new HttpRequestMessage(HttpMethod.Delete, path));
    }

    public void Dispose()
    {
        _http.Dispose();
    }

    private static StringContent ContentOf(string json)
    {
        return new StringContent(json, Encoding.UTF8, "application/json");
    }

    private BoxAnswer Send(HttpRequestMessage request)
    {
        try
        {
            using HttpResponseMessage response = _http.Send(request, CancellationToken.None);
            using StreamReader reader = new(response.Content.ReadAsStream());
            string body = reader.ReadToEnd();
            return new BoxAnswer((int)response.StatusCode, response.Headers.ETag?.ToString(),
                Parse(body), Realm(response));
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException
            or IOException)
        {
            throw new RunException(ExitCode.Network,
                $"nobody answers at {Address}. Is the box switched on and in this network, and is "
                + "the address right? twcbridge discover looks for boxes.");
        }
    }

    private static string? Realm(HttpResponseMessage response)
    {
        foreach (AuthenticationHeaderValue challenge in response.Headers.WwwAuthenticate)
        {
            return challenge.Parameter;
        }
        return null;
    }

    private static JsonNode? Parse(string body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
