using System;
using System.IO;
using Spectre.Console;

namespace TwcBridge.Cli.Output;

/// <summary>Shows steps of work that take their time: what is being done, the last that was heard
/// of it, and what came of it.</summary>
internal sealed class StepView
{
    private readonly IAnsiConsole _console;
    private readonly TextWriter _text;
    private readonly Paint _paint = new(ColorChoice.Auto);
    private readonly bool _isTerminal;

    /// <param name="text">Where lines go when there is no terminal.</param>
    public StepView(IAnsiConsole console, TextWriter text)
    {
        _console = console;
        _text = text;
        _isTerminal = !Console.IsOutputRedirected && text == Console.Out;
    }

    /// <param name="work">Is given somebody to tell what it hears, and returns what came of it.
    /// </param>
    public void Run(string title, Func<Action<string>, string> work)
    {
        string result = _isTerminal ? Spin(title, work) : Print(title, work);
        Tell(Ink.Good, result.Length == 0 ? $"  ok  {title}" : $"  ok  {title}: {result}");
    }

    public void Tell(Ink ink, string line)
    {
        _text.WriteLine(_paint.Of(ink, line));
        _text.Flush();
    }

    public void Tell(string line)
    {
        Tell(Ink.Plain, line);
    }

    private string Spin(string title, Func<Action<string>, string> work)
    {
        return _console.Status().Start(Markup.Escape(title), status => work(line =>
        {
            if (line.Trim().Length > 0)
            {
                status.Status($"{Markup.Escape(title)}  [grey]{Markup.Escape(line.Trim())}[/]");
            }
        }));
    }

    private string Print(string title, Func<Action<string>, string> work)
    {
        Tell(Ink.Faint, $"  ..  {title}");
        return work(_ => { });
    }
}
