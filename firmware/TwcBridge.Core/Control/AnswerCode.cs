using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>The short words of answers for programs. They are part of the interface: never reword.
/// </summary>
public static class AnswerCode
{
    /// <summary>Of a command that was read and judged, or refused before that.</summary>
    public static string Of(ParsedCommand asked, CommandResult result)
    {
        return asked.Status == ParseStatus.Ok ? Of(result.Code) : Of(asked.Status);
    }

    public static string Of(CommandCode code)
    {
        return code switch
        {
            CommandCode.Applied => "ok",
            CommandCode.Clamped => "clamped",
            CommandCode.OutOfRange => "out_of_range",
            CommandCode.UnknownCharger => "unknown_charger",
            CommandCode.BadTtl => "bad_ttl",
            CommandCode.NoRival => "no_rival",
            _ => "busy",
        };
    }

    public static string Of(ParseStatus status)
    {
        return status switch
        {
            ParseStatus.Ok => "ok",
            ParseStatus.Retained => "retained",
            ParseStatus.UnknownTopic => "unknown_topic",
            ParseStatus.Empty => "empty",
            ParseStatus.TooLong => "too_long",
            ParseStatus.NotJson => "not_json",
            ParseStatus.NotAnObject => "not_an_object",
            ParseStatus.NotANumber => "not_a_number",
            ParseStatus.NotASwitch => "not_a_switch",
            ParseStatus.UnknownWord => "unknown_word",
            ParseStatus.NotText => "not_text",
            ParseStatus.TrailingText => "trailing_text",
            ParseStatus.Negative => "negative",
            ParseStatus.TooLarge => "too_large",
            ParseStatus.TooPrecise => "too_precise",
            ParseStatus.IdTooLong => "id_too_long",
            ParseStatus.UnknownKey => "unknown_key",
            ParseStatus.DuplicateKey => "duplicate_key",
            _ => "missing_key",
        };
    }
}
