namespace TwcBridge.Simulator;

/// <summary>Two units on the line at once.</summary>
/// <param name="AtUs">When the second one began.</param>
/// <param name="First">Who was on the line.</param>
/// <param name="Second">Who came in between.</param>
public readonly record struct Collision(long AtUs, string First, string Second);
