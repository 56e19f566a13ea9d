using TwcBridge.Http;
using TwcBridge.UnitTests.Control;

namespace TwcBridge.UnitTests.Http;

/// <summary>The certificate of who has signed the broker's, over HTTP.</summary>
[TestClass]
public class HttpCertificateTests
{
    private const string Path = "/api/v1/config/mqtt-ca";
    private const string Begin = "-----BEGIN CERTIFICATE-----";
    private const string End = "-----END CERTIFICATE-----";

    // 30 82 00 04, and four bytes.
    private const string Whole = Begin + "\\nMIIABAEC\\nAwQ=\\n" + End + "\\n";

    private readonly HttpRig _rig = new HttpRig();

    [TestMethod]
    [DataRow(Whole)]
    [DataRow("A description\\nof three\\nlines\\n" + Whole)]
    [DataRow(Begin + "\\r\\nMIIABAECAwQ=\\r\\n" + End)]
    public void A_certificate_is_answered_when_it_is_safe(string text)
    {
        int client = _rig.Open(HttpRig.Put(Path, "{\"pem\":\"" + text + "\"}"));
        HttpCertificate certificate = _rig.Server.Certificate;
        Assert.AreEqual(0, _rig.Server.PendingLength(client));
        Assert.IsTrue(certificate.WantsSaving);
        Assert.AreEqual(8, certificate.Length);
        for (int i = 4; i < 8; i++)
        {
            Assert.AreEqual(i - 3, (int)certificate.Bytes[i]);
        }
        _rig.Server.OnSaved(true, _rig.NowMs);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Take(client)));
        Assert.IsTrue(certificate.IsSet);
        Assert.AreEqual("true", InfoOf("mqtt_ca"));
    }

    [TestMethod]
    [DataRow("{\"pem\":\"\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"MIIABAECAwQ=\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + Begin + "MIIABAECAwQ=\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + Begin + "MIIABAECAw==" + End + "\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + Begin + "MIIABAECAwQFBg==" + End + "\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + Begin + "AQIDBAECAwQ=" + End + "\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + End + Begin + "\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":\"" + Whole + Whole + "\"}", "422 no_certificate pem")]
    [DataRow("{\"pem\":7}", "400 bad_form pem")]
    [DataRow("{\"text\":\"x\"}", "400 bad_form pem")]
    [DataRow("{}", "400 bad_form pem")]
    [DataRow("{\"pem\":\"x\",\"more\":1}", "400 bad_form pem")]
    [DataRow("[", "400 bad_form pem")]
    public void What_is_no_certificate_is_refused(string body, string expected)
    {
        Assert.AreEqual(expected, HttpAnswer.Error(_rig.Ask(HttpRig.Put(Path, body))));
        Assert.IsFalse(_rig.Server.Certificate.WantsSaving);
        Assert.AreEqual("false", InfoOf("mqtt_ca"));
    }

    [TestMethod]
    public void What_could_not_be_saved_is_not_there()
    {
        int client = _rig.Open(HttpRig.Put(Path, "{\"pem\":\"" + Whole + "\"}"));
        _rig.Server.OnSaved(false, _rig.NowMs);
        Assert.AreEqual("503 not_saved null", HttpAnswer.Error(_rig.Take(client)));
        Assert.IsFalse(_rig.Server.Certificate.IsSet);
    }

    [TestMethod]
    public void It_can_be_taken_away()
    {
        _rig.Server.Certificate.Use(true);
        Assert.AreEqual("true", InfoOf("mqtt_ca"));
        int client = _rig.Open(HttpRig.Delete(Path));
        Assert.AreEqual(0, _rig.Server.Certificate.Length);
        _rig.Server.OnSaved(true, _rig.NowMs);
        Assert.AreEqual("200", HttpAnswer.Status(_rig.Take(client)));
        Assert.AreEqual("false", InfoOf("mqtt_ca"));
    }

    [TestMethod]
    public void Who_comes_meanwhile_is_told_to_come_again()
    {
        _rig.Open(HttpRig.Put(Path, "{\"pem\":\"" + Whole + "\"}"));
        Assert.AreEqual("503 busy null", HttpAnswer.Error(
            _rig.Ask(HttpRig.Put(Path, "{\"pem\":\"" + Whole + "\"}"))));
        Assert.AreEqual("503 busy null", HttpAnswer.Error(_rig.Ask(HttpRig.Delete(Path))));
    }

    [TestMethod]
    public void A_certificate_of_an_rsa_key_of_4096_bits_has_room()
    {
        string line = TestText.Repeat("A", 64) + "\\n";
        string body = "{\"pem\":\"" + Begin + "\\n" + TestText.Repeat(line, 29) + End + "\"}";
        Assert.AreEqual("422 no_certificate pem", HttpAnswer.Error(
            _rig.Ask(HttpRig.Put(Path, body))), "read, and refused for what it says");
        body = "{\"pem\":\"" + TestText.Repeat(line, 40) + "\"}";
        Assert.AreEqual("413 body_too_large null", HttpAnswer.Error(
            _rig.Ask(HttpRig.Put(Path, body))));
    }

    private string InfoOf(string key)
    {
        return HttpAnswer.Member(HttpAnswer.Body(_rig.Ask(HttpRig.Get("/api/v1/info"))), key);
    }
}
