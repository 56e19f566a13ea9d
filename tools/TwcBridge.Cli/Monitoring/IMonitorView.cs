namespace TwcBridge.Cli.Monitoring;

/// <summary>How traffic is shown: lines for people, or JSON for programs.</summary>
internal interface IMonitorView
{
    public void Begin(ITrafficSource source);

    public void Show(SeenFrame seen);

    public void Show(Diagnosis diagnosis, long atUs);

    /// <param name="diagnosis">Null where there was nothing to make one from.</param>
    public void End(TrafficCount count, Diagnosis? diagnosis);
}
