using System.Net.Sockets;
using TwcBridge.Mqtt;

namespace TwcBridge.Loops;

/// <summary>Puts TLS around a connection. The platforms differ in how.</summary>
public interface ITls
{
    /// <summary>Agrees with the other side, and blocks until then or until the socket is closed.
    /// </summary>
    /// <param name="host">The name that the certificate must be for.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>Null when they did not agree; the socket is then the caller's to close.</returns>
    public IBrokerLine Open(Socket socket, string host, out MqttCloseReason problem);
}
