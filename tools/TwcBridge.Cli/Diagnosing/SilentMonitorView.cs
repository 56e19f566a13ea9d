using TwcBridge.Cli.Monitoring;

namespace TwcBridge.Cli.Diagnosing;

/// <summary>Shows nothing: the doctor is after the numbers.</summary>
internal sealed class SilentMonitorView : IMonitorView
{
    public void Begin(ITrafficSource source)
    {
    }

    public void Show(SeenFrame seen)
    {
    }

    public void Show(Diagnosis diagnosis, long atUs)
    {
    }

    public void End(TrafficCount count, Diagnosis? diagnosis)
    {
    }
}
