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
/// After a rival we stay silent for a minute first. One that was just silenced comes back after
/// the pause between off and on.</item>
/// <item>On target within 30 s; or, where somebody was to have nothing before, 20 s after the 60 s
/// of the pause between off and on. Meanwhile a car may wake, and who is linked first may have to
/// give back to the others: who was told nothing then has that pause before it, and offers that
/// have just changed are looked at again after 15 s; three times at most.</item>
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
    private const long TargetWithinUs = 30 * Micros.PerSecond;
    private const long SwitchesUs = 80 * Micros.PerSecond;
    private const long MovedUs = 15 * Micros.PerSecond;
    private const int MostMoves = 3;
    private const long LookUs = Micros.PerSecond;
    // Three cycles of eight, with a loop that loses an answer now and then.
    private const long FreshUs = 7 * Micros.PerSecond;

    private readonly ProvingWorld _world;
    private readonly LastWord _lastWord;
    private readonly Target _target;
    private readonly int[] _spoilt;
    private readonly bool[] _wasDeaf;
    private Stage _stage = Stage.Over;
    private long _settledUs;
    private long _offUs;
    private long _beganUs;
    private long _waitUs;
    private int _moves;

    public Inspection(ProvingWorld world, int stream)
    {
        _world = world;
        _lastWord = new LastWord(world, new Dice(world.Seed, stream));
        _target = new Target(world);
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
        _settledUs = _world.NowUs + settleUs;
        NextUs = _world.NowUs + LookUs;
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
                _offUs = _target.IsSomebodyOff ? _world.NowUs : _offUs;
                NextUs = _world.NowUs + LookUs;
                if (_world.NowUs >= _settledUs)
                {
                    BeginLinking();
                }
                break;
            case Stage.Linking:
                LookForLinks();
                break;
            case Stage.Targeting:
                LookAtOffers();
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
        _lastWord.Post();
        Array.Clear(_spoilt);
        long strangerUs = Math.Max(_world.Evidence.RivalUs, _world.Evidence.MisheardUs);
        bool wasSilent = _world.NowUs - strangerUs < 2 * StandDownUs;
        for (int i = 0; i < _wasDeaf.Length; i++)
        {
            _wasDeaf[i] = wasSilent || !_world.Connectors[i].Truth.IsLinked;
        }
        _stage = Stage.Linking;
        _moves = 0;
        _beganUs = _world.NowUs;
        Evidence evidence = _world.Evidence;
        long quietUs = Math.Max(evidence.RivalUs, evidence.MisheardUs) + StandDownUs;
        _waitUs = LinkWithinUs + Math.Max(0, quietUs - _beganUs)
            + (_world.Settings.StopMode == StopMode.Silence ? DwellUs : 0);
        NextUs = _beganUs + _waitUs;
    }

    private void LookForLinks()
    {
        _stage = Stage.Targeting;
        NextUs = _world.NowUs + TargetWithinUs;
        if (!_target.IsForAll)
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
        _stage = Stage.Over;
        if (!_target.IsForAll || _target.FindMiss() is not { } miss)
        {
            return;
        }
        long dueUs = _offUs + SwitchesUs;
        if (_world.NowUs >= dueUs && _moves < MostMoves)
        {
            _moves++;
            dueUs = SettledUs();
        }
        if (_world.NowUs >= dueUs)
        {
            _world.Evidence.Refute(Property.OnTarget, miss);
            return;
        }
        _stage = Stage.Targeting;
        NextUs = dueUs;
    }

    // An offer that was taken back before it was told counts as a switch as well: who has linked
    // anew and has nothing may wait for that.
    private long SettledUs()
    {
        long settledUs = 0;
        foreach (ConnectorWatch connector in _world.Connectors)
        {
            long atUs = connector.ToldCentiamps > 0
                ? connector.ToldChangedUs + MovedUs
                : Math.Max(connector.ToldChangedUs, connector.LinkReadyUs) + SwitchesUs;
            settledUs = Math.Max(settledUs, atUs);
        }
        return settledUs;
    }
}
