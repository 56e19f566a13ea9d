using System;
using System.CommandLine;
using System.IO;
using System.Text;
using TwcBridge.Cli.Decoding;
using TwcBridge.Messages;
using TwcBridge.VirtualDevice.Captures;
using TwcBridge.Wire;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge decode: frames in hex to lines that people, or programs, can read.</summary>
internal sealed class DecodeCommand : Command, IHasExamples
{
    private const string StandardInput = "-";

    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A capture, hex text or a JSON file of vectors; - reads standard input.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "One JSON object a line instead of an annotated capture.",
    };

    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Exit code 5 when a frame was refused. Without it that is no failure.",
    };

    public DecodeCommand()
        : base("decode", "Shows what the frames in a capture mean, and why some are refused.")
    {
        // Otherwise a mistyped option would be taken for the name of a file.
        _file.Validators.Add(result =>
        {
            string word = result.Tokens[0].Value;
            if (word.StartsWith('-') && word != StandardInput)
            {
                result.AddError($"Unrecognized option '{word}'.");
            }
        });
        Arguments.Add(_file);
        Options.Add(_json);
        Options.Add(_strict);
        SetAction(result => (int)Run(result));
    }

    public string[] Examples =>
    [
        "twcbridge decode capture.txt",
        "twcbridge decode --json --strict capture.txt",
        "echo C0 FC E1 77 77 77 00 00 00 00 00 00 00 00 46 C0 | twcbridge decode -",
    ];

    private ExitCode Run(ParseResult arguments)
    {
        using TextReader input = Open(arguments.GetRequiredValue(_file));
        IFrameOutput output = arguments.GetValue(_json)
            ? new JsonOutput(Console.Out)
            : new AnnotatedOutput(Console.Out);
        DecodeTally tally = Decode(input, output);
        output.Finish(tally);
        return tally.RefusedCount > 0 && arguments.GetValue(_strict)
            ? ExitCode.BadInput
            : ExitCode.Ok;
    }

    private static DecodeTally Decode(TextReader input, IFrameOutput output)
    {
        CaptureDecoder decoder = new();
        Message message = new();
        int decodedCount = 0;
        int refusedCount = 0;
        foreach (CapturedFrame frame in decoder.Decode(CaptureReader.Read(input)))
        {
            MessageStatus status = MessageStatus.UnknownPair;
            if (frame.Status == DecodeStatus.Frame)
            {
                status = message.Point(frame.Body, frame.Body.Length);
            }
            if (status == MessageStatus.Accepted)
            {
                output.WriteMessage(frame, message);
                decodedCount++;
            }
            else
            {
                output.WriteRefused(frame, status);
                refusedCount++;
            }
        }
        return new DecodeTally(decodedCount, refusedCount, decoder.NoiseByteCount);
    }

    private static TextReader Open(string file)
    {
        return file == StandardInput ? Console.In : new StreamReader(file, Encoding.UTF8);
    }
}
