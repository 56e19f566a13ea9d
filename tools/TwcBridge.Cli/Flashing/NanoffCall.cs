using System;

namespace TwcBridge.Cli.Flashing;

/// <summary>One run of nanoff.</summary>
/// <param name="Purpose">What it is for, in a word.</param>
/// <param name="Patience">After this it is stopped.</param>
internal sealed record NanoffCall(string Purpose, TimeSpan Patience, params string[] Arguments);
