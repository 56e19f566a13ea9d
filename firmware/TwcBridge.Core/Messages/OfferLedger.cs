namespace TwcBridge.Messages;

/// <summary>
/// The last line's own books: for each peripheral its ceiling and the last limit that left the box.
/// Kept apart from the decisions on purpose, so that a mistake there meets a second opinion here.
/// </summary>
public sealed class OfferLedger
{
    /// <summary>How many peripherals the box can know at all.</summary>
    public const int Capacity = 8;

    private const int WholeAmp = 100;
    private const int NotFound = -1;
    private const int NoId = 0;

    private readonly int[] _ids = new int[Capacity];
    private readonly int[] _minCentiamps = new int[Capacity];
    private readonly int[] _ceilingCentiamps = new int[Capacity];
    private readonly int[] _offeredCentiamps = new int[Capacity];
    private int _siteLimitCentiamps;

    /// <param name="centiamps">The most that all offers together may reach.</param>
    public void LimitSite(int centiamps)
    {
        _siteLimitCentiamps = centiamps;
    }

    /// <summary>Enters a peripheral, or changes what is known of it.</summary>
    /// <returns>False when the table is full, or the id is 0; nothing can then be sent to it.
    /// </returns>
    public bool Enter(int peripheralId, int minCentiamps, int ceilingCentiamps)
    {
        int index = IndexOf(peripheralId);
        if (index == NotFound)
        {
            index = PlaceOf(NoId);
            if (index == NotFound || peripheralId == NoId)
            {
                return false;
            }
            _ids[index] = peripheralId;
            _offeredCentiamps[index] = 0;
        }
        _minCentiamps[index] = minCentiamps;
        _ceilingCentiamps[index] = ceilingCentiamps;
        return true;
    }

    /// <summary>The peripheral is gone and certainly draws nothing any more.</summary>
    public void Remove(int peripheralId)
    {
        int index = IndexOf(peripheralId);
        if (index != NotFound)
        {
            _ids[index] = NoId;
            _offeredCentiamps[index] = 0;
        }
    }

    public bool Knows(int peripheralId)
    {
        return IndexOf(peripheralId) != NotFound;
    }

    /// <summary>The last limit that went to this peripheral, 0.01 A; 0 for an unknown one.
    /// </summary>
    public int OfferedTo(int peripheralId)
    {
        int index = IndexOf(peripheralId);
        return index == NotFound ? 0 : _offeredCentiamps[index];
    }

    public void OnOffered(int peripheralId, int centiamps)
    {
        int index = IndexOf(peripheralId);
        if (index != NotFound)
        {
            _offeredCentiamps[index] = centiamps;
        }
    }

    /// <summary>It told what it holds. Limits that it forgot leave the books, and one that it has
    /// from before enters them: it is in force, whoever gave it.</summary>
    /// <param name="mostCentiamps">The most that it may be drawing.</param>
    public void OnReported(int peripheralId, int acceptedCentiamps, int mostCentiamps)
    {
        int told = OfferedTo(peripheralId);
        int held = acceptedCentiamps > told ? acceptedCentiamps : told;
        OnOffered(peripheralId, mostCentiamps < held ? mostCentiamps : held);
    }

    /// <summary>The highest limit up to the wanted one that rating, per-connector limit and site
    /// limit leave, or 0 when that is less than the peripheral can be offered.</summary>
    public int Cut(int peripheralId, int wantedCentiamps)
    {
        int index = IndexOf(peripheralId);
        if (index == NotFound)
        {
            return 0;
        }
        // A limit that has fallen below the sum leaves no room, but takes nothing away here either:
        // each step down passes, one after the other.
        int room = _siteLimitCentiamps - OfferedSum();
        int most = _offeredCentiamps[index] + (room > 0 ? room : 0);
        most = most < _ceilingCentiamps[index] ? most : _ceilingCentiamps[index];
        most = wantedCentiamps < most ? wantedCentiamps : most / WholeAmp * WholeAmp;
        return most < _minCentiamps[index] ? 0 : most;
    }

    private int OfferedSum()
    {
        int sum = 0;
        for (int i = 0; i < Capacity; i++)
        {
            sum += _offeredCentiamps[i];
        }
        return sum;
    }

    // Nobody has no place: the id 0 marks a free one.
    private int IndexOf(int peripheralId)
    {
        return peripheralId == NoId ? NotFound : PlaceOf(peripheralId);
    }

    private int PlaceOf(int id)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (_ids[i] == id)
            {
                return i;
            }
        }
        return NotFound;
    }
}
