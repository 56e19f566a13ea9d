namespace TwcBridge.Simulator;

/// <summary>
/// Watches the line, for checks and captures. It only looks: it must not advance the site.
/// </summary>
public interface ILineObserver
{
    /// <summary>Called at the end of each transmission.</summary>
    public void OnTransmission(Transmission transmission);
}
