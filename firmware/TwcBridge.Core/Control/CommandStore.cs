using TwcBridge.Charging;

namespace TwcBridge.Control;

/// <summary>
/// Commands that wait for their answers, with what is known of the answers. They lie here as
/// numbers and bytes, because objects would take four times the room; one at a time is unpacked.
/// </summary>
public sealed class CommandStore
{
    private const int WordCount = 6;
    private const int TextLength = ParsedCommand.MaxIdLength + ParsedCommand.MaxFieldLength;

    /// <summary>The one that was unpacked last, or is to be saved.</summary>
    public readonly ParsedCommand Asked = new ParsedCommand();
    public readonly CommandResult Result = new CommandResult();

    private readonly int[] _commands;
    private readonly int[] _results;
    private readonly int[] _words;
    private readonly byte[] _texts;

    public CommandStore(int capacity)
    {
        _commands = new int[capacity * Command.WordCount];
        _results = new int[capacity * CommandResult.WordCount];
        _words = new int[capacity * WordCount];
        _texts = new byte[capacity * TextLength];
    }

    public void Save(int place)
    {
        Asked.Command.StoreTo(_commands, place);
        Result.StoreTo(_results, place);
        int at = place * WordCount;
        _words[at++] = Asked.IdLength;
        _words[at++] = Asked.FieldLength;
        _words[at++] = (int)Asked.Origin;
        _words[at++] = (int)Asked.Status;
        _words[at++] = (int)Asked.JsonError;
        _words[at] = Asked.ErrorPosition;
        at = place * TextLength;
        System.Array.Copy(Asked.Id, 0, _texts, at, ParsedCommand.MaxIdLength);
        at += ParsedCommand.MaxIdLength;
        System.Array.Copy(Asked.Field, 0, _texts, at, ParsedCommand.MaxFieldLength);
    }

    public void Load(int place)
    {
        Asked.Command.CopyFrom(_commands, place);
        Result.CopyFrom(_results, place);
        int at = place * WordCount;
        Asked.IdLength = _words[at++];
        Asked.FieldLength = _words[at++];
        Asked.Origin = (CommandOrigin)_words[at++];
        Asked.Status = (ParseStatus)_words[at++];
        Asked.JsonError = (JsonError)_words[at++];
        Asked.ErrorPosition = _words[at];
        at = place * TextLength;
        System.Array.Copy(_texts, at, Asked.Id, 0, ParsedCommand.MaxIdLength);
        at += ParsedCommand.MaxIdLength;
        System.Array.Copy(_texts, at, Asked.Field, 0, ParsedCommand.MaxFieldLength);
    }
}
