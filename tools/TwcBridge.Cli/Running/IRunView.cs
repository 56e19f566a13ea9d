using System;

namespace TwcBridge.Cli.Running;

/// <summary>How a run is shown: a table that refreshes on a terminal, plain lines elsewhere.
/// </summary>
internal interface IRunView : IDisposable
{
    /// <summary>What stays true for the whole run. Before anything else.</summary>
    public void Begin(string introduction);

    /// <summary>Something that happened. From any thread.</summary>
    public void Tell(long atMs, string line);

    /// <summary>The newest state, a few times a second.</summary>
    public void Show(RunState state);

    /// <summary>The last words of an orderly end. Nothing is shown after it.</summary>
    public void End(string summary);
}
