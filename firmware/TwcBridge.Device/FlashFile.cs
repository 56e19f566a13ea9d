using System;
using System.IO;

namespace TwcBridge.Device;

/// <summary>
/// Files of the flash drive. The platform formats the drive silently when it cannot mount it, and
/// throws for anything it dislikes: whatever fails here is told as "nothing there" or "not done",
/// never as an exception.
/// </summary>
internal static class FlashFile
{
    private const string Drive = "I:\\";

    /// <returns>Bytes read; 0 when there is no such file or it does not fit.</returns>
    public static int Read(string name, byte[] buffer)
    {
        FileStream file = null;
        int length = 0;
        try
        {
            if (File.Exists(Drive + name))
            {
                file = new FileStream(Drive + name, FileMode.Open, FileAccess.Read);
                length = file.Length > buffer.Length ? 0 : Fill(file, buffer);
            }
        }
        catch (Exception)   // Which type differs between file systems.
        {
            length = 0;
        }
        TryClose(file);
        return length;
    }

    /// <summary>Writes the file anew beside the old one, which it then replaces.</summary>
    public static bool TryReplace(string name, byte[] buffer, int length)
    {
        string draft = name + ".new";
        return TryWrite(draft, buffer, length) && TryDelete(name) && TryRename(draft, name);
    }

    /// <returns>True when there is no such file any more.</returns>
    public static bool TryDelete(string name)
    {
        try
        {
            if (File.Exists(Drive + name))
            {
                File.Delete(Drive + name);
            }
            return true;
        }
        catch (Exception)   // As above.
        {
            return false;
        }
    }

    private static int Fill(FileStream file, byte[] buffer)
    {
        int length = 0;
        int count = 1;
        while (count > 0 && length < buffer.Length)
        {
            count = file.Read(buffer, length, buffer.Length - length);
            length += count;
        }
        return length;
    }

    private static bool TryWrite(string name, byte[] buffer, int length)
    {
        FileStream file = null;
        bool isWritten = false;
        try
        {
            file = new FileStream(Drive + name, FileMode.Create, FileAccess.Write);
            file.Write(buffer, 0, length);
            file.Flush();
            isWritten = true;
        }
        catch (Exception)   // As above.
        {
            isWritten = false;
        }
        return TryClose(file) && isWritten;
    }

    private static bool TryRename(string from, string to)
    {
        try
        {
            File.Move(Drive + from, Drive + to);
            return true;
        }
        catch (Exception)   // As above.
        {
            return false;
        }
    }

    private static bool TryClose(FileStream file)
    {
        try
        {
            if (file != null)
            {
                file.Close();
            }
            return true;
        }
        catch (Exception)   // As above.
        {
            return false;
        }
    }
}
