using System;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>What happened off the wire, for the report of a failure: the last of it.</summary>
internal sealed class Chronicle
{
    private const int Capacity = 256;

    private readonly long[] _atUs = new long[Capacity];
    private readonly string[] _texts = new string[Capacity];
    private long _total;

    public int Count => (int)Math.Min(_total, Capacity);

    public void Add(long atUs, string text)
    {
        _atUs[_total % Capacity] = atUs;
        _texts[_total % Capacity] = text;
        _total++;
    }

    /// <summary>0 is the oldest that is still there.</summary>
    public (long AtUs, string Text) At(int index)
    {
        long place = (_total - Count + index) % Capacity;
        return (_atUs[place], _texts[place]);
    }
}
