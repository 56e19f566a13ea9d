using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class StatusWriterTests
{
    private const int Unknown = ConnectorStatus.Unknown;
    private const int BeyondStates = 0x100;

    [TestMethod]
    public void Writes_all_that_is_known_of_a_connector()
    {
        ByteWriter output = new ByteWriter(StatusWriter.MaxConnectorBytes);
        StatusWriter.WriteConnector(new JsonWriter(output), StatusSamples.Charging(), 1795190400);
        Assert.AreEqual(
            "{'v':1,'ts':1795190400,'id':'1a2b','status':'C','status_text':'charging',"
            + "'twc_state':1,'connected':true,'charging':true,'enabled':true,'priority':5,"
            + "'requested_a':13.0,'offered_a':13.0,'accepted_a':13.0,'drawn_a':12.85,"
            + "'min_a':6.0,'max_a':32.0,'source':'command','lease_s':87,'failsafe':false,"
            + "'current_a':[12.5,12.5,13.0],'voltage_v':[231,230,232],'power_w':8779,"
            + "'session':{'kwh':null,'minutes':null},'energy_kwh':null,'vin':null,"
            + "'serial':'A17I0039393','version':'4.5.3','fault':null,'rx_age_ms':640}",
            TestText.Row(output));
    }

    [TestMethod]
    public void Writes_null_for_all_that_is_not_known()
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Id = 0x2B;
        ByteWriter output = new ByteWriter(StatusWriter.MaxConnectorBytes);
        StatusWriter.WriteConnector(new JsonWriter(output), connector, 0);
        Assert.AreEqual(
            "{'v':1,'ts':0,'id':'002b','status':'F','status_text':'not answering',"
            + "'twc_state':null,'connected':false,'charging':false,'enabled':true,'priority':5,"
            + "'requested_a':0.0,'offered_a':0.0,'accepted_a':null,'drawn_a':null,"
            + "'min_a':0.0,'max_a':0.0,'source':'failsafe','lease_s':null,'failsafe':true,"
            + "'current_a':[null,null,null],'voltage_v':[null,null,null],'power_w':null,"
            + "'session':{'kwh':null,'minutes':null},'energy_kwh':null,'vin':null,"
            + "'serial':null,'version':null,'fault':null,'rx_age_ms':null}",
            TestText.Row(output));
    }

    [TestMethod]
    public void Shows_a_forbidden_car_that_charges_as_just_that()
    {
        ConnectorStatus connector = StatusSamples.Charging();
        connector.Enabled = false;
        string json = Connector(connector);
        Assert.IsTrue(json.IndexOf("'status':'C'") > 0, json);
        Assert.IsTrue(json.IndexOf("'charging':true,'enabled':false") > 0, json);
    }

    [TestMethod]
    [DataRow("5YJSA1E26HF000337", "'vin':'5YJSA1E26HF000337'")]
    [DataRow("5YJSA1E26HF000", "'vin':null")]
    public void Tells_a_vin_that_it_has_as_a_whole(string known, string expected)
    {
        ConnectorStatus connector = StatusSamples.Charging();
        byte[] vin = TestText.Bytes(known);
        System.Array.Copy(vin, connector.Vin, vin.Length);
        string json = Connector(connector);
        Assert.IsTrue(json.IndexOf(expected) > 0, json);
    }

    [TestMethod]
    [DataRow(1L, "'lease_s':1,")]
    [DataRow(1000L, "'lease_s':1,")]
    [DataRow(1001L, "'lease_s':2,")]
    [DataRow(0L, "'lease_s':0,")]
    [DataRow(-1L, "'lease_s':null,")]
    public void Shows_a_lease_as_0_only_when_nothing_is_left(long leaseLeftMs, string expected)
    {
        ConnectorStatus connector = StatusSamples.Charging();
        connector.LeaseLeftMs = leaseLeftMs;
        string json = Connector(connector);
        Assert.IsTrue(json.IndexOf(expected) > 0, json);
    }

    [TestMethod]
    [DataRow(false, 1, true, true, 0, "F")]
    [DataRow(true, 1, true, true, 0, "C")]
    [DataRow(true, 4, true, false, 0, "B")]
    [DataRow(true, 0, false, false, 0, "A")]
    [DataRow(true, Unknown, false, false, 0, "A")]
    [DataRow(true, Unknown, true, false, 0, "B")]
    [DataRow(true, Unknown, true, true, 0, "C")]
    [DataRow(true, 2, true, false, (int)ConnectorFault.ReportsError, "F")]
    [DataRow(true, 1, true, true, (int)ConnectorFault.DrawsMoreThanOffered, "F")]
    [DataRow(true, 0, false, false, (int)ConnectorFault.SiteLimitTooSmall, "F")]
    public void Sums_a_connector_up_in_one_letter(
        bool linked, int state, bool connected, bool charging, int fault, string letter)
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Linked = linked;
        connector.ChargerState = state;
        connector.Connected = connected;
        connector.Charging = charging;
        connector.Fault = (ConnectorFault)fault;
        Assert.AreEqual(letter, StatusWriter.Letter(connector));
    }

    [TestMethod]
    [DataRow(true, 0x00, "ready")]
    [DataRow(true, 0x01, "charging")]
    [DataRow(true, 0x02, "error")]
    [DataRow(true, 0x03, "connected, not charging")]
    [DataRow(true, 0x04, "connected, waiting")]
    [DataRow(true, 0x05, "busy")]
    [DataRow(true, 0x08, "starting")]
    [DataRow(true, 0x0A, "adjusting")]
    [DataRow(true, 0x0F, "unknown state")]
    [DataRow(true, 0x09, "unknown state")]
    [DataRow(true, Unknown, "no state told yet")]
    [DataRow(false, 0x01, "not answering")]
    public void Says_the_connectors_own_state_in_words(bool linked, int state, string words)
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Charging = true;
        connector.Linked = linked;
        connector.ChargerState = state;
        Assert.AreEqual(words, StatusWriter.StatusText(connector));
    }

    [TestMethod]
    public void Does_not_call_it_charging_when_nothing_flows()
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.Linked = true;
        connector.ChargerState = 1;
        Assert.AreEqual("connected, not charging", StatusWriter.StatusText(connector));
    }

    [TestMethod]
    [DataRow(1250, 231, 1250, 230, 1300, 232, 8779)]
    [DataRow(1600, 230, 0, 0, 0, 0, 3680)]
    [DataRow(1600, 230, Unknown, 230, 1600, Unknown, 3680)]
    [DataRow(Unknown, 230, Unknown, 230, Unknown, 230, Unknown)]
    [DataRow(1600, Unknown, 1600, Unknown, 1600, Unknown, Unknown)]
    [DataRow(0, 230, 0, 230, 0, 230, 0)]
    [DataRow(1, 49, 0, 0, 0, 0, 0)]
    [DataRow(1, 50, 0, 0, 0, 0, 1)]
    [DataRow(65535, 65535, 65535, 65535, 65535, 65535, 128845087)]
    public void Adds_up_the_power_of_the_known_phases(
        int a1, int v1, int a2, int v2, int a3, int v3, int watts)
    {
        ConnectorStatus connector = new ConnectorStatus();
        connector.CurrentCentiamps[0] = a1;
        connector.CurrentCentiamps[1] = a2;
        connector.CurrentCentiamps[2] = a3;
        connector.Volts[0] = v1;
        connector.Volts[1] = v2;
        connector.Volts[2] = v3;
        Assert.AreEqual(watts, StatusWriter.PowerWatts(connector));
    }

    [TestMethod]
    public void Writes_the_state_of_the_box()
    {
        ByteWriter output = new ByteWriter(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new JsonWriter(output), StatusSamples.Box(), StatusSamples.Facts());
        Assert.AreEqual(
            "{'v':1,'ts':1795190400,'box':'a1b2c3','version':'0.1.0','uptime_s':3600,"
            + "'role':'controlling','rival':null,'diagnosis':{'code':'well',"
            + "'text':'The bus is well.','id':null},'enabled':true,'mode':'auto',"
            + "'stop_mode':'minimum','site_limit_a':32.0,"
            + "'requested_a':16.0,'offered_a':13.0,'drawn_a':12.85,"
            + "'source':'default','lease_s':null,'failsafe':false,"
            + "'boost_a':null,'boost_s':null,'chargers':['1a2b','002b'],"
            + "'bus':{'frames_received':1,'frames_sent':2,'frames_bad':3,'sends_refused':4,"
            + "'answers_missed':5,'connectors_lost':6,'heartbeat_jitter_ms':8},"
            + "'mqtt_connected':true,'mqtt_problem':null,'mqtt_reconnects':7,"
            + "'heap_free_bytes':65536,"
            + "'wifi_rssi_dbm':-67}",
            TestText.Row(output));
    }

    [TestMethod]
    public void Writes_the_state_of_a_box_that_knows_nothing_yet()
    {
        ByteWriter output = new ByteWriter(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new JsonWriter(output), new BoxStatus(), new BoxFacts());
        string json = TestText.Row(output);
        string[] parts =
        {
            "'ts':0,'box':'','version':'',", "'role':'listening','rival':null,",
            "'failsafe':true,'boost_a':null,'boost_s':null,'chargers':[],",
            "'heap_free_bytes':null,'wifi_rssi_dbm':null}",
        };
        foreach (string part in parts)
        {
            Assert.IsTrue(json.IndexOf(part) > 0, json);
        }
    }

    [TestMethod]
    public void Shows_a_boost_how_long_it_lasts_and_that_it_holds_the_limit()
    {
        BoxStatus status = StatusSamples.Box();
        status.Source = ClaimSource.Boost;
        status.BoostCentiamps = 3200;
        status.BoostLeftMs = 59_001;
        status.Mode = SiteMode.Manual;
        status.StopMode = StopMode.Vehicle;
        ByteWriter output = new ByteWriter(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new JsonWriter(output), status, StatusSamples.Facts());
        string json = TestText.Row(output);
        Assert.IsTrue(json.IndexOf("'source':'boost'") > 0, json);
        Assert.IsTrue(json.IndexOf("'boost_a':32.0,'boost_s':60,") > 0, json);
        Assert.IsTrue(json.IndexOf("'mode':'manual','stop_mode':'vehicle',") > 0, json);
    }

    [TestMethod]
    public void Names_the_rival_while_standing_down()
    {
        BoxStatus status = StatusSamples.Box();
        status.Role = BusRole.StandingDown;
        status.RivalId = 0xABC;
        ByteWriter output = new ByteWriter(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(new JsonWriter(output), status, StatusSamples.Facts());
        string json = TestText.Row(output);
        Assert.IsTrue(json.IndexOf("'role':'standing_down','rival':'0abc'") > 0, json);
    }

    [TestMethod]
    public void The_longest_connector_fits()
    {
        int longest = 0;
        for (int state = Unknown; state <= BeyondStates; state++)
        {
            for (ConnectorFault fault = 0; fault <= ConnectorFault.DrawsMoreThanOffered; fault++)
            {
                ConnectorStatus connector = StatusExtremes.Connector();
                connector.ChargerState = state == BeyondStates ? int.MinValue : state;
                connector.Linked = true;
                connector.Fault = fault;
                connector.Source = ClaimSource.Command;
                longest = Longer(longest, Connector(connector));
                connector.Source = ClaimSource.Failsafe;
                longest = Longer(longest, Connector(connector));
            }
        }
        Assert.IsTrue(longest > StatusWriter.MaxConnectorBytes * 3 / 4, longest.ToString());
    }

    [TestMethod]
    public void The_longest_box_fits()
    {
        ByteWriter output = new ByteWriter(StatusWriter.MaxBoxBytes);
        StatusWriter.WriteBox(
            new JsonWriter(output), StatusExtremes.Box(), StatusExtremes.Facts());
        int longest = TestText.Row(output).Length;
        Assert.IsTrue(longest > StatusWriter.MaxBoxBytes * 3 / 4, longest.ToString());
    }

    private static int Longer(int longest, string json)
    {
        return json.Length > longest ? json.Length : longest;
    }

    private static string Connector(ConnectorStatus connector)
    {
        ByteWriter output = new ByteWriter(StatusWriter.MaxConnectorBytes);
        StatusWriter.WriteConnector(new JsonWriter(output), connector, long.MinValue);
        return TestText.Row(output);
    }
}
