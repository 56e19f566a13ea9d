using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using TwcBridge.SystemTests.Rules;

namespace TwcBridge.SystemTests.Firmware;

[TestClass]
public sealed class NfTargetsTests
{
    private static readonly string[] PinNames = ["tx", "rx", "de", "led", "button", "watchdog"];

    /// <summary>The start of the application in flash, by chip (NANOFRAMEWORK 6).</summary>
    private static readonly (string TargetStart, string Address)[] DeployAddresses =
    [
        ("ESP32_S3", "0x1B0000"), ("ESP32_C3", "0x1B0000"), ("ESP32", "0x1E0000"),
    ];

    /// <summary>Pins that a chip keeps to itself: flash, USB or the console.</summary>
    private static readonly (string TargetStart, int[] Pins)[] Taken =
    [
        ("ESP32_S3", [19, 20, 26, 27, 28, 29, 30, 31, 32, 35, 36, 37, 43, 44]),
        ("ESP32_C3", [11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]),
        ("ESP32", [1, 3, 6, 7, 8, 9, 10, 11]),
    ];

    [TestMethod]
    public void Follows_its_schema()
    {
        Expect.Nothing(JsonSchema.Problems(NfTargets.Schema, NfTargets.Document, "$"));
    }

    [TestMethod]
    [DataRow("""{"clr":1}""", "$: boards is missing")]
    [DataRow("""{"clr":{},"boards":[],"colour":1}""", "$: colour is not known")]
    [DataRow("""{"clr":{},"boards":[]}""", "$.boards: minItems 1 is not met by []")]
    [DataRow("""{"clr":{"imagesSince":"today"},"boards":[]}""",
        "$.clr.imagesSince: pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$ is not met by today")]
    [DataRow("""{"clr":{"nativeAssemblies":{"System.Net":1}},"boards":[]}""",
        "$.clr.nativeAssemblies.System.Net: type string is not met by 1")]
    [DataRow("""{"clr":{},"boards":[{"serialPort":"COM1"}]}""",
        "$.boards[0].serialPort: enum [\"COM2\", \"COM3\"] is not met by COM1")]
    [DataRow("""{"clr":{},"boards":[{"pins":{"tx":49,"led":null}}]}""",
        "$.boards[0].pins.tx: maximum 48 is not met by 49")]
    public void The_schema_refuses(string document, string problem)
    {
        JsonElement value = JsonDocument.Parse(document).RootElement;
        CollectionAssert.Contains(
            JsonSchema.Problems(NfTargets.Schema, value, "$").ToArray(), problem);
    }

    [TestMethod]
    public void Every_board_has_its_own_id()
    {
        CollectionAssert.AllItemsAreUnique(
            NfTargets.Boards.Select(board => NfTargets.Text(board, "id")).ToArray());
    }

    [TestMethod]
    public void Boards_that_share_an_image_share_all_that_the_firmware_reads()
    {
        Expect.Nothing(NfTargets.Boards.GroupBy(board => NfTargets.Text(board, "target"))
            .Where(boards => boards.Select(BoardTableSource.Values).Distinct().Count() > 1)
            .Select(boards => boards.Key));
    }

    [TestMethod]
    public void No_pin_has_two_jobs_and_none_is_the_chips_own()
    {
        Expect.Nothing(NfTargets.Boards.SelectMany(board =>
        {
            int[] pins = PinNames.Select(name => NfTargets.Pin(board, name))
                .OfType<int>().ToArray();
            IEnumerable<int> taken = pins.Intersect(Of(Taken, board));
            return pins.GroupBy(pin => pin).Where(jobs => jobs.Count() > 1)
                .Select(jobs => jobs.Key).Concat(taken)
                .Select(pin => $"{NfTargets.Text(board, "id")}: {pin}");
        }));
    }

    [TestMethod]
    public void The_classic_chip_gets_no_output_on_a_pin_that_can_only_listen()
    {
        string[] outputs = ["tx", "de", "led", "watchdog"];
        Expect.Nothing(NfTargets.Boards
            .Where(board => Of(DeployAddresses, board) == "0x1E0000")
            .SelectMany(board => outputs.Where(name => NfTargets.Pin(board, name) >= 34)
                .Select(name => $"{NfTargets.Text(board, "id")}: {name}")));
    }

    [TestMethod]
    public void Every_board_starts_its_application_where_its_chip_expects_it()
    {
        Expect.Nothing(NfTargets.Boards
            .Where(board => NfTargets.Text(board, "deployAddress") != Of(DeployAddresses, board))
            .Select(board => NfTargets.Text(board, "id")));
    }

    [TestMethod]
    public void Who_needs_a_direction_pin_has_one()
    {
        Expect.Nothing(NfTargets.Boards
            .Where(board => NfTargets.Text(board, "direction") == "auto"
                != (NfTargets.Pin(board, "de") == null))
            .Select(board => NfTargets.Text(board, "id")));
    }

    private static T Of<T>((string TargetStart, T Value)[] table, JsonElement board)
    {
        return table.First(row => NfTargets.Text(board, "target").StartsWith(row.TargetStart))
            .Value;
    }
}
