using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The first set-up: a page with a form, and the settings that come back. Not there until
/// it is opened.</summary>
internal sealed class HttpSetup
{
    private readonly HttpScratch _scratch;
    private readonly SettingsReader _reader = new SettingsReader();
    private Settings _draft;
    private bool _isNew;

    public HttpSetup(HttpScratch scratch)
    {
        _scratch = scratch;
    }

    /// <param name="settings">What a form that leaves fields out does not change.</param>
    public void Open(Settings settings)
    {
        _draft = new Settings();
        _draft.CopyFrom(settings);
        _isNew = false;
    }

    /// <summary>False for the paths of set-up while it is not open.</summary>
    public bool Knows(Route route)
    {
        return _draft != null || (route != Route.SetupPage && route != Route.Setup);
    }

    public bool TryTake(Settings into)
    {
        if (!_isNew)
        {
            return false;
        }
        _isNew = false;
        into.CopyFrom(_draft);
        return true;
    }

    public void WritePage(HttpResponse response)
    {
        response.Begin(200);
        response.Header("Content-Security-Policy", SetupPage.ContentSecurityPolicy);
        _scratch.Restart();
        _scratch.Bytes.Ascii(SetupPage.Text);
        response.Body("text/html; charset=utf-8", _scratch.Bytes);
    }

    /// <summary>Takes the settings of a request, all or none.</summary>
    public void Answer(HttpRequest request, HttpResponse response)
    {
        SettingsProblem problem = _reader.Read(request.Body, request.BodyLength, _draft);
        JsonWriter json = _scratch.Restart();
        if (problem == SettingsProblem.None)
        {
            _isNew = true;
            json.BeginObject();
            json.Key("ok").Bool(true);
            json.EndObject();
            _scratch.Answer(response, 200);
            return;
        }
        AckWriter.WriteError(json, CodeOf(problem), MessageOf(problem),
            _reader.Key.Length == 0 ? null : _reader.Key);
        _scratch.Answer(response, problem == SettingsProblem.OutOfRange
            || problem == SettingsProblem.Inconsistent ? 422 : 400);
    }

    private static string CodeOf(SettingsProblem problem)
    {
        return problem switch
        {
            SettingsProblem.NotJson => "not_json",
            SettingsProblem.UnknownKey => "unknown_key",
            SettingsProblem.DuplicateKey => "duplicate_key",
            SettingsProblem.WrongType => "wrong_type",
            SettingsProblem.OutOfRange => "out_of_range",
            _ => "inconsistent",
        };
    }

    private static string MessageOf(SettingsProblem problem)
    {
        return problem switch
        {
            SettingsProblem.NotJson => "The settings must be one JSON object.",
            SettingsProblem.UnknownKey => "There is no such setting.",
            SettingsProblem.DuplicateKey => "A setting came twice.",
            SettingsProblem.WrongType => "This setting takes another kind of value.",
            SettingsProblem.OutOfRange => "This value is too small, too large or too long.",
            _ => "This value does not go with the others.",
        };
    }
}
