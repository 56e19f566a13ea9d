namespace TwcBridge.Cli.Flashing;

/// <summary>An assembly that is partly native code, as the image or the application knows it.
/// </summary>
/// <param name="Checksum">Of its native methods; an application runs only where it is the same.
/// </param>
internal sealed record NativeAssembly(string Name, string Version, uint Checksum);
