using System;
using TwcBridge.Charging;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// What must become of it when nothing goes wrong any more. A last command is given, then everybody
/// has to be linked and the offers have to come to what is claimed.
/// <list type="bullet">
/// <item>Linked within 15 s: connectors announce themselves every 10 s. One whose announcement is
/// spoilt by a collision gets another 10 s, and one that was deaf is left alone for 30 s before.
/// After a rival we stay silent for a minute first. One that was just silenced is off once it has
/// missed us for 26 s, and comes back after the pause between off and on.</item>
/// <item>On target within 30 s, and 60 s for the pause between on and off, and 30 s until what was
/// lost is certainly off, and the 5 s between two changes, with the time that telling takes.</item>
/// </list>
/// Where minima do not fit nothing is asserted: somebody has to be left out, by turns.
/// </summary>
internal sealed class Inspection : ILineObserver
{
    private const long LinkWithinUs = 15 * Micros.PerSecond;
    private const long NextLinkReadyUs = 10_500 * Micros.PerMs;
    private const long LeftAloneUs = 35 * Micros.PerSecond;
    private const long StandDownUs = 66 * Micros.PerSecond;
    private const long DwellUs = 65 * Micros.PerSecond;
    private const long TargetWithinUs = 130 * Micros.PerSecond;
    private const long FreshUs = 4 * Micros.PerSecond;
    private const int WholeAmp = 100;

    private readonly ProvingWorld _world;
    private readonly Dice _dice;
    private readonly int[] _spoilt;
    private readonly bool[] _wasDeaf;
    private Stage _stage = Stage.Over;
    private long _beganUs;
    private long _waitUs;

    public Inspection(ProvingWorld world, int stream)
    {
        _world = world;
        _dice = new Dice(world.Seed, stream);
        _spoilt = new int[world.Connectors.Length];
        _wasDeaf = new bool[world.Connectors.Length];
        world.Site.Line.Observe(this);
    }

    private enum Stage : byte
    {
        Settling,
        Linking,
        Targeting,
        Over,
    }

    public bool IsOver => _stage == Stage.Over;

    public long NextUs { get; private set; } = Micros.Never;

    /// <param name="settleUs">Until the last of the faults has passed.</param>
    public void Begin(long settleUs)
    {
        _stage = Stage.Settling;
        NextUs = _world.NowUs + settleUs;
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            if (connector.Truth.IsStuck)
            {
                _world.Note($"{connector.Truth.Name} is switched off and on");
                connector.Truth.PowerCycle();
            }
        }
    }

    public void Act()
    {
        switch (_stage)
        {
            case Stage.Settling:
                BeginLinking();
                break;
            case Stage.Linking:
                LookForLinks();
                break;
            case Stage.Targeting:
                LookAtOffers();
                _stage = Stage.Over;
                break;
        }
    }

    void ILineObserver.OnTransmission(Transmission transmission)
    {
        if (_stage != Stage.Linking || !transmission.IsDamaged)
        {
            return;
        }
        for (int i = 0; i < _spoilt.Length; i++)
        {
            bool isFrom = transmission.Transmitter == _world.Connectors[i].Truth.Name;
            _spoilt[i] += isFrom ? 1 : 0;
        }
    }

    private void BeginLinking()
    {
        _world.Note("the last command, then everybody has to be linked");
        _world.Mail.Clear();
        Post(CommandKind.SetEnabled, Command.WholeSite);
        Post(_dice.Below(2) == 0 ? CommandKind.ReleaseAmps : CommandKind.SetAmps,
            Command.WholeSite);
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            Post(CommandKind.SetEnabled, connector.Truth.Id);
            Post(CommandKind.ReleaseAmps, connector.Truth.Id);
        }
        Array.Clear(_spoilt);
        long strangerUs = Math.Max(_world.Evidence.RivalUs, _world.Evidence.MisheardUs);
        bool wasSilent = _world.NowUs - strangerUs < 2 * StandDownUs;
        for (int i = 0; i < _wasDeaf.Length; i++)
        {
            _wasDeaf[i] = wasSilent || !_world.Connectors[i].Truth.IsLinked;
        }
        _stage = Stage.Linking;
        _beganUs = _world.NowUs;
        Evidence evidence = _world.Evidence;
        long quietUs = Math.Max(evidence.RivalUs, evidence.MisheardUs) + StandDownUs;
        _waitUs = LinkWithinUs + Math.Max(0, quietUs - _beganUs)
            + (_world.Settings.StopMode == StopMode.Silence ? ConnectorWatch.LostUs + DwellUs : 0);
        NextUs = _beganUs + _waitUs;
    }

    private void Post(CommandKind kind, int id)
    {
        Command command = new()
        {
            Kind = kind,
            PeripheralId = id,
            Centiamps = _dice.Between(6, 80) * WholeAmp,
            TtlMs = Command.NoExpiry,
            Enabled = true,
            ClampToCeiling = true,
        };
        _world.Note(CommandText.Describe(command));
        _world.Mail.Post(command, _world.NowUs);
    }

    private void LookForLinks()
    {
        _stage = Stage.Targeting;
        NextUs = _world.NowUs + TargetWithinUs;
        if (!MustServeAll())
        {
            return;
        }
        for (int i = 0; i < _spoilt.Length; i++)
        {
            ConnectorWatch connector = _world.Connectors[i];
            bool isLinked = connector.Truth.IsLinked
                && _world.NowUs - connector.BeatUs < FreshUs
                && _world.NowUs - connector.AnsweredUs < FreshUs;
            if (isLinked)
            {
                continue;
            }
            long dueUs = _beganUs + _waitUs + _spoilt[i] * NextLinkReadyUs
                + (_wasDeaf[i] ? LeftAloneUs : 0);
            if (_world.NowUs >= dueUs)
            {
                _world.Evidence.Refute(Property.Relinked, $"{connector.Truth.Name} is not linked "
                    + $"{(_world.NowUs - _beganUs) / Micros.PerSecond} s after the last fault");
                continue;
            }
            _stage = Stage.Linking;
            NextUs = dueUs;
        }
    }

    private void LookAtOffers()
    {
        if (!MustServeAll())
        {
            return;
        }
        int budget = Budget();
        int sum = 0;
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            sum += Math.Max(connector.ToldCentiamps, 0);
        }
        for (int i = 0; i < _world.Connectors.Length; i++)
        {
            ConnectorWatch connector = _world.Connectors[i];
            int told = Math.Max(connector.ToldCentiamps, 0);
            int step = told == 0 ? connector.MinCentiamps : WholeAmp;
            if (told > CapOf(i) || (told + step <= CapOf(i) && sum + step <= budget))
            {
                _world.Evidence.Refute(Property.OnTarget, $"{connector.Truth.Name} is offered "
                    + $"{told} centiamps, could have {CapOf(i)}; {sum} of {budget} are given");
            }
        }
    }

    private bool MustServeAll()
    {
        bool canAll = !_world.Settings.Passive
            && _world.Settings.MaxConnectors >= _world.Connectors.Length;
        for (int i = 0; i < _world.Connectors.Length; i++)
        {
            canAll &= CapOf(i) >= _world.Connectors[i].MinCentiamps;
        }
        return canAll && _world.Evidence.MinimaCentiamps <= Budget();
    }

    private int Budget()
    {
        return Math.Min(_world.Evidence.Claims.BudgetOf(_world.Settings),
            _world.Settings.SiteLimitCentiamps);
    }

    private int CapOf(int index)
    {
        int cap = _world.Evidence.Claims.CapOf(index, _world.Settings);
        cap = Math.Min(cap, _world.Connectors[index].Options.HardwareLimitCentiamps);
        cap = Math.Min(cap, _world.Settings.ConnectorLimitCentiamps);
        cap = Math.Min(cap, _world.Settings.SiteLimitCentiamps);
        return cap / WholeAmp * WholeAmp;
    }
}
