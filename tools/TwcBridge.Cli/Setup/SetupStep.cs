using System;

namespace TwcBridge.Cli.Setup;

/// <summary>One step of a set-up. It may be run again at any time.</summary>
/// <param name="Name">As it is typed behind --only.</param>
internal sealed record SetupStep(string Name, string Title, Action Run);
