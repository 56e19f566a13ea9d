using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Fuzzing.Targets;

/// <summary>The text of commands, of every kind and by both ways. The first byte says which.
/// </summary>
internal sealed class CommandTarget : FuzzTarget
{
    private readonly CommandParser _parser = new();
    private readonly ParsedCommand _parsed = new();

    public override string Name => "command";

    public override int CaseLength => 320;

    public override int PerMille => 30;

    public override bool AllocatesNothing => true;

    public override void Fill(FuzzInput input, FuzzDice dice)
    {
        input.Add(dice.Byte());
        JsonMix.AddCommand(input, dice);
        if (dice.OneIn(30))
        {
            input.AddNoise(dice.Next(300), dice);
        }
    }

    public override void Prepare(byte[] bytes)
    {
    }

    public override void Run(byte[] bytes, int length)
    {
        CommandKind kind = (CommandKind)(bytes[0] % 3);
        CommandOrigin origin = bytes[0] < 0x80 ? CommandOrigin.Mqtt : CommandOrigin.Http;
        _parsed.Restart(kind, 0x1000, origin);
        ParseStatus status = _parser.Parse(bytes, 1, length - 1, _parsed);
        Require(status == _parsed.Status, "two answers");
        Command command = _parsed.Command;
        Require(command.Kind == kind && command.PeripheralId == 0x1000, "another address");
        Require(_parsed.IdLength <= ParsedCommand.MaxIdLength
            && _parsed.FieldLength <= ParsedCommand.MaxFieldLength, "more text than room");
        if (status == ParseStatus.Ok)
        {
            Reached++;
            Require(command.Centiamps >= 0 && command.Centiamps <= Centiamps.Max, "odd amps");
            Require(command.TtlMs >= Command.DefaultTtl
                && command.TtlMs <= 1000 * CommandParser.MaxTtlSeconds, "an odd lease");
        }
    }
}
