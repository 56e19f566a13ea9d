namespace TwcBridge.VirtualDevice.Proving;

/// <summary>A property that does not hold.</summary>
/// <param name="AtUs">Since the beginning of the world.</param>
/// <param name="Text">What was seen, in a line for people.</param>
public sealed record Refutation(Property Property, long AtUs, string Text);
