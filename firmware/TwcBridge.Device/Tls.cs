using System;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using TwcBridge.Loops;
using TwcBridge.Mqtt;

namespace TwcBridge.Device;

/// <summary>
/// TLS by the platform. Its handshake is one native call that holds up every thread, also that of
/// the bus, until the other side has answered: heartbeats are late by that (DECISIONS). So nobody
/// gets it who has not asked for it.
/// </summary>
internal sealed class Tls : ITls
{
    /// <summary>For one answer of the other side, where the network stack honours it.</summary>
    private const int AnswerTimeoutMs = 2000;

    private readonly FlashStorage _storage;

    public Tls(FlashStorage storage)
    {
        _storage = storage;
    }

    public IBrokerLine Open(Socket socket, string host, out MqttCloseReason problem)
    {
        problem = MqttCloseReason.TlsFailed;
        TryLimit(socket);
        try
        {
            SslStream stream = new SslStream(socket);
            stream.SslVerification = SslVerification.CertificateRequired;
            byte[] authority = _storage.LoadCertificate();
            if (authority == null)
            {
                stream.AuthenticateAsClient(host, SslProtocols.Tls12);
            }
            else
            {
                stream.AuthenticateAsClient(
                    host, null, new X509Certificate(authority), SslProtocols.Tls12);
            }
            return new TlsLine(socket, stream);
        }
        catch (Exception)   // Which type differs between images, and none tells the cause.
        {
            return null;
        }
    }

    private static void TryLimit(Socket socket)
    {
        try
        {
            socket.SetSocketOption(
                SocketOptionLevel.Socket, SocketOptionName.ReceiveTimeout, AnswerTimeoutMs);
        }
        catch (SocketException)
        {
            // The stack does not know it: the handshake takes as long as it takes.
            return;
        }
    }
}
