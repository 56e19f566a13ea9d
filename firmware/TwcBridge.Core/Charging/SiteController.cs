using TwcBridge.Messages;

namespace TwcBridge.Charging;

/// <summary>
/// All decisions about amps. Facts come in from the bus and from users; offers, service and
/// contactor orders are read out afterwards. Charging as a layer knows what cars do and what was
/// allowed; it knows nothing of frames, links or topics.
/// </summary>
public sealed class SiteController
{
    /// <summary>Whoever changes it tells by OnOptionsChanged.</summary>
    public readonly SitePermission Permission = new SitePermission();

    /// <summary>Places in use.</summary>
    public int Count;
    public readonly Claims Claims;

    private readonly Connector[] _connectors;
    private readonly AllocationRound _round = new AllocationRound();
    private readonly Turns _turns = new Turns();
    private readonly RoundBuilder _builder;
    private readonly OfferPacer _pacer;
    private readonly ChargingOptions _options;
    private bool _isDirty = true;
    private long _dueAtMs;

    /// <param name="options">Kept; a change takes effect with the next OnOptionsChanged.</param>
    /// <param name="maxConnectors">1..OfferLedger.Capacity.</param>
    public SiteController(ChargingOptions options, int maxConnectors)
    {
        _options = options;
        _connectors = new Connector[maxConnectors];
        for (int i = 0; i < _connectors.Length; i++)
        {
            _connectors[i] = new Connector();
        }
        Claims = new Claims(options);
        _builder = new RoundBuilder(options, Claims, _connectors);
        _pacer = new OfferPacer(options, _connectors);
    }

    public Connector At(int index)
    {
        return _connectors[index];
    }

    public int CeilingOf(int index)
    {
        return _builder.CeilingOf(index);
    }

    /// <summary>The index of this TWC id, or Connector.Unknown.</summary>
    public int IndexOf(int id)
    {
        for (int i = 0; i < Count; i++)
        {
            if (_connectors[i].Id == id)
            {
                return i;
            }
        }
        return Connector.Unknown;
    }

    /// <summary>The place belongs to this id from now on.</summary>
    public void OnPlace(int index, int id)
    {
        if (_connectors[index].Id == id)
        {
            return;
        }
        _connectors[index].Assign(id);
        Claims.Release(index);
        Count = index < Count ? Count : index + 1;
        _isDirty = true;
    }

    /// <summary>Connectors that have not been heard of may obey limits of an earlier controller.
    /// </summary>
    /// <param name="untilMs">When they must have opened their contactors.</param>
    public void OnStrangersPossible(long untilMs)
    {
        _pacer.HoldUntilMs = untilMs;
        _isDirty = true;
    }

    public void OnLinkReady(int index, int ratingCentiamps, int protocol, long nowMs)
    {
        _connectors[index].OnLinkReady(ratingCentiamps, protocol, nowMs);
        _isDirty = true;
    }

    public void OnReport(int index, ConnectorReport report, long nowMs)
    {
        if (_options.Passive)
        {
            // What it has accepted is what the other controller offers it.
            _connectors[index].OnOffer(report.AcceptedCentiamps, nowMs);
        }
        _connectors[index].OnReport(report, nowMs);
        _isDirty = true;
    }

    public void OnCar(int index, bool hasCar)
    {
        _isDirty |= _connectors[index].HasCar != hasCar;
        _connectors[index].OnCar(hasCar);
    }

    public void OnContactor(int index, bool isOpen, long nowMs)
    {
        _connectors[index].OnContactor(isOpen, nowMs);
        _isDirty = true;
    }

    /// <param name="contactorOpensAtMs">Until then it may draw what it was offered.</param>
    public void OnLost(int index, long contactorOpensAtMs)
    {
        _connectors[index].OnLost(contactorOpensAtMs);
        _isDirty = true;
    }

    /// <summary>The options, the permission or a priority was changed by its owner.</summary>
    public void OnOptionsChanged()
    {
        _isDirty = true;
    }

    public void OnEnabled(int index, bool isEnabled)
    {
        if (index == Claims.Site)
        {
            Permission.IsEnabled = isEnabled;
        }
        else
        {
            _connectors[index].OnEnabled(isEnabled);
        }
        _isDirty = true;
    }

    /// <param name="index">A connector's, Claims.Site or Claims.Boost; so below.</param>
    public void OnClaim(int index, int centiamps, long endsAtMs)
    {
        Claims.OnCommand(index, centiamps, endsAtMs);
        _isDirty = true;
    }

    public void OnRelease(int index)
    {
        Claims.Release(index);
        _isDirty = true;
    }

    /// <summary>Decides anew if anything has happened or a pause has ended.</summary>
    /// <returns>True when offers or service may have changed.</returns>
    public bool OnTime(long nowMs)
    {
        if (nowMs < NextDueAtMs())
        {
            return false;
        }
        _isDirty = false;
        Claims.OnTime(nowMs);
        for (int i = 0; i < Count; i++)
        {
            _connectors[i].OnTime(nowMs);
        }
        if (!_options.Passive)
        {
            Decide(nowMs);
        }
        _dueAtMs = NextDeadline();
        return true;
    }

    /// <summary>When OnTime has something to decide if no fact arrives before.</summary>
    public long NextDueAtMs()
    {
        return _isDirty ? 0 : _dueAtMs;
    }

    /// <summary>What is wrong with this connector, the worst first.</summary>
    public ConnectorFault FaultOf(int index)
    {
        Connector connector = _connectors[index];
        if (connector.IsOverdrawing)
        {
            return ConnectorFault.DrawsMoreThanOffered;
        }
        if (connector.IsAcceptingTooMuch)
        {
            return ConnectorFault.AcceptsMoreThanOffered;
        }
        if (!_round.IsServed[index] && _round.IsPresent[index])
        {
            return ConnectorFault.SiteLimitTooSmall;
        }
        return connector.ReportsError ? ConnectorFault.ReportsError : ConnectorFault.None;
    }

    /// <summary>What is to be ordered of this contactor now; None while all is as it should be.
    /// </summary>
    public ContactorWish ContactorWishOf(int index)
    {
        Connector connector = _connectors[index];
        if (!connector.IsLinked || _options.StopMode != StopMode.Contactor)
        {
            return ContactorWish.None;
        }
        if (connector.IsContactorOpen)
        {
            return connector.OfferedCentiamps > 0 ? ContactorWish.Close : ContactorWish.None;
        }
        return IsToStop(index) ? ContactorWish.Open : ContactorWish.None;
    }

    // An offer that only waits for room is no reason to stop a car. What a connector holds behind
    // its open contactor it may take at any moment: so it is lowered first, if it obeys.
    private bool IsToStop(int index)
    {
        Connector connector = _connectors[index];
        return connector.Protocol == 2 && connector.IsCharging
            && connector.OfferedCentiamps == 0 && _round.OfferCentiamps[index] == 0
            && (connector.AcceptedCentiamps <= connector.MinCentiamps
                || connector.IsAcceptingTooMuch);
    }

    private void Decide(long nowMs)
    {
        _turns.OnTime(_round, nowMs);
        _builder.Fill(_round, Count, Permission.IsAllowed, nowMs);
        CurrentAllocator.Allocate(_round);
        _pacer.Apply(_round, nowMs);
    }

    // Deadlines move by facts and decisions only, and this is asked at every turn of the bus.
    private long NextDeadline()
    {
        long due = Claims.DueAtMs;
        due = _pacer.DueAtMs < due ? _pacer.DueAtMs : due;
        due = _turns.EndsAtMs < due ? _turns.EndsAtMs : due;
        for (int i = 0; i < Count; i++)
        {
            due = _connectors[i].DueAtMs < due ? _connectors[i].DueAtMs : due;
        }
        return due;
    }
}
