namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>Where the broker is and who we are to it.</summary>
/// <param name="User">Null: nobody in particular.</param>
public sealed record BrokerAddress(string Host, int Port, string? User, string? Password)
{
    public const int DefaultPort = 1883;

    public override string ToString()
    {
        return $"{Host}:{Port}";
    }
}
