using System.Collections.Generic;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>The highest value that a limit had within the last while, however often it changed.
/// </summary>
internal sealed class MostOfLate(long whileUs)
{
    private readonly Queue<(int Value, long EndedUs)> _past = new();
    private int _value;

    public int At(int value, long nowUs)
    {
        if (value != _value)
        {
            _past.Enqueue((_value, nowUs));
            _value = value;
        }
        while (_past.Count > 0 && _past.Peek().EndedUs < nowUs - whileUs)
        {
            _past.Dequeue();
        }
        int most = value;
        foreach ((int past, _) in _past)
        {
            most = past > most ? past : most;
        }
        return most;
    }
}
