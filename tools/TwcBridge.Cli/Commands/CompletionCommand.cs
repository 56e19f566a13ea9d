using System;
using System.CommandLine;
using TwcBridge.Cli.Completing;

namespace TwcBridge.Cli.Commands;

/// <summary>twcbridge completion: the script by which a shell completes command lines.</summary>
internal sealed class CompletionCommand : Command, IHasExamples
{
    private readonly Argument<string> _shell = new("SHELL")
    {
        Description = $"One of {string.Join(", ", CompletionScripts.Shells)}.",
    };

    public CompletionCommand()
        : base("completion", "Prints the script by which a shell completes command lines.")
    {
        _shell.AcceptOnlyFromAmong([.. CompletionScripts.Shells]);
        Arguments.Add(_shell);
        SetAction(arguments =>
        {
            Console.Out.Write(CompletionScripts.For(arguments.GetRequiredValue(_shell)) + "\n");
            return (int)ExitCode.Ok;
        });
    }

    public string[] Examples =>
    [
        "source <(twcbridge completion bash)",
        "twcbridge completion fish > ~/.config/fish/completions/twcbridge.fish",
        "twcbridge completion pwsh | Out-String | Invoke-Expression",
    ];
}
