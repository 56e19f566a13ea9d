using TwcBridge.Control;

namespace TwcBridge.Http;

/// <summary>Why settings are refused, as an answer: status, code, words.</summary>
internal static class SettingsWords
{
    public static int StatusOf(SettingsProblem problem)
    {
        return problem is SettingsProblem.OutOfRange or SettingsProblem.Inconsistent ? 422 : 400;
    }

    public static string CodeOf(SettingsProblem problem)
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

    public static string MessageOf(SettingsProblem problem)
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
