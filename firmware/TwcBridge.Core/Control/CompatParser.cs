using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>Payloads of <see cref="CompatTopics"/>: an amount, or amps and seconds with a comma
/// between them; that of an end means nothing.</summary>
public static class CompatParser
{
    /// <summary>As CommandParser.Parse.</summary>
    public static void Parse(
        CommandParser parser, byte[] source, int offset, int length, ParsedCommand into)
    {
        Command command = into.Command;
        if (command.Kind == CommandKind.EndBoost)
        {
            return;
        }
        if (command.Kind == CommandKind.SetAmps)
        {
            parser.Parse(source, offset, length, into);
            return;
        }
        int comma = 0;
        while (comma < length && source[offset + comma] != ',')
        {
            comma++;
        }
        command.Kind = CommandKind.SetAmps;
        parser.Parse(source, offset, comma, into);
        command.Kind = command.Centiamps == 0 && into.Status == ParseStatus.Ok
            ? CommandKind.EndBoost
            : CommandKind.SetBoost;
        command.TtlMs = ReadSeconds(source, offset + comma + 1, offset + length, into)
            * CommandParser.MsPerSecond;
    }

    private static int ReadSeconds(byte[] source, int at, int end, ParsedCommand into)
    {
        int seconds = 0;
        bool isNumber = false;
        for (int i = at; i < end; i++)
        {
            bool isDigit = source[i] >= '0' && source[i] <= '9';
            if (!isDigit && !Ascii.IsSpace(source[i]))
            {
                into.Refuse(ParseStatus.NotANumber);
                return 0;
            }
            isNumber |= isDigit;
            seconds = isDigit ? seconds * 10 + source[i] - '0' : seconds;
            if (seconds > CommandParser.MaxTtlSeconds)
            {
                into.Refuse(ParseStatus.TooLarge);
                return 0;
            }
        }
        into.Refuse(isNumber ? ParseStatus.Ok : ParseStatus.NotANumber);
        return seconds;
    }
}
