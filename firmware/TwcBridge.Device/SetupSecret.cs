using System;
using TwcBridge.Config;

namespace TwcBridge.Device;

/// <summary>The password of the access point. The first start makes one up and keeps it; every
/// start tells it on the USB port, whose holder owns the box anyway.</summary>
internal static class SetupSecret
{
    public static string Of(Settings settings, FlashStorage storage)
    {
        string secret = settings.Text(SettingKey.SetupPassword);
        if (secret.Length == 0)
        {
            byte[] random = new byte[SetupPassword.Length];
            new Random().NextBytes(random);
            secret = SetupPassword.From(random);
            settings.TrySet(SettingKey.SetupPassword, secret);
            storage.TrySave(settings);
        }
        Console.WriteLine("setup password: " + secret);
        return secret;
    }
}
