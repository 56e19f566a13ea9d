using TwcBridge.Control;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.EndToEnd;

/// <summary>tests/captures/README.md says how the capture was made.</summary>
[TestClass]
public class ReplayTests
{
    // The loop turns every 5 ms, and a PC is not always in time.
    private const long MostDelayMs = 20;

    private static readonly Recording Recorded =
        new(Repository.Absolute("tests/captures/two-connectors.txt"));

    [TestMethod]
    public void Sends_again_what_it_sent_when_it_was_recorded()
    {
        Replay replay = Begin();

        Recorded.PlayTo(replay, _ => true);

        Assert.IsGreaterThan(150, replay.SentCount);
        Assert.IsLessThan(MostDelayMs, replay.LongestDelayMs, $"at {replay.LongestDelayAtMs} ms");
        BoxStatus status = new();
        replay.Bridge.CopyStatusTo(status, 64_000);
        Assert.AreEqual(1200, status.OfferedCentiamps);
        Assert.AreEqual(replay.SentCount, status.FramesSent);
    }

    [TestMethod]
    [DataRow("command site set_amps")]
    [DataRow("command site release_amps")]
    [DataRow("< C0 FD E0 82 05")]
    public void Sends_something_else_when_something_is_missing(string missing)
    {
        Replay replay = Begin();

        Assert.ThrowsExactly<AssertFailedException>(
            () => Recorded.PlayTo(replay, line => !line.Contains(missing)));
    }

    // As "run" without a serial port: nobody on a fresh simulator holds a limit from before.
    private static Replay Begin()
    {
        BridgeOptions options = BridgeOptions.From(Recorded.Settings);
        options.Charging.OldLimitsMs = 0;
        return new Replay(options, Recorded.BootedAtMs);
    }
}
