using System.Linq;
using Spectre.Console;

namespace TwcBridge.Cli.Asking;

/// <summary>Asks somebody at a terminal.</summary>
internal sealed class TerminalPrompter : IPrompter
{
    private readonly IAnsiConsole _console;

    public TerminalPrompter(IAnsiConsole console)
    {
        _console = console;
    }

    public string Ask(Question question)
    {
        TextPrompt<string> prompt = new($"{Markup.Escape(question.Text)}?")
        {
            AllowEmpty = question.Default != null,
            IsSecret = question.IsSecret,
            Validator = answer => question.Fault(AnswerTo(question, answer)) is string fault
                ? ValidationResult.Error(Markup.Escape(fault))
                : ValidationResult.Success(),
        };
        if (question.Default is { Length: > 0 } known && !question.IsSecret)
        {
            prompt.DefaultValue(known);
        }
        return AnswerTo(question, _console.Prompt(prompt));
    }

    public bool Confirm(string text, string option)
    {
        return _console.Prompt(new ConfirmationPrompt(Markup.Escape(text))
        {
            DefaultValue = false,
        });
    }

    public int Choose(string text, string option, string[] choices)
    {
        SelectionPrompt<int> prompt = new()
        {
            Title = Markup.Escape(text),
            Converter = index => Markup.Escape(choices[index]),
        };
        prompt.AddChoices(Enumerable.Range(0, choices.Length));
        return _console.Prompt(prompt);
    }

    private static string AnswerTo(Question question, string answer)
    {
        return answer.Length == 0 ? question.Default ?? "" : answer;
    }
}
