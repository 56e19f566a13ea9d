using System;
using System.Linq;
using TwcBridge.Charging;

namespace TwcBridge.SystemTests.Properties;

/// <summary>What holds for every division of the current.</summary>
[TestClass]
public sealed class AllocatorProperties
{
    private const int Amp = 100;

    [TestMethod]
    public void Never_divides_more_than_there_is()
    {
        Chance.Check(script =>
        {
            AllocationRound round = Divided(Make(script));
            int sum = round.OfferCentiamps.Take(round.Count).Sum();
            int floors = Served(round).Sum(i => round.FloorCentiamps[i]);
            Assert.IsLessThanOrEqualTo(round.HardCentiamps, sum, "site limit");
            int willing = Math.Min(
                round.SoftCentiamps, round.HardCentiamps - round.ReservedCentiamps);
            Assert.IsLessThanOrEqualTo(Math.Max(willing, floors), sum, "what is wished");
        });
    }

    [TestMethod]
    public void Offers_nothing_or_between_minimum_and_cap_in_whole_amps()
    {
        Chance.Check(script =>
        {
            AllocationRound round = Divided(Make(script));
            for (int i = 0; i < round.Count; i++)
            {
                int offer = round.OfferCentiamps[i];
                int most = Math.Max(round.CapCentiamps[i], round.FloorCentiamps[i]);
                Assert.AreEqual(0, offer % Amp);
                Assert.IsTrue(offer == 0 || offer >= round.MinCentiamps[i], $"{i}: {offer}");
                Assert.IsLessThanOrEqualTo(most, offer, $"{i}");
                Assert.IsTrue(round.IsServed[i] || offer == 0, "offered to one not served");
                Assert.IsTrue(round.IsPresent[i] || !round.IsServed[i], "serves the absent");
            }
        });
    }

    [TestMethod]
    public void Shares_equally_among_equals_that_have_room()
    {
        Chance.Check(script =>
        {
            AllocationRound round = Divided(Make(script));
            int[] takers = Served(round).Where(i => round.OfferCentiamps[i] > 0
                && round.OfferCentiamps[i] + Amp <= round.CapCentiamps[i]).ToArray();
            foreach (int one in takers)
            {
                foreach (int other in takers.Where(i => AreAlike(round, one, i)))
                {
                    int ahead = round.OfferCentiamps[one] - round.OfferCentiamps[other];
                    Assert.IsLessThanOrEqualTo(Amp, ahead, $"{one} before {other}");
                }
            }
        });
    }

    [TestMethod]
    public void Divides_no_less_when_there_is_more()
    {
        Chance.Check(script =>
        {
            int more = Amp * script.Next(40);
            AllocationRound round = Divided(Make(script));
            int before = round.OfferCentiamps.Take(round.Count).Sum();
            round.HardCentiamps += more;
            round.SoftCentiamps += more;
            int after = Divided(round).OfferCentiamps.Take(round.Count).Sum();
            Assert.IsGreaterThanOrEqualTo(before, after);
        });
    }

    [TestMethod]
    public void Leaves_nothing_over_that_an_active_one_could_take()
    {
        Chance.Check(script =>
        {
            AllocationRound round = Divided(Make(script));
            int sum = round.OfferCentiamps.Take(round.Count).Sum();
            int left = Math.Min(round.SoftCentiamps,
                round.HardCentiamps - round.ReservedCentiamps) - sum;
            foreach (int i in Served(round).Where(i => round.IsActive[i]))
            {
                bool hasRoom = round.OfferCentiamps[i] >= round.MinCentiamps[i]
                    && round.OfferCentiamps[i] + Amp <= round.CapCentiamps[i];
                Assert.IsTrue(!hasRoom || left < Amp, $"{left} left, {i} has room");
            }
        });
    }

    private static AllocationRound Divided(AllocationRound round)
    {
        CurrentAllocator.Allocate(round);
        return round;
    }

    private static int[] Served(AllocationRound round)
    {
        return Enumerable.Range(0, round.Count).Where(i => round.IsServed[i]).ToArray();
    }

    private static bool AreAlike(AllocationRound round, int one, int other)
    {
        return round.IsActive[one] == round.IsActive[other]
            && round.MinCentiamps[one] == round.MinCentiamps[other];
    }

    private static AllocationRound Make(Script script)
    {
        AllocationRound round = new()
        {
            HardCentiamps = Amp * script.Between(6, 80),
            ReservedCentiamps = script.OneIn(4) ? script.Next(4000) : 0,
            Count = script.Between(1, AllocationRound.Capacity),
        };
        round.SoftCentiamps = script.OneIn(2) ? round.HardCentiamps : Amp * script.Next(81);
        round.FirstTurn = script.Next(round.Count);
        for (int i = 0; i < round.Count; i++)
        {
            round.IsPresent[i] = !script.OneIn(4);
            round.IsActive[i] = script.OneIn(2);
            round.MinCentiamps[i] = script.Of(600, 500);
            round.FloorCentiamps[i] = script.OneIn(3) ? round.MinCentiamps[i] : 0;
            round.CapCentiamps[i] = Amp * script.Next(33);
        }
        return round;
    }
}
