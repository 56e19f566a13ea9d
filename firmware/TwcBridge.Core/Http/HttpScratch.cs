using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Where the next body is composed. One for all connections, because what is written here
/// is copied into a response at once.</summary>
internal sealed class HttpScratch
{
    public const string Json = "application/json";

    public readonly ByteWriter Bytes = new ByteWriter(HttpResponse.PieceCapacity);

    private readonly JsonWriter _json;

    public HttpScratch()
    {
        _json = new JsonWriter(Bytes);
    }

    /// <summary>Starts a new body, empty so far.</summary>
    public JsonWriter Restart()
    {
        _json.Restart();
        return _json;
    }

    /// <summary>Makes the body, which is JSON, the whole answer.</summary>
    public void Answer(HttpResponse response, int status)
    {
        response.Begin(status);
        response.Body(Json, Bytes);
    }
}
