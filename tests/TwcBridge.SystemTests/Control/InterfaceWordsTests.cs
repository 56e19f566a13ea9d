using System;
using System.Linq;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.SystemTests.Control;

/// <summary>The words that programs rely on: one for each value, no two the same.</summary>
[TestClass]
public class InterfaceWordsTests
{
    [TestMethod]
    public void Every_value_has_a_word_of_its_own()
    {
        Distinct(Enum.GetValues<ParseStatus>().Select(AnswerCode.Of));
        Distinct(Enum.GetValues<CommandCode>().Select(AnswerCode.Of));
        Distinct(Enum.GetValues<CommandKind>().Select(Surface.CommandName));
        Distinct(Enum.GetValues<Route>().Select(Surface.PathOf));
        Distinct(Enum.GetValues<ClaimSource>().Select(StatusCodes.Of));
        Distinct(Enum.GetValues<BusRole>().Select(StatusCodes.Of));
        Distinct(Enum.GetValues<ConnectorFault>().Select(StatusCodes.Of));
        Distinct(Enum.GetValues<BusFinding>().Select(DiagnosisWords.CodeOf));
        Distinct(Enum.GetValues<BusFinding>().Select(DiagnosisWords.TextOf));
        Distinct(Enum.GetValues<FrameFate>().Select(BusWords.Of));
        Distinct(Enum.GetValues<BusCount>().Select(BusWords.Of));
        Distinct(Enum.GetValues<BoxEventKind>().Select(StatusCodes.Of));
    }

    // Taken from the counters by their order.
    [TestMethod]
    public void Every_fate_of_a_frame_keeps_its_word()
    {
        Assert.AreEqual(
            "Sent sent, Heard heard, Echo echo, BadLength bad_length, BadChecksum bad_checksum, "
            + "BadEscape bad_escape, TooLong too_long, CutShort cut_short, "
            + "UnknownPair unknown_pair, LengthNotOfKind wrong_length, ZeroId zero_id, "
            + "ImplausibleState implausible_state",
            string.Join(", ", Enum.GetValues<FrameFate>()
                .Select(fate => fate + " " + BusWords.Of(fate))));
    }

    [TestMethod]
    public void The_cause_of_a_refusal_is_never_called_ok()
    {
        string[] codes =
        [
            .. Enum.GetValues<ParseStatus>().Select(AnswerCode.Of).Skip(1),
            .. Enum.GetValues<CommandCode>().Select(AnswerCode.Of).Skip(2),
        ];
        Distinct(codes);
        CollectionAssert.DoesNotContain(codes, AnswerCode.Of(CommandCode.Applied));
        CollectionAssert.DoesNotContain(codes, AnswerCode.Of(CommandCode.Clamped));
    }

    private static void Distinct(System.Collections.Generic.IEnumerable<string> words)
    {
        CollectionAssert.AllItemsAreUnique(words.ToArray());
    }
}
