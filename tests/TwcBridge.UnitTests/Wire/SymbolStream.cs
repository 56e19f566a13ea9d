namespace TwcBridge.UnitTests.Wire;

/// <summary>Bytes and silences in order, as a receiver meets them.</summary>
internal sealed class SymbolStream
{
    private readonly int[] _symbols;

    public SymbolStream(int capacity)
    {
        _symbols = new int[capacity];
    }

    public int Length { get; private set; }

    public int At(int index)
    {
        return _symbols[index];
    }

    public void Add(int symbol)
    {
        _symbols[Length++] = symbol;
    }

    public void Add(byte[] wire)
    {
        Add(wire, 0, wire.Length);
    }

    public void Add(byte[] wire, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            Add(wire[i]);
        }
    }

    public void Clear()
    {
        Length = 0;
    }
}
