namespace TwcBridge.UnitTests.Support;

/// <summary>What a bus loop calls, whether the whole Bridge stands behind it or BusEngine alone.
/// </summary>
internal abstract class Turns
{
    public abstract byte[] Wire { get; }

    public abstract void OnReceived(byte[] buffer, int length, long nowMs);

    public abstract void OnTime(long nowMs);

    public abstract int Next(long nowMs);

    public abstract void OnSent(long nowMs);

    public abstract long NextDueAtMs();
}
