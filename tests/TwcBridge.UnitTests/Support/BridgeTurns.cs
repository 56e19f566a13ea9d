namespace TwcBridge.UnitTests.Support;

/// <summary>The whole core.</summary>
internal sealed class BridgeTurns : Turns
{
    public BridgeTurns(BridgeOptions options, long nowMs)
    {
        Bridge = new Bridge(options, nowMs);
    }

    public Bridge Bridge { get; }

    public override byte[] Wire => Bridge.Wire;

    public override void OnReceived(byte[] buffer, int length, long nowMs)
    {
        Bridge.OnReceived(buffer, length, nowMs);
    }

    public override void OnTime(long nowMs)
    {
        Bridge.OnTime(nowMs);
    }

    public override int Next(long nowMs)
    {
        return Bridge.Next(nowMs);
    }

    public override void OnSent(long nowMs)
    {
        Bridge.OnSent(nowMs);
    }

    public override long NextDueAtMs()
    {
        return Bridge.NextDueAtMs();
    }
}
