using TwcBridge.Messages;
using TwcBridge.UnitTests.Wire;

namespace TwcBridge.UnitTests.Messages;

/// <summary>Whatever is asked for, in whatever order: what left never adds up to more than it may.
/// The seed of a failed case is in its message.</summary>
[TestClass]
public class TransmitPropertyTests
{
    private const int OurId = 0x7C8A;
    private const int Peripherals = OfferLedger.Capacity;
    private const int RaiseCentiamps = 200;

    private readonly int[] _ids = new int[Peripherals];
    private readonly int[] _mins = new int[Peripherals];
    private readonly int[] _ceilings = new int[Peripherals];
    private readonly int[] _offers = new int[Peripherals];
    private OfferLedger _ledger;
    private Transmitter _transmitter;
    private int _siteLimit;

    [TestMethod]
    public void Offers_never_exceed_site_limit_and_ceilings()
    {
        long limits = 0;
        for (int seed = 1; seed <= 200; seed++)
        {
            SeededRandom random = new SeededRandom(seed);
            Start(random);
            for (int step = 0; step < 100; step++)
            {
                string name = "seed " + seed + " step " + step;
                limits += Step(random, name) ? 1 : 0;
                int sum = 0;
                for (int i = 0; i < Peripherals; i++)
                {
                    sum += _offers[i];
                    Assert.IsTrue(_offers[i] <= _ceilings[i], name + " ceiling");
                }
                Assert.IsTrue(sum <= _siteLimit, name + " sum " + sum);
            }
        }
        Assert.IsTrue(limits > 2000, "too few offers to prove anything: " + limits);
    }

    // A limit that falls below what is out cannot take it back. It must stop everything more.
    [TestMethod]
    public void No_offer_adds_to_a_sum_that_is_too_high_already()
    {
        for (int seed = 1; seed <= 200; seed++)
        {
            SeededRandom random = new SeededRandom(seed);
            Start(random);
            for (int step = 0; step < 100; step++)
            {
                if (random.OneIn(10))
                {
                    ChangeLimits(random);
                }
                int before = Sum();
                Step(random, "seed " + seed + " step " + step);
                int after = Sum();
                Assert.IsTrue(after <= _siteLimit || after <= before,
                    "seed " + seed + " step " + step + ": " + before + " to " + after);
            }
        }
    }

    private void Start(SeededRandom random)
    {
        _ledger = new OfferLedger();
        _transmitter = new Transmitter(new TransmitPolicy(_ledger, OurId, false));
        _siteLimit = random.Between(0, 16000);
        _ledger.LimitSite(_siteLimit);
        for (int i = 0; i < Peripherals; i++)
        {
            _ids[i] = random.AwkwardByte() * 256 + 1 + i;
            _mins[i] = random.OneIn(2) ? 600 : 500;
            _ceilings[i] = random.Between(0, 8000);
            _offers[i] = 0;
            _ledger.Enter(_ids[i], _mins[i], _ceilings[i]);
        }
    }

    private void ChangeLimits(SeededRandom random)
    {
        _siteLimit = random.Between(0, 16000);
        _ledger.LimitSite(_siteLimit);
        int changed = random.Next(Peripherals);
        _ceilings[changed] = random.Between(0, 8000);
        _ledger.Enter(_ids[changed], _mins[changed], _ceilings[changed]);
    }

    /// <returns>Whether a limit left.</returns>
    private bool Step(SeededRandom random, string name)
    {
        int index = random.Next(Peripherals);
        int command = random.OneIn(20) ? random.Next(256) : random.Between(0, 9);
        int centiamps = command == 6 || command == 0 || random.OneIn(8) ? 0
            : random.OneIn(8) ? random.Next(65536)
            : random.Next(4000);
        MessageWriter writer = new MessageWriter(OurId, 1);
        writer.Heartbeat(_ids[index], random.Between(1, 2), command, centiamps);
        int length = _transmitter.Load(writer);
        if (length == 0 || random.OneIn(4))
        {
            return false;
        }
        SentFrame frame = new SentFrame(_transmitter.Wire, length);
        _transmitter.OnSent();
        Assert.IsTrue(frame.IsWhole && frame.Receiver == _ids[index], name);
        Assert.IsTrue(frame.Command <= 9 && frame.Command != 2, name + " command");
        if (frame.IsLimit)
        {
            bool fits = frame.Centiamps == 0
                || (frame.Centiamps >= _mins[index] && frame.Centiamps <= _ceilings[index]);
            Assert.IsTrue(fits && frame.Centiamps <= centiamps, name + " offer");
            _offers[index] = frame.Centiamps;
        }
        else if (frame.Command == 6)
        {
            _offers[index] += RaiseCentiamps;
        }
        return frame.IsLimit;
    }

    private int Sum()
    {
        int sum = 0;
        foreach (int offer in _offers)
        {
            sum += offer;
        }
        return sum;
    }
}
