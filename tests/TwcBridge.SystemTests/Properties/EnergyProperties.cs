using TwcBridge.Charging;

namespace TwcBridge.SystemTests.Properties;

/// <summary>The energy that is told, whatever the meter answers.</summary>
[TestClass]
public sealed class EnergyProperties
{
    // 80 A on three phases of 250 V; and the step of a meter that counts kWh.
    private const long MostWatts = 60_000;
    private const long StepWh = 1000;
    private const long HourMs = 3_600_000;

    [TestMethod]
    public void Never_falls_and_never_jumps_beyond_what_could_have_been_delivered()
    {
        Chance.Check(script =>
        {
            EnergyMeter meter = new();
            long nowMs = 0;
            long countedAtMs = 0;
            while (script.HasMore)
            {
                nowMs += script.Of(100, 5000, 15_000, 90_000);
                long before = meter.WattHours;
                long doubted = meter.DoubtedCount;
                meter.OnPower(script.Next((int)MostWatts), nowMs);
                meter.OnCount(AnyCount(script), nowMs);
                CheckStep(before, meter.WattHours, nowMs - countedAtMs);
                countedAtMs = meter.DoubtedCount == doubted ? nowMs : countedAtMs;
            }
        });
    }

    [TestMethod]
    public void Follows_an_honest_meter_of_either_unit()
    {
        Chance.Check(script =>
        {
            EnergyMeter meter = new();
            bool countsKwh = script.OneIn(2);
            long offsetWh = countsKwh ? script.Next(900_000) : 1_000_000 + script.Next(9000);
            long trueMwh = 0;
            long nowMs = 0;
            long watts = 0;
            while (script.HasMore)
            {
                long stepMs = script.Of(1000, 5000, 20_000);
                nowMs += stepMs;
                trueMwh += stepMs * watts / 3600;
                watts = script.Next((int)MostWatts);
                meter.OnPower((int)watts, nowMs);
                long countWh = offsetWh + trueMwh / 1000;
                meter.OnCount(countsKwh ? countWh / 1000 : countWh, nowMs);
                if (meter.WattHours != EnergyMeter.Unknown)
                {
                    Assert.IsLessThanOrEqualTo(StepWh,
                        System.Math.Abs(countWh - meter.WattHours), $"{meter.Unit}");
                }
            }
        });
    }

    // The ordinary, the spoilt, the replaced meter, the meter of the other unit.
    private static long AnyCount(Script script)
    {
        return script.Next(5) switch
        {
            0 => 20 + script.Next(4),
            1 => 20_000 + script.Next(4000),
            2 => 5_000_000 + script.Next(2000),
            3 => 4_000_000_000 + script.Next(1_000_000),
            _ => script.Next(1_000_000),
        };
    }

    private static void CheckStep(long before, long after, long sinceCountMs)
    {
        Assert.IsGreaterThanOrEqualTo(before, after, "falls");
        long mostWh = sinceCountMs * MostWatts / HourMs + 2 * StepWh;
        Assert.IsTrue(before == EnergyMeter.Unknown || after - before <= mostWh,
            $"jumps from {before} to {after}");
    }
}
