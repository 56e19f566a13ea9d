namespace TwcBridge.Diagnostics;

/// <summary>The firmware's own measurements of its pace, copied as a whole from the bus loop to the
/// network loop.</summary>
public sealed class Timings
{
    public const int Count = 4;

    private readonly Histogram[] _all = new Histogram[Count];

    public Timings()
    {
        for (int i = 0; i < Count; i++)
        {
            _all[i] = new Histogram();
        }
    }

    public Histogram Of(TimingKind kind)
    {
        return _all[(int)kind];
    }

    public void CopyFrom(Timings other)
    {
        for (int i = 0; i < Count; i++)
        {
            _all[i].CopyFrom(other._all[i]);
        }
    }
}
