using TwcBridge.Http;

namespace TwcBridge.UnitTests.Http;

[TestClass]
public class HostCheckTests
{
    [TestMethod]
    [DataRow("box.local", true)]
    [DataRow("BOX.Local", true)]
    [DataRow("box.local:80", true)]
    [DataRow("box.local:8080", true)]
    [DataRow("box.local:", true)]
    [DataRow("box", true)]
    [DataRow("box.local.evil.example", false)]
    [DataRow("evilbox.local", false)]
    [DataRow("box.local:80:80", false)]
    [DataRow("box.local:x", false)]
    [DataRow("box.local@evil.example", false)]
    [DataRow("evil.example:80", false)]
    [DataRow(":80", false)]
    public void Only_its_own_names_lead_to_the_box(string host, bool allowed)
    {
        Expect(host, true, allowed);
        Expect(host, false, allowed);
    }

    [TestMethod]
    [DataRow("192.168.1.20")]
    [DataRow("192.168.1.20:8080")]
    [DataRow("2130706433")]
    [DataRow("[::1]")]
    [DataRow("[fe80::1]:80")]
    [DataRow("localhost")]
    [DataRow("LOCALHOST:8080")]
    public void An_address_leads_to_the_box_when_that_is_allowed(string host)
    {
        Expect(host, true, true);
        Expect(host, false, false);
    }

    [TestMethod]
    [DataRow("192.168.1.20.")]
    [DataRow("1.2.3.4.evil.example")]
    [DataRow("1.2.3.4x")]
    [DataRow("1.x2.3.4")]
    [DataRow("a.1.2.3.4")]
    [DataRow("[::1")]
    [DataRow("[::1]x")]
    [DataRow("[::1]evil.example")]
    [DataRow("[")]
    [DataRow("localhost.evil.example")]
    [DataRow("local")]
    public void What_only_looks_like_an_address_does_not(string host)
    {
        Expect(host, true, false);
    }

    private static void Expect(string host, bool allowAddresses, bool allowed)
    {
        HttpOptions options = new HttpOptions();
        options.AllowAddresses = allowAddresses;
        options.HostNames = new string[] { "box", "box.local" };
        HttpRequestParser parser = RequestVector.Parser();
        byte[] wire = HttpBytes.Of("GET / HTTP/1.1\r\nX: 1.1.1.1\r\nHost: " + host + "\r\n\r\n");
        parser.Restart();
        RequestVector.Feed(parser, wire, wire.Length);
        Assert.AreEqual(allowed, HostCheck.Allows(options, parser.Request), host);
    }
}
