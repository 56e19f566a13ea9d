using System;
using System.Globalization;
using System.IO;
using System.Linq;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Asking;

/// <summary>Takes answers from lines, one for each question, where there is no terminal: a pipe, or
/// a program in front. An empty line takes what is proposed.</summary>
internal sealed class LinePrompter : IPrompter
{
    private readonly TextReader _input;
    private readonly TextWriter _output;

    public LinePrompter(TextReader input, TextWriter output)
    {
        _input = input;
        _output = output;
    }

    public string Ask(Question question)
    {
        string proposal = question.Default is { Length: > 0 } known && !question.IsSecret
            ? $" [{known}]"
            : "";
        while (true)
        {
            string line = Next($"{question.Text}{proposal}?", question.Option);
            string? answer = line.Length > 0 ? line : question.Default;
            string? fault = answer == null ? "there must be an answer" : question.Fault(answer);
            if (fault == null)
            {
                return answer!;
            }
            _output.WriteLine($"  {fault}");
        }
    }

    public bool Confirm(string text, string option)
    {
        while (true)
        {
            switch (Next($"{text} [y/n]", option).ToLowerInvariant())
            {
                case "y" or "yes":
                    return true;
                case "n" or "no":
                    return false;
                default:
                    _output.WriteLine("  y or n");
                    break;
            }
        }
    }

    public int Choose(string text, string option, string[] choices)
    {
        foreach ((int index, string choice) in choices.Index())
        {
            _output.WriteLine($"  {index + 1}  {choice}");
        }
        while (true)
        {
            string line = Next($"{text} [1]?", option);
            if (line.Length == 0)
            {
                return 0;
            }
            if (int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                && number >= 1 && number <= choices.Length)
            {
                return number - 1;
            }
            _output.WriteLine($"  1 to {choices.Length}");
        }
    }

    private string Next(string text, string option)
    {
        _output.WriteLine(text);
        _output.Flush();
        return _input.ReadLine()?.Trim() ?? throw new RunException(ExitCode.Stopped,
            $"nobody answers \"{text}\". Give it with {option}, or start this at a terminal.");
    }
}
