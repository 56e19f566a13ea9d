
namespace TwcBridge.SystemTests.Properties;

/// <summary>
/// A case, read out of numbers one after the other; behind the last all are 0. So whoever makes the
/// numbers fewer and smaller makes the case plainer.
/// </summary>
internal sealed class Script(int[] numbers)
{
    private int _next;

    /// <summary>There are numbers left.</summary>
    public bool HasMore => _next < numbers.Length;

    /// <summary>0..below - 1.</summary>
    public int Next(int below)
    {
        int number = _next < numbers.Length ? numbers[_next] : 0;
        _next++;
        return (int)((uint)number % (uint)below);
    }

    /// <summary>Both included.</summary>
    public int Between(int least, int most)
    {
        return least + Next(most - least + 1);
    }

    public bool OneIn(int chances)
    {
        return Next(chances) == chances - 1;
    }

    public T Of<T>(params T[] choices)
    {
        return choices[Next(choices.Length)];
    }
}
