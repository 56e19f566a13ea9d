using System;
using System.IO;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using TwcBridge.Loops;
using TwcBridge.Mqtt;

namespace TwcBridge.VirtualDevice.Hosting;

/// <summary>TLS of .NET. It trusts the one authority that the owner has given, or those of this
/// machine.</summary>
public sealed class HostTls : ITls
{
    private readonly BoxMemory _memory;

    /// <param name="memory">Holds the authority that counts at the next connection.</param>
    public HostTls(BoxMemory memory)
    {
        _memory = memory;
    }

    public IBrokerLine? Open(Socket socket, string host, out MqttCloseReason problem)
    {
        MqttCloseReason found = MqttCloseReason.NoTls;
        SslStream stream = new(new NetworkStream(socket, ownsSocket: true));
        try
        {
            stream.AuthenticateAsClient(new SslClientAuthenticationOptions
            {
                TargetHost = host,
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                CertificateChainPolicy = PolicyOf(_memory.Certificate),
                RemoteCertificateValidationCallback = (_, _, chain, errors) =>
                {
                    found = Judge(chain, errors);
                    return found == MqttCloseReason.None;
                },
            });
            problem = MqttCloseReason.None;
            return new TlsLine(stream);
        }
        catch (Exception fault) when (fault is AuthenticationException or IOException
            or ObjectDisposedException or InvalidOperationException)
        {
            stream.Dispose();

            // What came was TLS if a certificate was seen; then it is the rest that went wrong.
            problem = found == MqttCloseReason.None ? MqttCloseReason.TlsFailed : found;
            return null;
        }
    }

    private static X509ChainPolicy PolicyOf(byte[]? authority)
    {
        X509ChainPolicy policy = new() { RevocationMode = X509RevocationMode.NoCheck };
        if (authority != null)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificate(authority));
        }
        return policy;
    }

    private static MqttCloseReason Judge(X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return MqttCloseReason.None;
        }
        if (chain != null && Has(chain, X509ChainStatusFlags.NotTimeValid))
        {
            return MqttCloseReason.CertificateExpired;
        }
        return (errors & ~SslPolicyErrors.RemoteCertificateNameMismatch) == 0
            ? MqttCloseReason.CertificateOfAnother
            : MqttCloseReason.CertificateUntrusted;
    }

    private static bool Has(X509Chain chain, X509ChainStatusFlags flag)
    {
        return Array.Exists(chain.ChainStatus, status => (status.Status & flag) != 0);
    }
}
