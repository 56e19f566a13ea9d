namespace TwcBridge.Charging;

/// <summary>What the user allows for the whole site.</summary>
public sealed class SitePermission
{
    public bool IsEnabled = true;

    public SiteMode Mode;

    public bool IsAllowed => IsEnabled && Mode != SiteMode.Off;
}
