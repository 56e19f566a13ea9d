namespace TwcBridge.Cli.Decoding;

/// <summary>What a capture came to.</summary>
internal sealed record DecodeTally(int DecodedCount, int RefusedCount, int NoiseByteCount);
