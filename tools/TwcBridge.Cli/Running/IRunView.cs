using System;
using TwcBridge.Control;

namespace TwcBridge.Cli.Running;

/// <summary>How a run is shown: a table that refreshes on a terminal, plain lines elsewhere.
/// </summary>
internal interface IRunView : IDisposable
{
    /// <summary>Something worth a line of its own. From any thread.</summary>
    public void Tell(string line);

    /// <summary>The newest state, a few times a second.</summary>
    public void Show(BoxStatus status, string broker);
}
