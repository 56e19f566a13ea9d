using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

[TestClass]
public class MqttBackoffTests
{
    // Lowest and highest wait after so many failures in a row.
    private static readonly int[] LowestMs = { 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000 };
    private static readonly int[] HighestMs = { 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000 };

    [TestMethod]
    public void Doubles_the_wait_up_to_a_minute_whatever_the_seed()
    {
        for (uint seed = 0; seed < 200; seed++)
        {
            MqttBackoff backoff = new MqttBackoff(seed);
            for (int i = 0; i < LowestMs.Length; i++)
            {
                int waitMs = backoff.NextMs(MqttCloseReason.DialFailed);
                string name = "seed " + seed.ToString() + " failure " + i.ToString();
                Assert.IsTrue(waitMs >= LowestMs[i] && waitMs <= HighestMs[i], name);
            }
        }
    }

    [TestMethod]
    public void Spreads_the_boxes_of_a_street_over_the_span()
    {
        int[] waitsMs = new int[200];
        int early = 0;
        for (int i = 0; i < waitsMs.Length; i++)
        {
            MqttBackoff backoff = new MqttBackoff((uint)(i * 7919));
            backoff.NextMs(MqttCloseReason.DialFailed);
            waitsMs[i] = backoff.NextMs(MqttCloseReason.DialFailed);
            early += waitsMs[i] < 3000 ? 1 : 0;
        }
        Assert.IsTrue(early > 60 && early < 140, early.ToString() + " of 200 in the lower half");
    }

    [TestMethod]
    public void Starts_again_after_a_sound_connection()
    {
        MqttBackoff backoff = new MqttBackoff(3);
        for (int i = 0; i < 10; i++)
        {
            backoff.NextMs(MqttCloseReason.DialFailed);
        }

        backoff.Reset();

        Assert.IsTrue(backoff.NextMs(MqttCloseReason.DialFailed) <= 2000);
    }

    [TestMethod]
    [DataRow((int)MqttCloseReason.RefusedProtocol)]
    [DataRow((int)MqttCloseReason.RefusedClientId)]
    [DataRow((int)MqttCloseReason.RefusedCredentials)]
    [DataRow((int)MqttCloseReason.RefusedNotAuthorised)]
    public void Waits_a_minute_for_what_a_person_must_change(int reason)
    {
        Assert.AreEqual(60_000, new MqttBackoff(1).NextMs((MqttCloseReason)reason));
    }
}
