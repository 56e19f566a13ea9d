namespace TwcBridge.Bus;

/// <summary>
/// What never changes about a peripheral, told when it announces itself: its protocol, by the
/// length of its frames, and its rating (PROTOCOL 2, 3.1). The checksum is weak, and zeros that are
/// lost leave it as it was, so one frame proves nothing: two in a row have to agree.
/// </summary>
public sealed class Nameplate
{
    // The largest unit that was ever built is rated 80 A.
    private const int MostCentiamps = 8000;
    private const int WholeAmp = 100;

    private int _protocol = 2;
    private int _lastProtocol;
    private int _ratingCentiamps;
    private int _lastRatingCentiamps;

    /// <summary>1 or 2. Until it is sure protocol 2: its limits are good for protocol 1 as well,
    /// and its longer frames are answered.</summary>
    public int Protocol => _protocol;

    /// <summary>0.01 A, or 0 before it was told: of two that differ the lower.</summary>
    public int RatingCentiamps => _lastRatingCentiamps < _ratingCentiamps
        ? _lastRatingCentiamps
        : _ratingCentiamps;

    public static bool IsPlausible(int ratingCentiamps)
    {
        return ratingCentiamps > 0 && ratingCentiamps <= MostCentiamps
            && ratingCentiamps % WholeAmp == 0;
    }

    /// <summary>Another peripheral.</summary>
    public void Clear()
    {
        _protocol = 2;
        _lastProtocol = 0;
        _ratingCentiamps = 0;
        _lastRatingCentiamps = 0;
    }

    /// <param name="protocol">1 or 2, by a link-ready or a heartbeat answer.</param>
    public void OnProtocol(int protocol)
    {
        _protocol = protocol == _lastProtocol ? protocol : _protocol;
        _lastProtocol = protocol;
    }

    public void OnRating(int centiamps)
    {
        bool isSure = _ratingCentiamps == 0 || centiamps == _lastRatingCentiamps;
        _ratingCentiamps = isSure ? centiamps : _ratingCentiamps;
        _lastRatingCentiamps = centiamps;
    }
}
