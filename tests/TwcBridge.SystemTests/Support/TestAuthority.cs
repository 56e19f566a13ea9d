using System;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace TwcBridge.SystemTests.Support;

/// <summary>Signs certificates for brokers of tests; everything lies in a temporary folder.
/// </summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("twcbridge-ca-").FullName;
    private readonly X509Certificate2 _own;

    public TestAuthority()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = RequestFor("TwcBridge test authority", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        _own = request.CreateSelfSigned(
            DateTimeOffset.UtcNow - 3 * Life, DateTimeOffset.UtcNow + 3 * Life);
        File.WriteAllText(OwnFile, _own.ExportCertificatePem());
    }

    /// <summary>Its own certificate.</summary>
    public string OwnFile => Path.Combine(_folder, "ca.pem");

    /// <summary>A broker of this name, whose certificate ends in so many days.</summary>
    public MosquittoBroker StartBroker(string name, int days = 10)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = RequestFor(name, key);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset end = DateTimeOffset.UtcNow.AddDays(days);
        using X509Certificate2 certificate = request.Create(
            _own, end - Life, end, RandomNumberGenerator.GetBytes(8));
        string file = Path.Combine(_folder, "broker.pem");
        string keyFile = Path.Combine(_folder, "broker.key");
        File.WriteAllText(file, certificate.ExportCertificatePem());
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        return MosquittoBroker.StartTls(file, keyFile);
    }

    public void Dispose()
    {
        _own.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static CertificateRequest RequestFor(string name, RSA key)
    {
        return new CertificateRequest(
            $"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
