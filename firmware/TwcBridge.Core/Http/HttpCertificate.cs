using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// The certificate of who has signed the broker's: comes in as text and is kept by the owner, who
/// needs it when the broker is dialled. It is answered when it is safe.
/// </summary>
public sealed class HttpCertificate
{
    private const int NoText = -1;

    private enum Stage : byte
    {
        None,
        Posted,
        Saved,
        NotSaved,
    }

    /// <summary>There is one.</summary>
    public bool IsSet;

    /// <summary>The certificate (DER) in its first <see cref="Length"/> bytes. Only to be read
    /// while it wants saving.</summary>
    public byte[] Bytes;

    /// <summary>0: there is to be none any more.</summary>
    public int Length;

    private readonly JsonReader _json;
    private Stage _stage;
    private int _asker;

    internal HttpCertificate(JsonReader json)
    {
        _json = json;
    }

    /// <summary>True until the owner has said what became of it.</summary>
    public bool WantsSaving => _stage == Stage.Posted;

    /// <summary>Whether the owner has kept one.</summary>
    public void Use(bool isSet)
    {
        IsSet = isSet;
    }

    /// <returns>The connection that can be answered.</returns>
    internal int OnSaved(bool isSaved)
    {
        _stage = isSaved ? Stage.Saved : Stage.NotSaved;
        IsSet = isSaved ? Length > 0 : IsSet;
        return _asker;
    }

    /// <summary>What is not saved yet never will be.</summary>
    internal void Forget(int connection)
    {
        if (_asker == connection)
        {
            _stage = Stage.None;
        }
    }

    /// <summary>Answers. False: it has to be saved first.</summary>
    internal bool TryAnswer(int connection, HttpConnection client, out HttpProblem problem)
    {
        problem = HttpProblem.None;
        if (_stage != Stage.None && _asker != connection)
        {
            problem = HttpProblem.Busy;
            return true;
        }
        if (_stage == Stage.None)
        {
            problem = Read(client.Request);
            _asker = connection;
            _stage = problem == HttpProblem.None ? Stage.Posted : Stage.None;
            return problem != HttpProblem.None;
        }
        problem = _stage == Stage.NotSaved ? HttpProblem.NotSaved : HttpProblem.None;
        if (problem == HttpProblem.None)
        {
            client.Response.Begin(200);
            client.Response.BodyOfOk();
        }
        return true;
    }

    // The text is decoded where it lies: it becomes shorter with each step.
    private HttpProblem Read(HttpRequest request)
    {
        Length = 0;
        if (request.Verb == HttpMethods.Delete)
        {
            return HttpProblem.None;
        }
        Bytes = request.Body;
        int length = ReadText(request);
        Length = length < 0 ? 0 : PemText.Decode(Bytes, length);
        return length < 0 ? HttpProblem.BadForm
            : Length == 0 ? HttpProblem.NoCertificate
            : HttpProblem.None;
    }

    private int ReadText(HttpRequest request)
    {
        _json.Restart(Bytes, request.BodyOffset, request.BodyLength);
        if (_json.Next() != JsonToken.BeginObject || _json.Next() != JsonToken.Key
            || !_json.KeyIs(Surface.PemKey) || _json.Next() != JsonToken.Text)
        {
            return NoText;
        }
        int length = _json.CopyText(Bytes, Bytes.Length);
        return _json.Next() == JsonToken.EndObject && _json.Next() == JsonToken.End
            ? length
            : NoText;
    }
}
