using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Reads a body of one member: a text, or true. Nothing else is a form.</summary>
internal sealed class HttpForm
{
    public const int MaxTextLength = 64;

    private const int MaxKeyLength = 32;

    /// <summary>What was read by <see cref="TryText"/>.</summary>
    public readonly byte[] Text = new byte[MaxTextLength];

    /// <summary>Bytes of it; none for a text that is longer than any password.</summary>
    public int TextLength;

    /// <summary>The key that is wrong or missing.</summary>
    public string Field;

    private readonly JsonReader _json;
    private readonly byte[] _key = new byte[MaxKeyLength];

    public HttpForm(JsonReader json)
    {
        _json = json;
    }

    public HttpProblem ReadText(HttpRequest request, string name)
    {
        HttpProblem problem = Begin(request, name);
        TextLength = 0;
        if (problem == HttpProblem.None && _json.Next() == JsonToken.Text)
        {
            bool fits = _json.TextLength <= MaxTextLength;
            TextLength = fits ? _json.CopyText(Text, MaxTextLength) : 0;
            return End();
        }
        return problem != HttpProblem.None ? problem : HttpProblem.BadForm;
    }

    /// <summary>The member has to be true.</summary>
    public HttpProblem ReadYes(HttpRequest request, string name)
    {
        HttpProblem problem = Begin(request, name);
        if (problem != HttpProblem.None)
        {
            return problem;
        }
        _json.Next();
        return _json.TryBool(out bool isYes) && isYes ? End() : HttpProblem.BadForm;
    }

    private HttpProblem Begin(HttpRequest request, string name)
    {
        Field = name;
        _json.Restart(request.Body, request.BodyOffset, request.BodyLength);
        if (_json.Next() != JsonToken.BeginObject || _json.Next() != JsonToken.Key)
        {
            return HttpProblem.BadForm;
        }
        return _json.KeyIs(name) ? HttpProblem.None : UnknownKey();
    }

    private HttpProblem End()
    {
        JsonToken token = _json.Next();
        return token == JsonToken.Key ? UnknownKey()
            : token == JsonToken.EndObject && _json.Next() == JsonToken.End ? HttpProblem.None
            : HttpProblem.BadForm;
    }

    private HttpProblem UnknownKey()
    {
        Field = Utf8.Text(_key, _json.CopyText(_key, MaxKeyLength));
        return HttpProblem.UnknownKey;
    }
}
