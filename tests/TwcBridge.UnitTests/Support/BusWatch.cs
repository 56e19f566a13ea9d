namespace TwcBridge.UnitTests.Support;

/// <summary>What a test wants to see of a simulated line.</summary>
internal abstract class BusWatch
{
    /// <summary>The core has begun to send.</summary>
    /// <param name="body">Without checksum; valid during the call.</param>
    public virtual void OnSent(byte[] body, int length, long nowMs)
    {
    }

    /// <summary>Everything of this instant has happened.</summary>
    public virtual void OnStep(long nowMs)
    {
    }
}
