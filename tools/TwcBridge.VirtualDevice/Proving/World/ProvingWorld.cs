using System;
using TwcBridge.Control;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// One world from one seed: connectors, cars, users, an owner, faults, and the real bridge among
/// them. The same seed gives the same world, byte for byte. After every step of it the referee
/// looks; the world ends early with the first refutation.
/// </summary>
public sealed class ProvingWorld
{
    private const int MostConnectors = 8;
    private const int FirstStream = 1000;
    private const int MostStepsAtOnce = 10_000;
    private const long StatusUs = 5 * Micros.PerSecond;

    private readonly Referee _referee;
    private readonly Actor[] _actors;
    private readonly Owner _owner;
    private readonly Weather _weather;
    private readonly Mishaps _mishaps;
    private readonly WallClock _wallClock;
    private readonly BoxStatus _status = new();
    private readonly Chronicle _chronicle = new();
    private long _nextActUs;
    private long _statusUs;
    private int _stepsAtOnce;

    /// <param name="connectorCount">1 to 8, or 0 to leave it to the seed.</param>
    public ProvingWorld(long seed, int connectorCount = 0)
    {
        Seed = seed;
        Dice dice = new(seed, FirstStream);
        ConnectorCount = connectorCount > 0
            ? connectorCount
            : Math.Min(dice.Between(1, MostConnectors), dice.Between(1, MostConnectors));
        Site = new SimulatedSite(seed);
        AdapterPort port = Site.AddPort("bridge");
        Connectors = new ConnectorMaker(dice).Make(Site, ConnectorCount);
        Rival = Site.AddRival(ConnectorMaker.SomeRival(dice));
        Evidence = new Evidence(Site, port, Connectors);
        _referee = new Referee(Evidence);
        Box = new Box(Site, _referee, Mail, _chronicle, new Dice(seed, FirstStream + 1));
        _owner = new Owner(this, FirstStream + 2);
        _weather = new Weather(this, FirstStream + 3, new Inspection(this, FirstStream + 7));
        _mishaps = new Mishaps(this, FirstStream + 6);
        Network = new Network(this, FirstStream + 8);
        _wallClock = new WallClock(this, FirstStream + 9);
        _actors =
        [
            _owner,
            _weather,
            new Users(this, FirstStream + 4),
            new Drivers(this, FirstStream + 5),
            _mishaps,
            Network,
            _wallClock,
        ];
        Settings = _owner.FirstSettings();
        Note($"set to {Settings}");
        Start(0);
    }

    public long Seed { get; }

    /// <summary>Looks only for what must never happen, and not at pace and liveness.</summary>
    public bool IsSafetyOnly
    {
        get => Evidence.IsSafetyOnly;
        init => Evidence.IsSafetyOnly = value;
    }

    /// <summary>The box never learns the time of day: nothing may change by that.</summary>
    public bool IsClockUnset { get; init; }

    public int ConnectorCount { get; }

    public long NowUs => Site.NowUs;

    public Refutation? Refutation => Evidence.Refutation;

    internal SimulatedSite Site { get; }

    internal ConnectorWatch[] Connectors { get; }

    internal RivalController Rival { get; }

    internal Evidence Evidence { get; }

    internal Box Box { get; }

    internal Mail Mail { get; } = new();

    internal Network Network { get; }

    internal Chronicle Chronicle => _chronicle;

    internal SiteSettings Settings { get; private set; }

    internal bool IsTroubled => _weather.IsTroubled;

    /// <summary>Lets time pass until an instant or the first refutation.</summary>
    /// <returns>True if everything held.</returns>
    public bool RunTo(long untilUs)
    {
        try
        {
            while (Refutation is null && NowUs < untilUs)
            {
                Step(untilUs);
            }
        }
        catch (Exception fault)     // Whatever the bridge throws is what we look for.
        {
            Evidence.Refute(Property.NoException, fault.ToString());
        }
        return Refutation is null;
    }

    internal void Note(string text)
    {
        _chronicle.Add(NowUs, text);
    }

    /// <param name="withOtherSettings">The owner changed something before.</param>
    /// <param name="uptimeMs">What the monotonic clock tells by then.</param>
    internal void Boot(bool withOtherSettings, long uptimeMs)
    {
        if (withOtherSettings)
        {
            Settings = _owner.OtherSettings(Settings);
        }
        Note($"the bridge boots, up for {uptimeMs} ms, set to {Settings}");
        Start(uptimeMs);
    }

    internal void GoDown()
    {
        Note("the bridge goes down");
        Box.GoDown();
        Evidence.OnDown();
    }

    internal void ChangeSettings(SiteSettings settings)
    {
        Note($"set to {settings}");
        Settings = settings;
        _referee.OnSettings(settings);
        Box.ChangeSettings(settings);
    }

    internal void TakeOver()
    {
        if (Box.IsUp)
        {
            Note("the owner says that no rival is there");
            _referee.OnTakeOver();
            Box.TakeOver();
        }
    }

    internal void Stall(long durationUs, bool losesInput)
    {
        Note($"the loop is held up for {durationUs / Micros.PerMs} ms"
            + (losesInput ? ", input is lost" : ""));
        Box.Stall(durationUs, losesInput);
    }

    private void Start(long uptimeMs)
    {
        while (Mail.TryTake(NowUs))
        {
        }
        _referee.OnBoot(Settings);
        Box.Boot(Settings, uptimeMs);
    }

    private void Step(long untilUs)
    {
        long nextUs = Math.Min(Math.Min(Site.NextEventUs, Box.NextUs), _nextActUs);
        _stepsAtOnce = nextUs > NowUs ? 0 : _stepsAtOnce + 1;
        if (_stepsAtOnce > MostStepsAtOnce)
        {
            throw new InvalidOperationException("The world stands still.");
        }
        Site.AdvanceTo(Math.Clamp(nextUs, NowUs, untilUs));
        if (Rival.IsRunning)
        {
            Evidence.OnRival();
        }
        _referee.OnStep();
        if (NowUs >= _nextActUs)
        {
            Act();
        }
        if (Box.IsTurn())
        {
            TakeTurn();
        }
        if (NowUs >= _statusUs && Box.IsUp)
        {
            _statusUs = NowUs + StatusUs;
            Box.CopyStatusTo(_status);
            _referee.OnStatus(_status);
        }
    }

    private void TakeTurn()
    {
        Box.Facts.UnixSeconds = _wallClock.UnixSeconds;
        Box.Turn();
        if (Box.HasDied)
        {
            _mishaps.OnDied();
            _nextActUs = Math.Min(_nextActUs, _mishaps.NextUs);
        }
    }

    private void Act()
    {
        _nextActUs = Micros.Never;
        foreach (Actor actor in _actors)
        {
            if (NowUs >= actor.NextUs)
            {
                actor.Act();
            }
            _nextActUs = Math.Min(_nextActUs, actor.NextUs);
        }
    }
}
