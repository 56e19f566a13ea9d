namespace TwcBridge.Simulator;

/// <summary>
/// One number for everything that ever was on the line (FNV-1a): equal runs have equal digests.
/// </summary>
public sealed class WireDigest : ILineObserver
{
    private const ulong Prime = 0x100000001B3;

    public ulong Value { get; private set; } = 0xCBF29CE484222325;

    public void OnTransmission(Transmission transmission)
    {
        ulong value = (Value ^ (ulong)transmission.StartUs) * Prime;
        foreach (char letter in transmission.Transmitter)
        {
            value = (value ^ letter) * Prime;
        }
        foreach (byte sent in transmission.Bytes)
        {
            value = (value ^ sent) * Prime;
        }
        Value = (value ^ (transmission.IsDamaged ? 1UL : 0UL)) * Prime;
    }
}
