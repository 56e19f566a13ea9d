using TwcBridge.Charging;
using TwcBridge.UnitTests.Support;

namespace TwcBridge.UnitTests.Charging;

/// <summary>What holds of every allocation, for thousands of seeded rounds.</summary>
[TestClass]
public class AllocationPropertyTests
{
    private const int Cases = 20000;
    private const int Amp = 100;

    private readonly AllocationRound _round = new AllocationRound();
    private string _name;

    [TestMethod]
    public void Every_allocation_keeps_every_promise()
    {
        for (int seed = 1; seed <= Cases; seed++)
        {
            _name = "seed " + seed;
            Fill(new Dice(seed));
            CurrentAllocator.Allocate(_round);
            CheckEachOffer();
            CheckSums();
            CheckShortage();
            CheckFairness();
            CheckNothingIsWasted();
        }
    }

    [TestMethod]
    public void The_same_question_has_the_same_answer()
    {
        AllocationRound second = new AllocationRound();
        for (int seed = 1; seed <= 2000; seed++)
        {
            Fill(new Dice(seed));
            CurrentAllocator.Allocate(_round);
            Copy(_round, second);
            CurrentAllocator.Allocate(second);
            for (int i = 0; i < _round.Count; i++)
            {
                Assert.AreEqual(_round.OfferCentiamps[i], second.OfferCentiamps[i], "" + seed);
                Assert.AreEqual(_round.IsServed[i], second.IsServed[i], "" + seed);
            }
            Assert.AreEqual(_round.IsShort, second.IsShort, "" + seed);
        }
    }

    private void CheckEachOffer()
    {
        for (int i = 0; i < _round.Count; i++)
        {
            int offer = _round.OfferCentiamps[i];
            Expect(offer == 0 || offer >= _round.MinCentiamps[i], "offer below minimum", i);
            Expect(offer % Amp == 0, "part of an amp", i);
            Expect(offer <= _round.CapCentiamps[i] || offer == _round.FloorCentiamps[i],
                "above its cap", i);
            Expect(_round.IsPresent[i] || !_round.IsServed[i], "serves an absent one", i);
            Expect(_round.IsServed[i] || offer == 0, "offers to one not served", i);
            Expect(!_round.IsServed[i] || offer >= _round.FloorCentiamps[i], "below floor", i);
        }
    }

    private void CheckSums()
    {
        int sum = Sum();
        Assert.IsTrue(sum <= _round.HardCentiamps, _name + ": above the site limit");
        int floors = SumOfServedFloors();
        int most = Least(
            _round.SoftCentiamps, _round.HardCentiamps - _round.ReservedCentiamps);
        Assert.IsTrue(sum <= floors || sum <= most, _name + ": above the claim " + sum);
        for (int i = 0; i < _round.Count; i++)
        {
            Expect(!_round.IsPresent[i] || _round.IsServed[i]
                || floors + _round.FloorCentiamps[i] > _round.HardCentiamps, "unserved", i);
        }
    }

    private void CheckShortage()
    {
        bool isShort = false;
        bool mustWait = false;
        for (int i = 0; i < _round.Count; i++)
        {
            bool goesWithout = _round.IsPresent[i] && _round.IsActive[i]
                && _round.CapCentiamps[i] >= _round.MinCentiamps[i]
                && _round.OfferCentiamps[i] == 0;
            mustWait |= goesWithout;
            isShort |= goesWithout || (_round.IsPresent[i] && !_round.IsServed[i]);
        }
        Assert.AreEqual(isShort, _round.IsShort, _name);
        for (int i = 0; i < _round.Count && mustWait; i++)
        {
            Expect(_round.IsActive[i] || _round.OfferCentiamps[i] <= _round.FloorCentiamps[i],
                "an idle one is offered more while an active one goes without", i);
        }
    }

    private void CheckFairness()
    {
        for (int i = 0; i < _round.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool areEqual = _round.OfferCentiamps[i] > 0 && _round.OfferCentiamps[j] > 0
                    && _round.IsActive[i] == _round.IsActive[j]
                    && _round.MinCentiamps[i] == _round.MinCentiamps[j]
                    && _round.CapCentiamps[i] == _round.CapCentiamps[j];
                int difference = _round.OfferCentiamps[i] - _round.OfferCentiamps[j];
                Expect(!areEqual || (difference <= Amp && difference >= -Amp), "unfair", i);
            }
        }
    }

    private void CheckNothingIsWasted()
    {
        int free = Least(_round.SoftCentiamps, _round.HardCentiamps - _round.ReservedCentiamps)
            - Sum();
        for (int i = 0; i < _round.Count; i++)
        {
            bool couldTake = _round.IsActive[i]
                && _round.OfferCentiamps[i] >= _round.MinCentiamps[i]
                && _round.CapCentiamps[i] - _round.OfferCentiamps[i] >= Amp;
            Expect(free < Amp || !couldTake, "wasted " + free, i);
        }
    }

    private void Fill(Dice dice)
    {
        _round.Count = dice.Between(0, AllocationRound.Capacity);
        _round.HardCentiamps = dice.Between(0, 8000);
        _round.SoftCentiamps = dice.Between(0, 8000);
        _round.ReservedCentiamps = dice.Percent(30) ? dice.Between(0, 5000) : 0;
        _round.FirstTurn = dice.Between(0, _round.Count == 0 ? 0 : _round.Count - 1);
        bool isEven = dice.Percent(50);
        for (int i = 0; i < _round.Count; i++)
        {
            _round.IsPresent[i] = dice.Percent(90);
            _round.IsActive[i] = dice.Percent(60);
            _round.MinCentiamps[i] = dice.Percent(30) ? 500 : 600;
            _round.FloorCentiamps[i] = dice.Percent(40) ? _round.MinCentiamps[i] : 0;
            _round.CapCentiamps[i] = isEven ? 3200 : dice.Between(0, 32) * Amp;
            _round.OfferCentiamps[i] = dice.Between(0, 99999);
            _round.IsServed[i] = dice.Percent(50);
        }
        _round.IsShort = dice.Percent(50);
    }

    private static void Copy(AllocationRound from, AllocationRound to)
    {
        to.Count = from.Count;
        to.HardCentiamps = from.HardCentiamps;
        to.SoftCentiamps = from.SoftCentiamps;
        to.ReservedCentiamps = from.ReservedCentiamps;
        to.FirstTurn = from.FirstTurn;
        for (int i = 0; i < from.Count; i++)
        {
            to.IsPresent[i] = from.IsPresent[i];
            to.IsActive[i] = from.IsActive[i];
            to.MinCentiamps[i] = from.MinCentiamps[i];
            to.FloorCentiamps[i] = from.FloorCentiamps[i];
            to.CapCentiamps[i] = from.CapCentiamps[i];
        }
    }

    private int Sum()
    {
        int sum = 0;
        for (int i = 0; i < _round.Count; i++)
        {
            sum += _round.OfferCentiamps[i];
        }
        return sum;
    }

    private int SumOfServedFloors()
    {
        int sum = 0;
        for (int i = 0; i < _round.Count; i++)
        {
            sum += _round.IsServed[i] ? _round.FloorCentiamps[i] : 0;
        }
        return sum;
    }

    private void Expect(bool holds, string what, int index)
    {
        if (!holds)
        {
            Assert.IsTrue(holds, _name + ": " + what + " at " + index);
        }
    }

    private static int Least(int one, int other)
    {
        return one < other ? one : other;
    }
}
