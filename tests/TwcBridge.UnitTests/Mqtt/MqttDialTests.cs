using TwcBridge.Config;
using TwcBridge.Mqtt;

namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Dials that fail for a known reason.</summary>
[TestClass]
public class MqttDialTests
{
    [TestMethod]
    [DataRow((int)MqttCloseReason.ClockUnset, 1_000, 1_000, "clock_unset")]
    [DataRow((int)MqttCloseReason.CertificateUntrusted, 60_000, 60_000, "certificate_untrusted")]
    [DataRow((int)MqttCloseReason.CertificateExpired, 60_000, 60_000, "certificate_expired")]
    [DataRow((int)MqttCloseReason.CertificateOfAnother, 60_000, 60_000, "certificate_of_another")]
    [DataRow((int)MqttCloseReason.TlsFailed, 60_000, 60_000, "tls_failed")]
    [DataRow((int)MqttCloseReason.NoTls, 1_000, 2_000, "no_tls")]
    [DataRow((int)MqttCloseReason.DialFailed, 1_000, 2_000, "unreachable")]
    public void Waits_as_the_reason_deserves(int reason, int leastMs, int mostMs, string word)
    {
        MqttSession session = new SessionTimeline(1).Session;
        session.OnDialStarted(0);
        session.OnDialFailed((MqttCloseReason)reason, 0);
        Assert.AreEqual((MqttCloseReason)reason, session.CloseReason);
        Assert.AreEqual(MqttSessionState.Waiting, session.State);
        Assert.AreEqual(1, session.Counters.Closed((MqttCloseReason)reason));
        Assert.IsFalse(session.WantsDial(leastMs - 1));
        Assert.IsTrue(session.WantsDial(mostMs));
        Assert.AreEqual(word, MqttProblem.CodeOf(session.CloseReason));
    }

    [TestMethod]
    public void A_reason_that_comes_after_the_time_out_is_ignored()
    {
        MqttSession session = new SessionTimeline(1).Session;
        session.OnDialStarted(0);
        session.OnTime(MqttTiming.DialTimeoutMs);
        session.OnDialFailed(MqttCloseReason.NoTls, MqttTiming.DialTimeoutMs);
        Assert.AreEqual(MqttCloseReason.DialTimeout, session.CloseReason);
    }

    [TestMethod]
    [DataRow(0, 0, 1883)]
    [DataRow(0, 1, 8883)]
    [DataRow(1884, 0, 1884)]
    [DataRow(1884, 1, 1884)]
    public void Without_a_port_the_usual_one_is_dialled(int port, int tls, int dialled)
    {
        Settings settings = new Settings();
        Assert.IsTrue(settings.TrySet(SettingKey.MqttPort, port));
        Assert.IsTrue(settings.TrySet(SettingKey.MqttTls, tls));
        Assert.AreEqual(dialled, settings.BrokerPort());
    }
}
