using TwcBridge.Bus;

namespace TwcBridge.UnitTests.Bus;

[TestClass]
public class BusDiagnosisTests
{
    private const int EvidenceMs = BusDiagnosis.EvidenceMs;
    private const int SettleMs = BusDiagnosis.SettleMs;

    private readonly DiagnosisTimeline _line = new DiagnosisTimeline();

    // The first visit is when we begin to control: at 1000.
    [TestMethod]
    [DataRow(0, 0, 0, (int)BusFinding.NothingHeard)]
    [DataRow(BusDiagnosis.FewBytes - 1, 0, 0, (int)BusFinding.NothingHeard)]
    [DataRow(BusDiagnosis.FewBytes, 0, 0, (int)BusFinding.NoFrames)]
    [DataRow(0, 1, 0, (int)BusFinding.OnlyEcho)]
    [DataRow(1000, 1, 0, (int)BusFinding.OnlyEcho)]
    [DataRow(0, 0, 1, (int)BusFinding.Starting)]
    public void Judges_a_silent_line_when_evidence_has_been_gathered(
        int bytes, int echoes, int foreignFrames, int finding)
    {
        _line.VisitAt(1000);
        _line.Add(Evidence.Bytes, bytes);
        _line.Add(Evidence.Echoes, echoes);
        _line.Add(Evidence.ForeignFrames, foreignFrames);
        _line.VisitAt(1000 + EvidenceMs - 1);
        _line.Expect(BusFinding.Starting, "1 ms before");
        _line.VisitAt(1000 + EvidenceMs);
        _line.Expect((BusFinding)finding, "at the instant");
        _line.VisitAt(1000 + EvidenceMs + 1);
        _line.Expect((BusFinding)finding, "1 ms after");
    }

    [TestMethod]
    public void Is_well_as_soon_as_somebody_answers()
    {
        _line.VisitAt(1000);
        _line.Expect(BusFinding.Starting, "nobody has");
        _line.Answer(1);
        _line.VisitAt(2000);
        _line.Expect(BusFinding.Well, "one has");
    }

    [TestMethod]
    public void Nothing_is_well_while_a_connector_announces_itself_in_vain()
    {
        _line.VisitAt(1000);
        _line.Facts.DeafId = 0x1234;
        _line.Answer(1);
        _line.VisitAt(2000);
        _line.Expect(BusFinding.Starting, "one answers, one does not");
        _line.AnswerUntil(2000 + EvidenceMs - 1000, 1);
        _line.Answer(1);
        _line.VisitAt(2000 + EvidenceMs - 1);
        _line.Expect(BusFinding.Starting, "1 ms before");
        _line.VisitAt(2000 + EvidenceMs);
        _line.Expect(BusFinding.NotHeard, "at the instant");
        Assert.AreEqual(0x1234, _line.Diagnosis.SubjectId);
        _line.Facts.DeafId = 0;
        _line.VisitAt(2000 + EvidenceMs + 1);
        _line.Expect(BusFinding.Well, "mended");
        Assert.AreEqual(0, _line.Diagnosis.SubjectId);
    }

    [TestMethod]
    public void A_connector_that_may_be_deaf_is_not_called_careless_first()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.DeafId = 0x1234;
        _line.Add(Evidence.Missed, 30);
        _line.AnswerUntil(31000, 1);
        _line.Expect(BusFinding.Well, "in doubt");
        _line.Facts.DeafId = 0;
        _line.AnswerUntil(32000, 1);
        _line.Expect(BusFinding.AnswersMissed, "not deaf");
    }

    [TestMethod]
    public void A_connector_that_answers_in_between_is_not_deaf()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.DeafId = 0x1234;
        _line.AnswerUntil(45000, 1);
        _line.Facts.DeafId = 0;
        _line.AnswerUntil(46000, 1);
        _line.Facts.DeafId = 0x1234;
        _line.AnswerUntil(46000 + EvidenceMs, 1);
        _line.Expect(BusFinding.Well, "19 s");
        _line.AnswerUntil(47000 + EvidenceMs, 1);
        _line.Expect(BusFinding.NotHeard, "20 s");
    }

    [TestMethod]
    public void An_error_is_told_when_it_stays()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.FailingId = 0x1234;
        _line.VisitAt(31000);
        _line.VisitAt(31000 + BusDiagnosis.ErrorMs - 1);
        _line.Expect(BusFinding.Well, "1 ms before");
        _line.VisitAt(31000 + BusDiagnosis.ErrorMs);
        _line.Expect(BusFinding.ConnectorError, "at the instant");
        Assert.AreEqual(0x1234, _line.Diagnosis.SubjectId);
        _line.Facts.FailingId = 0;
        _line.VisitAt(31000 + BusDiagnosis.ErrorMs + 1);
        _line.Expect(BusFinding.Well, "over");
    }

    [TestMethod]
    public void A_connector_that_fell_silent_is_told_at_once()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.SilentId = 0x1234;
        _line.AnswerUntil(31000, 1);
        _line.Expect(BusFinding.ConnectorSilent, "silent");
        Assert.AreEqual(0x1234, _line.Diagnosis.SubjectId);
        _line.Facts.SilentId = 0;
        _line.AnswerUntil(32000, 1);
        _line.Expect(BusFinding.Well, "back");
    }

    [TestMethod]
    public void One_refused_announcement_may_be_a_ghost()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.RefusedId = 0x1234;
        _line.Add(Evidence.Refused, 1);
        _line.AnswerUntil(31000, 1);
        _line.Expect(BusFinding.Well, "one");
        _line.Add(Evidence.Refused, 1);
        _line.AnswerUntil(32000, 1);
        _line.Expect(BusFinding.TooManyConnectors, "two");
        Assert.AreEqual(0x1234, _line.Diagnosis.SubjectId);
        _line.AnswerUntil(80000, 1);
        _line.Expect(BusFinding.TooManyConnectors, "within the minute");
        _line.AnswerUntil(92000, 1);
        _line.Expect(BusFinding.Well, "a minute later");
    }

    [TestMethod]
    [DataRow((int)Evidence.Spoilt, BusDiagnosis.NoiseCount - 1, 1, (int)BusFinding.Well)]
    [DataRow((int)Evidence.Spoilt, BusDiagnosis.NoiseCount, 1, (int)BusFinding.Noise)]
    [DataRow((int)Evidence.Spoilt, 6, 194, (int)BusFinding.Noise)]
    [DataRow((int)Evidence.Spoilt, 6, 195, (int)BusFinding.Well)]
    [DataRow((int)Evidence.Missed, BusDiagnosis.MissedCount - 1, 1, (int)BusFinding.Well)]
    [DataRow((int)Evidence.Missed, BusDiagnosis.MissedCount, 1, (int)BusFinding.AnswersMissed)]
    [DataRow((int)Evidence.Missed, 10, 40, (int)BusFinding.AnswersMissed)]
    [DataRow((int)Evidence.Missed, 10, 41, (int)BusFinding.Well)]
    public void Poor_quality_is_a_number_and_a_share(int kind, int bad, int good, int finding)
    {
        _line.AnswerUntil(30000, 1);
        _line.VisitAt(90000);   // The window is empty again but for what follows.
        _line.Answer(good);
        _line.Add((Evidence)kind, bad);
        _line.VisitAt(90001);
        _line.Expect((BusFinding)finding, bad + " bad, " + good + " good");
    }

    [TestMethod]
    [DataRow(-1, (int)BusFinding.Well)]
    [DataRow(0, (int)BusFinding.Noise)]
    [DataRow(1, (int)BusFinding.Noise)]
    public void What_is_spoilt_while_connectors_answer_at_once_does_not_count(
        int offsetMs, int finding)
    {
        _line.VisitAt(1000);
        _line.Answer(10);
        _line.Add(Evidence.Spoilt, BusDiagnosis.NoiseCount);
        _line.VisitAt(1000 + SettleMs + offsetMs);
        _line.Expect((BusFinding)finding, "settled");
    }

    [TestMethod]
    public void Noise_stays_found_until_the_minute_is_nearly_clean()
    {
        _line.AnswerUntil(30000, 1);
        _line.Add(Evidence.Spoilt, 5);
        _line.AnswerUntil(31000, 1);
        _line.Expect(BusFinding.Noise, "five");
        _line.AnswerUntil(80000, 1);
        _line.Add(Evidence.Spoilt, 2);
        _line.AnswerUntil(130000, 1);
        _line.Expect(BusFinding.Noise, "two more");
        _line.AnswerUntil(141000, 1);
        _line.Expect(BusFinding.Well, "a minute after the last");
    }

    [TestMethod]
    public void What_was_missed_during_a_trouble_that_is_over_is_forgotten()
    {
        _line.AnswerUntil(30000, 1);
        _line.Add(Evidence.Missed, 20);
        _line.Facts.SilentId = 1;
        _line.AnswerUntil(31000, 1);
        _line.Expect(BusFinding.ConnectorSilent, "the worse of two");
        _line.Facts.SilentId = 0;
        _line.AnswerUntil(32000, 1);
        _line.AnswerUntil(33000, 1);
        _line.Expect(BusFinding.Well, "mended");
    }

    [TestMethod]
    [DataRow(false, (int)BusFinding.Rival)]
    [DataRow(true, (int)BusFinding.RotarySwitch)]
    public void Another_controller_hides_all_else(bool isConnector, int finding)
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.Role = BusRole.StandingDown;
        _line.Facts.RivalId = 0xABC;
        _line.Facts.IsRivalConnector = isConnector;
        _line.Facts.SilentId = 1;
        _line.VisitAt(31000);
        _line.Expect((BusFinding)finding, "standing down");
        Assert.AreEqual(0xABC, _line.Diagnosis.SubjectId);
        _line.Facts.Role = BusRole.Listening;
        _line.VisitAt(91000);
        _line.Expect((BusFinding)finding, "listening for others");
        _line.Facts.Role = BusRole.Controlling;
        _line.VisitAt(93000);
        _line.Expect((BusFinding)finding, "the connectors are not back yet");
        _line.Facts.SilentId = 0;
        _line.Answer(1);
        _line.VisitAt(94000);
        _line.Expect(BusFinding.Well, "back");
    }

    [TestMethod]
    public void A_suspicion_that_passes_changes_nothing()
    {
        _line.AnswerUntil(30000, 1);
        _line.Facts.Role = BusRole.Listening;
        _line.VisitAt(31000);
        _line.Expect(BusFinding.Well, "in doubt");
        _line.Facts.Role = BusRole.Controlling;
        _line.VisitAt(33000);
        _line.Expect(BusFinding.Well, "no rival");
    }

    [TestMethod]
    public void Connectors_that_get_no_heartbeat_on_purpose_are_well()
    {
        _line.VisitAt(1000);
        _line.Facts.HasUnserved = true;
        _line.Add(Evidence.ForeignFrames, 1);
        _line.VisitAt(1000 + EvidenceMs);
        _line.Expect(BusFinding.Well, "announcements only");
    }

    [TestMethod]
    [DataRow(0, (int)BusFinding.NothingHeard)]
    [DataRow(1, (int)BusFinding.Well)]
    public void A_passive_box_asks_no_more_than_that_somebody_speaks(int frames, int finding)
    {
        _line.Facts.Role = BusRole.Passive;
        _line.VisitAt(1000);
        _line.Add(Evidence.ForeignFrames, frames);
        _line.VisitAt(1000 + EvidenceMs);
        _line.Expect((BusFinding)finding, "passive");
    }
}
