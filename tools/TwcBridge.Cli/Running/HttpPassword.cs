using System.Net;
using System.Security.Cryptography;
using TwcBridge.Config;

namespace TwcBridge.Cli.Running;

/// <summary>The password of a run. Without one nobody else's machine may be served.</summary>
internal static class HttpPassword
{
    /// <summary>Makes one up where one is needed and missing.</summary>
    /// <returns>True when it did.</returns>
    public static bool Ensure(Settings settings, IPEndPoint? http)
    {
        if (http == null || IPAddress.IsLoopback(http.Address)
            || settings.Text(SettingKey.HttpPassword).Length > 0)
        {
            return false;
        }
        byte[] random = RandomNumberGenerator.GetBytes(SetupPassword.Length);
        return settings.TrySet(SettingKey.HttpPassword, SetupPassword.From(random));
    }
}
