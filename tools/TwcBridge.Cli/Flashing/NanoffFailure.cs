using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.Cli.Flashing;

/// <summary>What nanoff's exit codes mean to somebody with a board on the table.</summary>
internal static class NanoffFailure
{
    private const string HoldBoot =
        "Hold the button BOOT while you start again, and let go when it is found";

    private static readonly Dictionary<int, (string What, string Advice)> Known = new()
    {
        [2000] = ("the board does not answer as nanoFramework does",
            "Press its reset button and start again. If it was never flashed: twcbridge flash"),
        [2001] = ("the board does not answer as nanoFramework does",
            "Press its reset button and start again. If it was never flashed: twcbridge flash"),
        [2002] = ("the board stopped answering half-way",
            "Press its reset button and start again. If that does not help: twcbridge flash "
            + "--erase"),
        [2003] = ("the settings could not be written",
            "Press the board's reset button and start again"),
        [4000] = ("the chip cannot be talked to",
            $"{HoldBoot}. A cable that only charges has no data wires: try another one"),
        [4001] = ("the flash of this chip has a size that is not supported",
            "4 MB or more are needed: take another board"),
        [4002] = ("the flash could not be erased", $"{HoldBoot}. Try another cable and USB port"),
        [4003] = ("the flash could not be written", $"{HoldBoot}. Try another cable and USB port"),
        [4004] = ("the flash could not be read", $"{HoldBoot}. Try another cable and USB port"),
        [4005] = ("the port cannot be opened",
            "Close whatever uses it (a serial monitor, an IDE); on Linux be in the group that "
            + "owns it: sudo usermod -aG dialout $USER, and log in again"),
        [6000] = ("the port cannot be opened",
            "Close whatever uses it (a serial monitor, an IDE); on Linux be in the group that "
            + "owns it: sudo usermod -aG dialout $USER, and log in again"),
        [6001] = ("no port was named", "Give it with --serial"),
        [6002] = ("the port is in use by another program",
            "Close that one (a serial monitor, an IDE) and start again"),
        [9000] = ("nanoff does not understand its command line",
            "It is another version than this tool was written for; please report it"),
        [9002] = ("the folder for the backup cannot be made", "Choose another file"),
        [9003] = ("the backup is there already and cannot be deleted", "Choose another file"),
        [9005] = ("there is no image of this name and version",
            "Is there a connection to the Internet? A version that was named with --clr-version "
            + "must exist"),
        [9006] = ("there is no place for the download", "Free some space in the folder for "
            + "temporary files"),
        [9007] = ("the image could not be downloaded",
            "Check the connection to the Internet and start again"),
        [9008] = ("the application was not found", "Check the path that --image names"),
    };

    public static (string What, string Advice) Of(int code)
    {
        return Known.TryGetValue(code, out (string, string) failure)
            ? failure
            : ("nanoff failed", $"Start again. {HoldBoot}");
    }

    /// <summary>The code behind an exit status of which the system may have kept only the lowest
    /// bits; 0 when none of the known ones fits.</summary>
    public static int CodeFor(int status, int mask)
    {
        return Known.ContainsKey(status)
            ? status
            : Known.Keys.FirstOrDefault(code => (code & mask) == status && status != 0);
    }
}
