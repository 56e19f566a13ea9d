using TwcBridge.Config;
using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>The first set-up: a page with a form, and the settings that come back. Not there until
/// it is opened.</summary>
public sealed class HttpSetup
{
    private readonly SettingsReader _reader = new SettingsReader();
    private Settings _draft;
    private bool _isNew;

    /// <summary>Serves the page from now on, without a password: whoever has joined the box's own
    /// network has shown one.</summary>
    /// <param name="settings">What a form that leaves fields out does not change.</param>
    public void Open(Settings settings)
    {
        _draft = new Settings();
        _draft.CopyFrom(settings);
        _isNew = false;
    }

    /// <summary>False for the paths of set-up while it is not open.</summary>
    internal bool Knows(Route route)
    {
        return _draft != null || (route != Route.SetupPage && route != Route.Setup);
    }

    /// <summary>Copies out what the owner has set up, once; false when there is nothing new.
    /// </summary>
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

    internal void Take(HttpRequest request, HttpResponse response)
    {
        SettingsProblem problem = _reader.Read(request.Body, request.BodyLength, _draft);
        if (problem == SettingsProblem.None)
        {
            _isNew = true;
            response.Begin(200);
            response.BodyOfOk();
            return;
        }
        AckWriter.WriteError(
            response.BeginJson(StatusOf(problem)), CodeOf(problem), MessageOf(problem),
            _reader.Key.Length == 0 ? null : _reader.Key);
        response.EndBody();
    }

    private static int StatusOf(SettingsProblem problem)
    {
        return problem is SettingsProblem.OutOfRange or SettingsProblem.Inconsistent ? 422 : 400;
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
