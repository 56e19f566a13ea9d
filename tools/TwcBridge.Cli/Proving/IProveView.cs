namespace TwcBridge.Cli.Proving;

/// <summary>Where a proof is shown.</summary>
internal interface IProveView
{
    public void Begin(ProveOptions options);

    /// <summary>A world is over.</summary>
    public void Progress(ProveResult result);

    /// <summary>All of them are, or something was refuted.</summary>
    public void End(ProveResult result);
}
