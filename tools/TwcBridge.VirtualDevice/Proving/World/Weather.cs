using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Trouble and calm by turns. In trouble the line, the connectors, the adapter and a rival do their
/// worst, a different part of it each time; in the calm everything is put right, and the
/// <see cref="Inspection"/> looks whether the bridge recovers.
/// </summary>
internal sealed class Weather : Actor
{
    private const long ShortestTroubleUs = 300 * Micros.PerSecond;
    private const long LongestTroubleUs = Micros.PerHour;
    private const int LongestSilenceSeconds = 45;

    private readonly Inspection _inspection;
    private readonly long _longestRivalUs;
    private long _troubleEndsUs;
    private long _rivalChangesUs;

    public Weather(ProvingWorld world, int stream, Inspection inspection)
        : base(world, stream)
    {
        _inspection = inspection;
        _longestRivalUs = Pick(2L, 60, 600) * Micros.PerSecond;
        BeginTrouble();
    }

    public bool IsTroubled { get; private set; }

    public override void Act()
    {
        if (IsTroubled && World.NowUs >= _troubleEndsUs)
        {
            EndTrouble();
        }
        else if (IsTroubled)
        {
            SwitchRival();
        }
        else
        {
            _inspection.Act();
            NextUs = _inspection.NextUs;
            if (_inspection.IsOver)
            {
                BeginTrouble();
            }
        }
    }

    private void BeginTrouble()
    {
        IsTroubled = true;
        _troubleEndsUs = World.NowUs + Between(ShortestTroubleUs, LongestTroubleUs);
        FaultOptions faults = SomeFaults();
        World.Site.Faults = faults;
        World.Evidence.Port.Faults =
            IsChance(25) ? AdapterFaults.EchoesOwnBytes : AdapterFaults.None;
        World.Note($"trouble: {faults}, adapter {World.Evidence.Port.Faults}");
        _rivalChangesUs = IsChance(15)
            ? World.NowUs + Between(0, ShortestTroubleUs)
            : Micros.Never;
        NextUs = System.Math.Min(_rivalChangesUs, _troubleEndsUs);
    }

    private void EndTrouble()
    {
        IsTroubled = false;
        World.Site.Faults = FaultOptions.None;
        World.Rival.Stop();
        World.Network.Mend();
        World.Box.DieWithFrame(0);
        World.Evidence.Port.Faults =
            IsChance(25) ? AdapterFaults.EchoesOwnBytes : AdapterFaults.None;
        World.Note($"calm, adapter {World.Evidence.Port.Faults}");
        _inspection.Begin(LongestSilenceSeconds * Micros.PerSecond);
        NextUs = _inspection.NextUs;
    }

    private void SwitchRival()
    {
        if (World.Rival.IsRunning)
        {
            World.Rival.Stop();
            World.Note("the rival stops");
        }
        else
        {
            World.Rival.Start();
            World.Note("a rival starts");
        }
        _rivalChangesUs = World.NowUs + Between(Micros.PerMs, _longestRivalUs);
        NextUs = System.Math.Min(_rivalChangesUs, _troubleEndsUs);
    }

    private FaultOptions SomeFaults()
    {
        return new FaultOptions
        {
            NoiseBytesPerHour = Sometimes(2, 20, 500),
            FlippedBitsPerMillionBytes = Sometimes(5, 100, 3000),
            LostBytesPerMillionBytes = Sometimes(5, 100, 3000),
            DuplicatedBytesPerMillionBytes = Sometimes(5, 100, 3000),
            ConnectorResetsPerDay = Sometimes(5, 50, 500),
            ConnectorSilencesPerDay = Sometimes(5, 50, 500),
            LongestSilenceSeconds = Dice.Between(5, LongestSilenceSeconds),
        };
    }

    private double Sometimes(int little, int some, int much)
    {
        return Pick(0, 0, 0, 0, little, some, some, much);
    }
}
