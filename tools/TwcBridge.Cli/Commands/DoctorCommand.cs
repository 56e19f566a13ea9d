using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using TwcBridge.Cli.Boxes;
using TwcBridge.Cli.Diagnosing;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Simulation;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge doctor: everything that can be wrong, in order, each with what to do.
/// </summary>
internal sealed class DoctorCommand : Command, IHasExamples
{
    private const int DefaultSeconds = 30;

    private readonly HostArguments _box = new();
    private readonly Option<int?> _seconds = Duration.Option();

    private readonly Option<string> _serial = new("--serial")
    {
        HelpName = "DEVICE",
        Description = "An RS-485 adapter of this machine. It is listened to; nothing is sent.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object.",
    };

    public DoctorCommand()
        : base("doctor", "Looks at everything that can be wrong, and says what to do.")
    {
        _box.AddTo(this);
        Options.Add(_serial);
        _seconds.Description =
            $"How long --serial listens; {DefaultSeconds} if not given. Less may be too early.";
        Options.Add(_seconds);
        Options.Add(_json);
        Validators.Add(command =>
        {
            if (command.GetResult(_box.Host) == null && command.GetResult(_serial) == null)
            {
                command.AddError("Name what to look at: --host ADDRESS, --serial DEVICE, or both.");
            }
        });
        SetAction(arguments => (int)Run(arguments));
    }

    public string[] Examples =>
    [
        "twcbridge doctor --host 192.168.1.20",
        "twcbridge doctor --serial /dev/ttyUSB0",
        "twcbridge doctor --host 192.168.1.20 --json",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        bool isJson = arguments.GetValue(_json);
        Paint paint = new(ColorChoice.Auto);
        List<Finding> findings = [];
        foreach (Finding finding in Examine(arguments))
        {
            findings.Add(finding);
            if (!isJson)
            {
                Show(finding, paint);
            }
        }
        int wrongCount = findings.Count(finding => finding.Verdict == Verdict.Wrong);
        if (isJson)
        {
            WriteJson(findings, wrongCount == 0);
        }
        else
        {
            Console.Out.WriteLine(wrongCount == 0
                ? "Nothing is wrong."
                : $"{wrongCount} of {findings.Count} wrong. Begin with the first.");
        }
        return wrongCount == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private IEnumerable<Finding> Examine(ParseResult arguments)
    {
        using StopSignal stop = new();
        if (arguments.GetValue(_serial) is string device)
        {
            int seconds = arguments.GetValue(_seconds) ?? DefaultSeconds;
            foreach (Finding finding in LineDoctor.Examine(device, seconds, stop.Token))
            {
                yield return finding;
            }
        }
        using BoxClient? box = _box.Open(arguments);
        if (box == null)
        {
            yield break;
        }
        foreach (Finding finding in new BoxDoctor(box).Examine())
        {
            yield return finding;
        }
    }

    private static void Show(Finding finding, Paint paint)
    {
        (string mark, Ink ink) = finding.Verdict switch
        {
            Verdict.Fine => ("ok", Ink.Good),
            Verdict.Doubtful => ("??", Ink.Notable),
            Verdict.Wrong => ("!!", Ink.Bad),
            _ => ("--", Ink.Faint),
        };
        Console.Out.WriteLine(
            paint.Of(ink, $"  {mark}  {finding.Subject,-14}  {finding.Text}"));
        if (finding.Advice.Length > 0)
        {
            Console.Out.WriteLine($"      {"",-14}  {finding.Advice}");
        }
        Console.Out.Flush();
    }

    private static void WriteJson(List<Finding> findings, bool isGood)
    {
        JsonLine.Write(Console.Out, json =>
        {
            json.WriteBoolean("ok", isGood);
            json.WriteStartArray("findings");
            foreach (Finding finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("subject", finding.Subject);
                json.WriteString("verdict", JsonLine.CamelCase(finding.Verdict.ToString()));
                json.WriteString("text", finding.Text);
                json.WriteString("advice", finding.Advice);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }
}
