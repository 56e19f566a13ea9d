using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using TwcBridge.Bus;
using TwcBridge.Charging;
using TwcBridge.Control;
using TwcBridge.Diagnostics;
using TwcBridge.Http;
using TwcBridge.SystemTests.Cli;

namespace TwcBridge.SystemTests.Docs;

/// <summary>The references under docs/ name everything that a program can meet.</summary>
[TestClass]
public sealed class InterfaceTests
{
    private static readonly Document Mqtt = new("docs/mqtt.md");
    private static readonly Document Http = new("docs/http.md");

    [TestMethod]
    public void Every_answer_code_has_a_row()
    {
        ExpectRows(Mqtt,
        [
            .. Enum.GetValues<ParseStatus>().Select(AnswerCode.Of),
            .. Enum.GetValues<CommandCode>().Select(AnswerCode.Of),
        ]);
    }

    [TestMethod]
    public void Every_word_of_a_state_is_told()
    {
        ExpectTold(Mqtt,
        [
            .. Enum.GetValues<ConnectorFault>().Select(StatusCodes.Of).OfType<string>(),
            .. Enum.GetValues<ClaimSource>().Select(StatusCodes.Of),
            .. Enum.GetValues<BusRole>().Select(StatusCodes.Of),
        ]);
        ExpectTold(Http, Enum.GetValues<FrameFate>().Select(BusWords.Of));
    }

    [TestMethod]
    public void Every_event_counter_and_timing_has_a_row()
    {
        ExpectRows(Mqtt, Enum.GetValues<BoxEventKind>().Select(StatusCodes.Of));
        ExpectRows(Http, Enum.GetValues<BusCount>().Select(BusWords.Of));
        ExpectRows(Http, Enum.GetValues<TimingKind>().Select(TimingWriter.NameOf));
    }

    [TestMethod]
    public void Every_diagnosis_has_a_heading()
    {
        string text = new Document("docs/troubleshooting.md").Text;
        foreach (string code in Enum.GetValues<BusFinding>().Select(DiagnosisWords.CodeOf))
        {
            Assert.Contains($"\n## {code}\n", text);
        }
    }

    [TestMethod]
    public void Every_key_of_a_state_has_a_row()
    {
        ExpectRows(Mqtt, KeysOf(json =>
            StatusWriter.WriteBox(json, new BoxStatus(), new BoxFacts())));
        ExpectRows(Mqtt, KeysOf(json =>
            StatusWriter.WriteConnector(json, new ConnectorStatus(), 0)));
    }

    [TestMethod]
    public void Every_path_has_a_row()
    {
        ExpectRows(Http, Enum.GetValues<Route>().Skip(1).Select(Surface.PathOf));
    }

    [TestMethod]
    public void Every_refusal_of_a_request_has_a_row_with_its_status()
    {
        foreach (HttpProblem problem in Enum.GetValues<HttpProblem>().Skip(1))
        {
            string code = HttpProblems.CodeOf(problem);
            string[] row = Http.Rows().Single(cells => cells[0] == $"`{code}`");
            Assert.AreEqual($"{HttpProblems.StatusOf(problem)}", row[1], code);
        }
    }

    [TestMethod]
    [DataRow("setup")]
    [DataRow("discover")]
    [DataRow("doctor")]
    [DataRow("flash")]
    [DataRow("verify")]
    [DataRow("backup")]
    [DataRow("configure")]
    [DataRow("run")]
    [DataRow("simulate")]
    [DataRow("monitor")]
    [DataRow("decode")]
    public void Every_option_has_a_row(string command)
    {
        string help = CliRun.Of(command, "--help").Output;
        ExpectRows(
            new Document("docs/cli.md"),
            Regex.Matches(help, "^  (--[a-z-]+)", RegexOptions.Multiline)
                .Select(option => option.Groups[1].Value));
    }

    private static List<string> KeysOf(Action<JsonWriter> write)
    {
        ByteWriter output = new(StatusWriter.MaxBoxBytes);
        write(new JsonWriter(output));
        using JsonDocument state = JsonDocument.Parse(
            Encoding.UTF8.GetString(output.Buffer, 0, output.Length));
        List<string> keys = [];
        foreach (JsonProperty property in state.RootElement.EnumerateObject())
        {
            keys.Add(property.Name);
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                keys.AddRange(property.Value.EnumerateObject()
                    .Select(inner => $"{property.Name}.{inner.Name}"));
            }
        }
        return keys;
    }

    /// <summary>A row is about the words in code type of its first cell.</summary>
    private static void ExpectRows(Document document, IEnumerable<string> words)
    {
        HashSet<string> subjects = document.Rows()
            .SelectMany(cells => Regex.Matches(cells[0], "`([^`]+)`"))
            .Select(word => word.Groups[1].Value.Split(' ')[0])
            .ToHashSet();
        foreach (string word in words)
        {
            Assert.Contains(word, subjects, $"{document.Name} has no row for {word}");
        }
    }

    private static void ExpectTold(Document document, IEnumerable<string> words)
    {
        foreach (string word in words)
        {
            Assert.Contains($"`{word}`", document.Text, $"{document.Name} does not tell {word}");
        }
    }
}
