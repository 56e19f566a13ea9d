using System;
using TwcBridge.Config;
using TwcBridge.Http;

namespace TwcBridge.Device;

/// <summary>The passwords of the access point and of HTTP. The first start makes up what is
/// missing and keeps it; every start tells both on the USB port, whose holder owns the box anyway.
/// </summary>
internal static class Secrets
{
    public static void Ensure(Settings settings, FlashStorage storage)
    {
        bool isNew = MakeUp(settings, SettingKey.SetupPassword);
        isNew |= MakeUp(settings, SettingKey.HttpPassword);
        if (isNew)
        {
            storage.TrySave(settings);
        }
        Tell(settings, SettingKey.SetupPassword);
        Tell(settings, SettingKey.HttpPassword);
    }

    public static byte[] SessionKey()
    {
        return ByChance(HttpOptions.SessionKeyLength);
    }

    private static bool MakeUp(Settings settings, SettingKey key)
    {
        return settings.Text(key).Length == 0
            && settings.TrySet(key, SetupPassword.From(ByChance(SetupPassword.Length)));
    }

    private static void Tell(Settings settings, SettingKey key)
    {
        Console.WriteLine(SettingsTable.NameOf(key) + ": " + settings.Text(key));
    }

    private static byte[] ByChance(int length)
    {
        byte[] random = new byte[length];
        new Random().NextBytes(random);
        return random;
    }
}
