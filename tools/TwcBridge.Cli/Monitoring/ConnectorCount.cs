namespace TwcBridge.Cli.Monitoring;

/// <summary>How often a connector was asked and answered.</summary>
internal sealed class ConnectorCount
{
    public int HeartbeatCount { get; set; }

    public int AnswerCount { get; set; }

    public int AnnouncementCount { get; set; }
}
