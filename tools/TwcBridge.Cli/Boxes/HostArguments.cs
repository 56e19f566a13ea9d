using System;
using System.CommandLine;
using System.IO;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Boxes;

/// <summary>The options that name a box, for every command that talks to one.</summary>
internal sealed class HostArguments
{
    private const string Variable = "TWCBRIDGE_PASSWORD";

    private readonly Option<string> _host = new("--host")
    {
        HelpName = "ADDRESS",
        Description = $"The box: {BoxAddress.Example}.",
    };

    private readonly Option<string> _passwordFile = new("--password-file")
    {
        HelpName = "FILE",
        Description = $"Its first line is the box's password. Without it {Variable} is used.",
    };

    public HostArguments()
    {
        _host.Validators.Add(option =>
        {
            string text = option.Tokens.Count == 1 ? option.Tokens[0].Value : "";
            if (!BoxAddress.TryParse(text, out _))
            {
                option.AddError($"'{text}' is no address. Write it as {BoxAddress.Example}.");
            }
        });
    }

    public Option<string> Host => _host;

    public Option<string> PasswordFile => _passwordFile;

    public void AddTo(Command command)
    {
        command.Options.Add(_host);
        command.Options.Add(_passwordFile);
    }

    /// <summary>Null when no box was named.</summary>
    public BoxClient? Open(ParseResult arguments)
    {
        if (arguments.GetValue(_host) is not string text)
        {
            return null;
        }
        BoxAddress.TryParse(text, out Uri address);
        return new BoxClient(address, PasswordFrom(arguments));
    }

    /// <summary>Null when none was given.</summary>
    public string? PasswordFrom(ParseResult arguments)
    {
        return PasswordInFile(arguments) ?? Environment.GetEnvironmentVariable(Variable);
    }

    /// <summary>Only one that was named for this very command.</summary>
    public string? PasswordInFile(ParseResult arguments)
    {
        string? file = arguments.GetValue(_passwordFile);
        if (file == null)
        {
            return null;
        }
        using StreamReader text = new(file);
        string? line = text.ReadLine();
        return line is { Length: > 0 }
            ? line
            : throw new RunException(ExitCode.BadInput,
                $"{file} has no password: it must be its first line.");
    }
}
