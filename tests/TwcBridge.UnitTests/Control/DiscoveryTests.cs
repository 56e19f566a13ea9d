using TwcBridge.Control;

namespace TwcBridge.UnitTests.Control;

[TestClass]
public class DiscoveryTests
{
    private const int Head = 0;
    private const int Limit = 1;
    private const int Enabled = 2;
    private const int Status = 3;
    private const int Events = 4;

    private const string Connector = "twcbridge_a1b2c3_1a2b";

    [TestMethod]
    public void Introduces_a_connector_as_part_of_the_box()
    {
        Assert.AreEqual(
            "{'dev':{'ids':'twcbridge_a1b2c3_1a2b','name':'Wall Connector 1a2b','mf':'Tesla',"
            + "'mdl':'Wall Connector Gen 2','sn':'A17I0039393','sw':'4.5.3',"
            + "'via_device':'twcbridge_a1b2c3'},'o':{'name':'TwcBridge','sw':'0.1.0'},"
            + "'stat_t':'twcbridge/a1b2c3/charger/1a2b/state',"
            + "'avty':[{'t':'twcbridge/a1b2c3/availability'},"
            + "{'t':'twcbridge/a1b2c3/charger/1a2b/availability'}],'avty_mode':'all','cmps':{",
            OfConnector(Head));
    }

    [TestMethod]
    public void Introduces_a_connector_that_has_told_nothing_yet()
    {
        ConnectorStatus connector = new ConnectorStatus { Id = 0x2B };
        string head = DiscoveryText.OfConnector(connector, Head);
        Assert.IsTrue(
            head.StartsWith(
                "{'dev':{'ids':'twcbridge_a1b2c3_002b','name':'Wall Connector 002b','mf':'Tesla',"
                + "'mdl':'Wall Connector Gen 2','via_device':'twcbridge_a1b2c3'},"),
            head);
    }

    [TestMethod]
    public void Introduces_the_box()
    {
        Assert.AreEqual(
            "{'dev':{'ids':'twcbridge_a1b2c3','name':'TwcBridge','mf':'TwcBridge',"
            + "'mdl':'Controller for Wall Connector Gen 2','sw':'0.1.0'},"
            + "'o':{'name':'TwcBridge','sw':'0.1.0'},'stat_t':'twcbridge/a1b2c3/state',"
            + "'avty':[{'t':'twcbridge/a1b2c3/availability'}],'avty_mode':'all','cmps':{",
            OfBox(Head));
    }

    [TestMethod]
    public void Sets_the_limit_without_an_end()
    {
        Assert.AreEqual(
            "'limit':{'p':'number','name':'Current limit','uniq_id':'twcbridge_a1b2c3_1a2b_limit',"
            + "'def_ent_id':'number.twcbridge_a1b2c3_1a2b_limit',"
            + "'cmd_t':'twcbridge/a1b2c3/charger/1a2b/set_amps',"
            + "'cmd_tpl':'{\\'amps\\':{{ value }},\\'ttl\\':0}',"
            + "'val_tpl':'{% set a = [value_json.requested_a, value_json.max_a] | min %}"
            + "{{ a if a >= 6.0 else none }}',"
            + "'min':6.0,'max':32.0,'step':1,'dev_cla':'current','unit_of_meas':'A'}",
            OfConnector(Limit));
        string ofSite = OfBox(Limit);
        Assert.IsTrue(ofSite.IndexOf("'cmd_t':'twcbridge/a1b2c3/set_amps'") > 0, ofSite);
        Assert.IsTrue(ofSite.IndexOf("value_json.site_limit_a] | min") > 0, ofSite);
        Assert.IsTrue(ofSite.IndexOf("'min':6.0,'max':32.0,") > 0, ofSite);
    }

    [TestMethod]
    [DataRow(600, 600)]
    [DataRow(600, 0)]
    [DataRow(0, 0)]
    public void Removes_a_limit_that_leaves_no_choice(int minCentiamps, int maxCentiamps)
    {
        ConnectorStatus connector = StatusSamples.Charging();
        connector.MinCentiamps = minCentiamps;
        connector.MaxCentiamps = maxCentiamps;
        Assert.AreEqual(
            "'limit':{'p':'number'}", DiscoveryText.OfConnector(connector, Limit));
    }

    [TestMethod]
    public void Switches_charging_on_and_off()
    {
        Assert.AreEqual(
            ",'enabled':{'p':'switch','name':'Charging allowed',"
            + "'uniq_id':'twcbridge_a1b2c3_1a2b_enabled',"
            + "'def_ent_id':'switch.twcbridge_a1b2c3_1a2b_enabled',"
            + "'cmd_t':'twcbridge/a1b2c3/charger/1a2b/enabled/set',"
            + "'val_tpl':'{{ 'ON' if value_json.enabled else 'OFF' }}'}",
            OfConnector(Enabled));
        string ofSite = OfBox(Enabled);
        Assert.IsTrue(ofSite.IndexOf("'cmd_t':'twcbridge/a1b2c3/enabled/set'") > 0, ofSite);
    }

    [TestMethod]
    [DataRow(8, "offered", "Offered current", "offered_a", "current", "A")]
    [DataRow(9, "drawn", "Drawn current", "drawn_a", "current", "A")]
    [DataRow(10, "accepted", "Accepted current", "accepted_a", "current", "A")]
    [DataRow(11, "power", "Power", "power_w", "power", "W")]
    [DataRow(12, "current_l1", "Current L1", "current_a[0]", "current", "A")]
    [DataRow(13, "current_l2", "Current L2", "current_a[1]", "current", "A")]
    [DataRow(14, "current_l3", "Current L3", "current_a[2]", "current", "A")]
    [DataRow(15, "voltage_l1", "Voltage L1", "voltage_v[0]", "voltage", "V")]
    [DataRow(16, "voltage_l2", "Voltage L2", "voltage_v[1]", "voltage", "V")]
    [DataRow(17, "voltage_l3", "Voltage L3", "voltage_v[2]", "voltage", "V")]
    public void Measures_with_unit_and_class(
        int piece, string key, string name, string path, string deviceClass, string unit)
    {
        Assert.AreEqual(
            Entity(key, "sensor", name, "{{ value_json." + path + " }}")
            + "'dev_cla':'" + deviceClass + "','unit_of_meas':'" + unit
            + "','stat_cla':'measurement','exp_aft':180}",
            OfConnector(piece));
    }

    [TestMethod]
    [DataRow(4, "plug", "Car connected", "connected", "plug")]
    [DataRow(5, "charging", "Charging", "charging", "battery_charging")]
    [DataRow(6, "fault", "Fault", "fault is not none", "problem")]
    [DataRow(7, "failsafe", "Fail-safe", "failsafe", "problem")]
    public void Tells_yes_from_no(
        int piece, string key, string name, string condition, string deviceClass)
    {
        string template = "{{ 'ON' if value_json." + condition + " else 'OFF' }}";
        Assert.AreEqual(
            Entity(key, "binary_sensor", name, template)
            + "'dev_cla':'" + deviceClass + "','exp_aft':180}",
            OfConnector(piece));
    }

    [TestMethod]
    [DataRow(5, "'uptime':", "uptime_s }}','dev_cla':'duration','unit_of_meas':'s',")]
    [DataRow(6, "'bus_errors':", "bus.frames_bad }}','stat_cla':'total_increasing',")]
    [DataRow(7, "'answers_missed':", "bus.answers_missed }}','stat_cla':'total_increasing',")]
    [DataRow(8, "'mqtt_reconnects':", "mqtt_reconnects }}','stat_cla':'total_increasing',")]
    [DataRow(9, "'heartbeat_jitter':",
        "bus.heartbeat_jitter_ms }}','dev_cla':'duration','unit_of_meas':'ms',")]
    [DataRow(10, "'free_memory':", "heap_free_bytes }}','dev_cla':'data_size',")]
    [DataRow(11, "'wifi_signal':", "wifi_rssi_dbm }}','dev_cla':'signal_strength',")]
    public void Diagnoses_the_box(int piece, string key, string value)
    {
        string written = OfBox(piece);
        Assert.AreEqual(1, written.IndexOf(key), written);
        Assert.IsTrue(written.IndexOf("'val_tpl':'{{ value_json." + value) > 0, written);
        Assert.IsTrue(written.EndsWith(",'exp_aft':180,'ent_cat':'diagnostic'}"), written);
    }

    [TestMethod]
    [DataRow(18, "energy", "Energy", "energy_kwh")]
    [DataRow(19, "session_energy", "Session energy", "session.kwh")]
    public void Counts_energy(int piece, string key, string name, string path)
    {
        Assert.AreEqual(
            Entity(key, "sensor", name, "{{ value_json." + path + " }}")
            + "'dev_cla':'energy','unit_of_meas':'kWh','stat_cla':'total_increasing',"
            + "'exp_aft':180}",
            OfConnector(piece));
    }

    [TestMethod]
    public void Tells_the_vin_only_where_the_owner_wants_it()
    {
        Assert.AreEqual(",'vin':{'p':'sensor'}", OfConnector(20));
        ConnectorStatus connector = StatusSamples.Charging();
        connector.TellsVin = true;
        Assert.AreEqual(
            Entity("vin", "sensor", "VIN", "{{ value_json.vin }}") + "'exp_aft':180}",
            DiscoveryText.OfConnector(connector, 20));
    }

    [TestMethod]
    [DataRow(12, "'mode':{'p':'select',", "'ops':['auto','manual','off']}")]
    [DataRow(13, "'boost':{'p':'switch',",
        "'pl_on':'{\\'amps\\':32.0,\\'minutes\\':60}','pl_off':'0','stat_on':'ON','stat_off':'OFF',"
        + "'val_tpl':'{{ 'OFF' if value_json.boost_a is none else 'ON' }}'}")]
    [DataRow(14, "'restart':{'p':'button',",
        "'cmd_t':'twcbridge/a1b2c3/cmd','pl_prs':'restart','dev_cla':'restart',"
        + "'ent_cat':'config'}")]
    public void Orders_the_site(int piece, string start, string end)
    {
        string written = OfBox(piece);
        Assert.AreEqual(1, written.IndexOf(start), written);
        Assert.IsTrue(written.EndsWith(end), written);
    }

    [TestMethod]
    public void Removes_what_the_platform_does_not_tell()
    {
        BoxFacts facts = new BoxFacts { BoxId = "a1b2c3" };
        BoxStatus box = StatusSamples.Box();
        Assert.AreEqual(
            ",'free_memory':{'p':'sensor'}", DiscoveryText.OfBox(box, facts, 10));
        Assert.AreEqual(
            ",'wifi_signal':{'p':'sensor'}", DiscoveryText.OfBox(box, facts, 11));
    }

    [TestMethod]
    public void Lists_every_word_of_a_status()
    {
        string options = OfConnector(Status);
        ConnectorStatus connector = StatusSamples.Charging();
        for (int state = ConnectorStatus.Unknown; state <= 0xFF; state++)
        {
            connector.ChargerState = state;
            string word = "'" + StatusWriter.StatusText(connector) + "'";
            Assert.IsTrue(options.IndexOf(word) > 0, word);
        }
        connector.Linked = false;
        Assert.IsTrue(options.IndexOf("'" + StatusWriter.StatusText(connector) + "'") > 0);
    }

    [TestMethod]
    public void Lists_every_kind_of_event()
    {
        string events = OfBox(Events);
        Assert.IsTrue(events.IndexOf("'stat_t':'twcbridge/a1b2c3/event'") > 0, events);
        for (int kind = 0; kind < EventWriter.KindCount; kind++)
        {
            string word = "'" + StatusCodes.Of((BoxEventKind)kind) + "'";
            Assert.IsTrue(events.IndexOf(word) > 0, word);
        }
    }

    [TestMethod]
    public void Makes_an_entity_id_of_any_name_of_a_box()
    {
        BoxFacts facts = new BoxFacts { BoxId = "My-Box_1" };
        string written = DiscoveryText.OfBox(StatusSamples.Box(), facts, Enabled);
        Assert.IsTrue(written.IndexOf("'uniq_id':'twcbridge_My-Box_1_enabled'") > 0, written);
        Assert.IsTrue(
            written.IndexOf("'def_ent_id':'switch.twcbridge_my_box_1_enabled'") > 0, written);
    }

    [TestMethod]
    public void Has_room_for_the_longest_names()
    {
        ConnectorStatus connector = StatusSamples.Charging();
        connector.Id = 0xFFFF;
        connector.MinCentiamps = 65534;
        connector.MaxCentiamps = 65535;
        int[] version = { 255, 255, 255, 255 };
        version.CopyTo(connector.Version, 0);
        string longest = TestText.Repeat("x", BoxFacts.MaxTextLength);
        BoxFacts facts = StatusSamples.Facts();
        facts.BoxId = longest;
        facts.FirmwareVersion = longest;
        ByteWriter output = new ByteWriter(Discovery.MaxPieceBytes);
        byte[] baseTopic = TestText.Bytes(TestText.Repeat("b", 48));
        Discovery discovery = new Discovery(
            baseTopic, facts, output, new ByteWriter(Discovery.MaxTopicLength));

        discovery.PointAt(connector);
        DiscoveryText.Pieces(discovery, output);

        ByteWriter topic = new ByteWriter(Discovery.MaxTopicLength);
        discovery.WriteTopic(topic, TestText.Bytes(longest));
        Assert.AreEqual(
            longest + "/device/twcbridge_" + longest + "_ffff/config", TestText.Row(topic));

        discovery.PointAtBox(StatusSamples.Box());
        DiscoveryText.Pieces(discovery, output);
    }

    private static string Entity(string key, string platform, string name, string template)
    {
        return ",'" + key + "':{'p':'" + platform + "','name':'" + name + "','uniq_id':'"
            + Connector + "_" + key + "','def_ent_id':'" + platform + "." + Connector + "_" + key
            + "','val_tpl':'" + template + "',";
    }

    private static string OfConnector(int piece)
    {
        return DiscoveryText.OfConnector(StatusSamples.Charging(), piece);
    }

    private static string OfBox(int piece)
    {
        return DiscoveryText.OfBox(StatusSamples.Box(), StatusSamples.Facts(), piece);
    }
}
