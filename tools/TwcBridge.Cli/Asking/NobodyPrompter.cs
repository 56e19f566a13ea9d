using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Asking;

/// <summary>For --yes: says yes, takes what is proposed, and refuses what only a person knows.
/// </summary>
internal sealed class NobodyPrompter : IPrompter
{
    public string Ask(Question question)
    {
        string answer = question.Default ?? throw new RunException(ExitCode.Usage,
            $"with --yes nobody is asked: {question.Text}. Give it with {question.Option}.");
        return question.Fault(answer) is string fault
            ? throw new RunException(ExitCode.Usage, $"{question.Option}: {fault}.")
            : answer;
    }

    public bool Confirm(string text, string option)
    {
        return true;
    }

    public int Choose(string text, string option, string[] choices)
    {
        return choices.Length == 1
            ? 0
            : throw new RunException(ExitCode.Usage,
                $"with --yes nobody is asked: {text}: {string.Join(", ", choices)}. Give it with "
                + $"{option}.");
    }
}
