namespace TwcBridge.Device;

/// <summary>How the box reaches the network: by radio or by cable.</summary>
internal interface INetworkLink
{
    /// <summary>The network is there.</summary>
    public bool IsUp { get; }

    /// <summary>The box is an access point, for set-up.</summary>
    public bool IsAccessPointOpen { get; }

    /// <summary>Somebody holds the button.</summary>
    public void OnButtonHeld();

    /// <summary>The body of a thread; its calls may block.</summary>
    public void Run();
}
