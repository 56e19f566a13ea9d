namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What is proved. Each has one class in Checks that says precisely what is asserted,
/// and why the exceptions it makes are safe.</summary>
public enum Property : byte
{
    None,

    /// <summary>PROTOCOL 6 rule 1: no frame off the allow-list, and none at all when passive.
    /// </summary>
    AllowList,

    /// <summary>One frame out at a time, and its answer awaited.</summary>
    OneAtATime,

    /// <summary>We begin to send on an idle line only.</summary>
    IdleLine,

    /// <summary>PROTOCOL 6 rule 5: silent beside a rival, and before we have listened.</summary>
    SilentBesideRival,

    /// <summary>A heartbeat at least every 5 s for whoever counts on it.</summary>
    Heartbeats,

    /// <summary>No query delays a heartbeat.</summary>
    QueriesWait,

    /// <summary>An offer is whole amps, and 0 or at least the minimum.</summary>
    OfferShape,

    /// <summary>No offer above the rating, the connector's limit or the site's.</summary>
    Ceilings,

    /// <summary>No offer is raised into current that another may still take.</summary>
    RaisesFit,

    /// <summary>What connectors are allowed and what cars draw stays within the site limit.
    /// </summary>
    SiteLimit,

    /// <summary>Offers stay within what is claimed, and fall to the fail-safe after it.</summary>
    Claims,

    /// <summary>At least 5 s between two changes of one offer.</summary>
    ChangePause,

    /// <summary>At least 60 s between on and off.</summary>
    SwitchPause,

    /// <summary>No connector is harmed by us.</summary>
    NoHarm,

    /// <summary>After the faults: everybody is linked again.</summary>
    Relinked,

    /// <summary>After the faults: the offers come to what is claimed.</summary>
    OnTarget,

    /// <summary>Every command that arrives is answered, and by what became of it.</summary>
    Answered,

    /// <summary>The status says what is, and not what was wished.</summary>
    Status,

    /// <summary>Energy never falls, and is not more than the meter's.</summary>
    Energy,

    /// <summary>Too much for the site is lowered within seconds.</summary>
    BreachEnds,

    /// <summary>Who is to have nothing is stopped, as the stop mode can, within its time.</summary>
    Stops,

    /// <summary>The bridge does not ask for turn after turn without end.</summary>
    Rests,

    /// <summary>It does not throw.</summary>
    NoException,
}
