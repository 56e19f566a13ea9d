using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>
/// The settings as they are read and changed: by the page of the first set-up while it is open, and
/// by whoever may command the box. A change is answered when it is safe in the flash, and in force
/// from then on.
/// </summary>
public sealed class HttpSettings
{
    private const int TagCapacity = 24;

    private enum Stage : byte
    {
        None,
        Posted,
        Saved,
        NotSaved,
    }

    /// <summary>Those in force. The caller's; changed when a change has been saved.</summary>
    public Settings InForce = new Settings();

    /// <summary>A change waits for the next start.</summary>
    public bool NeedsRestart;

    /// <summary>Changes outlive the power.</summary>
    public bool IsKept = true;

    private readonly SettingsReader _reader;
    private readonly ByteWriter _tag = new ByteWriter(TagCapacity);
    private Stage _stage;
    private int _asker;
    private int _changes;
    private bool _isSetupOpen;

    internal HttpSettings(JsonReader json)
    {
        _reader = new SettingsReader(json);
    }

    /// <summary>The settings that are to be saved.</summary>
    public Settings Draft => _reader.Draft;

    /// <summary>True until the owner has said what became of it.</summary>
    public bool WantsSaving => _stage == Stage.Posted;

    /// <param name="settings">In force from now on; kept.</param>
    public void Use(Settings settings, bool isKept)
    {
        InForce = settings;
        IsKept = isKept;
    }

    /// <summary>Serves the page of set-up from now on, without a password: whoever has joined the
    /// box's own network has shown one.</summary>
    public void OpenSetup()
    {
        _isSetupOpen = true;
    }

    /// <summary>False for the paths of set-up while it is not open.</summary>
    internal bool Knows(Route route)
    {
        return _isSetupOpen || (route != Route.SetupPage && route != Route.Setup);
    }

    /// <summary>The draft is in the flash, or could not be written.</summary>
    /// <returns>The connection that can be answered.</returns>
    internal int OnSaved(bool isSaved)
    {
        _stage = isSaved ? Stage.Saved : Stage.NotSaved;
        if (isSaved)
        {
            NeedsRestart |= IsLateChange();
            InForce.CopyFrom(Draft);
            _changes++;
        }
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

    /// <summary>Answers a change. False: it has to be saved first.</summary>
    /// <param name="problem">Why it is refused without more words.</param>
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
            return !TryPost(connection, client, ref problem);
        }
        problem = _stage == Stage.NotSaved ? HttpProblem.NotSaved : HttpProblem.None;
        if (problem == HttpProblem.None)
        {
            WriteTaken(client.Response);
        }
        return true;
    }

    /// <summary>Tells the state of the settings, for If-Match.</summary>
    internal void WriteTag(HttpResponse response)
    {
        ComposeTag();
        response.BeginHeader("ETag");
        response.Bytes.Bytes(_tag.Buffer, 0, _tag.Length);
        response.EndHeader();
    }

    private bool TryPost(int connection, HttpConnection client, ref HttpProblem problem)
    {
        HttpRequest request = client.Request;
        if (!Matches(request))
        {
            problem = HttpProblem.PreconditionFailed;
            return false;
        }
        SettingsProblem found = _reader.Check(request.Body, request.BodyLength, InForce);
        if (found != SettingsProblem.None)
        {
            AckWriter.WriteError(
                client.Response.BeginJson(SettingsWords.StatusOf(found)),
                SettingsWords.CodeOf(found), SettingsWords.MessageOf(found),
                _reader.Key.Length == 0 ? null : _reader.Key);
            client.Response.EndBody();
            return false;
        }
        _stage = Stage.Posted;
        _asker = connection;
        return true;
    }

    private void WriteTaken(HttpResponse response)
    {
        response.Begin(200);
        WriteTag(response);
        response.BeginBody(HttpResponse.JsonType);
        response.Json.BeginObject();
        response.Json.Key("ok").Bool(true);
        response.Json.Key("restart_required").Bool(NeedsRestart);
        response.Json.Key("kept").Bool(IsKept);
        response.Json.EndObject();
        response.EndBody();
    }

    private bool Matches(HttpRequest request)
    {
        ComposeTag();
        return !request.Has(HttpField.IfMatch) || request.Is(HttpField.IfMatch, "*")
            || HttpAscii.AreSame(
                request.Bytes, request.OffsetOf(HttpField.IfMatch),
                request.LengthOf(HttpField.IfMatch), _tag.Buffer, _tag.Length);
    }

    // The count tells changes of secrets apart, which the fingerprint does not know.
    private void ComposeTag()
    {
        _tag.Clear();
        _tag.Byte('"');
        _tag.Hex(SettingsFingerprint.Of(InForce), 8);
        _tag.Byte('-');
        _tag.Number(_changes);
        _tag.Byte('"');
    }

    private bool IsLateChange()
    {
        for (int i = 0; i < SettingsTable.Count; i++)
        {
            SettingKey key = (SettingKey)i;
            bool isSame = InForce.Number(key) == Draft.Number(key)
                && InForce.Text(key) == Draft.Text(key);
            if (!isSame && !SettingsTable.TakesEffectAtOnce(key))
            {
                return true;
            }
        }
        return false;
    }
}
