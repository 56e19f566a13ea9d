using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.Cli.Flashing;

/// <summary>
/// Whether a board can run the application. The run time refuses an application whose native
/// checksums differ, and says so only on a console that nobody watches: so it is compared before.
/// </summary>
internal static class Fitness
{
    /// <summary>What is wrong with the image on the board; empty when nothing is.</summary>
    public static List<string> OfClr(BoardDetails found, Board board, ClrNeeds needs)
    {
        List<string> faults = [];
        if (found.Target != board.Target)
        {
            faults.Add($"the board runs the image {found.Target}, not {board.Target}");
        }
        if (found.ClrVersion < Version.Parse(needs.MinimumVersion))
        {
            faults.Add($"the image is version {found.ClrVersion}, and {needs.MinimumVersion} or "
                + "newer is needed");
        }
        foreach ((string name, string version) in needs.NativeAssemblies)
        {
            NativeAssembly? native = Named(found, name);
            if (native == null || Version.Parse(native.Version) < Version.Parse(version))
            {
                faults.Add($"{name} is {native?.Version ?? "missing"} in the image, and {version} "
                    + $"is needed (images since {needs.ImagesSince})");
            }
        }
        return faults;
    }

    /// <summary>What the application needs and the image does not have; empty when it fits.
    /// </summary>
    public static List<string> OfApplication(BoardDetails found, DeploymentImage image)
    {
        List<string> faults = [];
        foreach (NativeAssembly needed in image.Needed)
        {
            if (found.NativeAssemblies.Any(native => native.Checksum == needed.Checksum))
            {
                continue;
            }
            NativeAssembly? other = Named(found, needed.Name);
            faults.Add(other == null
                ? $"{needed.Name} is not in the image"
                : $"{needed.Name} has the checksum 0x{other.Checksum:X8} in the image, and the "
                    + $"application was built against 0x{needed.Checksum:X8}");
        }
        return faults;
    }

    private static NativeAssembly? Named(BoardDetails found, string name)
    {
        return found.NativeAssemblies.FirstOrDefault(native => native.Name == name);
    }
}
