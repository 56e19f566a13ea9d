namespace TwcBridge.Benchmarks.Live;

/// <summary>A change of limit that a user asked for.</summary>
/// <param name="AtUs">Before the connection for it was opened.</param>
/// <param name="IsOnIdleLine">Nothing stood in its way at that instant.</param>
internal readonly record struct Probe(long AtUs, int Id, int Centiamps, bool IsOnIdleLine);
