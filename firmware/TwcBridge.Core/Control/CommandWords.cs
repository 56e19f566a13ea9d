using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>Arguments that are one of a few words.</summary>
public static class CommandWords
{
    public const int Unknown = -1;

    /// <summary>In the order of SiteMode.</summary>
    public static readonly string[] Modes = { "auto", "manual", "off" };

    private static readonly string[] Orders = { "restart", "rediscover", "identify", "takeover" };

    /// <summary>The words of a command; of one that takes none, those for on and off.</summary>
    public static string[] Of(CommandKind kind)
    {
        return kind == CommandKind.SetMode ? Modes
            : kind == CommandKind.Order ? Orders
            : Surface.SwitchWords;
    }

    /// <summary>The place of the word that stands there, or Unknown.</summary>
    public static int Find(string[] words, byte[] source, int offset, int length)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Ascii.Equal(source, offset, length, words[i]))
            {
                return i;
            }
        }
        return Unknown;
    }

    /// <summary>The place of the text that the reader stands on, or Unknown.</summary>
    public static int Find(string[] words, JsonReader json)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (json.TextIs(words[i]))
            {
                return i;
            }
        }
        return Unknown;
    }

    /// <summary>Makes the word at this place the command's argument.</summary>
    public static void Take(int word, ParsedCommand into)
    {
        Command command = into.Command;
        switch (command.Kind)
        {
            case CommandKind.SetMode:
                into.Refuse(word == Unknown ? ParseStatus.UnknownWord : ParseStatus.Ok);
                command.Mode = (SiteMode)word;
                break;
            case CommandKind.Order:
                into.Refuse(word == Unknown ? ParseStatus.UnknownWord : ParseStatus.Ok);
                command.Kind = KindOf(word);
                break;
            default:
                into.Refuse(word == Unknown ? ParseStatus.NotASwitch : ParseStatus.Ok);
                command.Enabled = word < Surface.OnWordCount;
                break;
        }
    }

    private static CommandKind KindOf(int order)
    {
        return order switch
        {
            0 => CommandKind.Restart,
            1 => CommandKind.Rediscover,
            2 => CommandKind.Identify,
            3 => CommandKind.TakeOver,
            _ => CommandKind.Order,
        };
    }
}
