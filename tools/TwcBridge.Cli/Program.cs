using System;
using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.IO;
using TwcBridge.Cli.Commands;
using TwcBridge.Cli.Running;
using TwcBridge.VirtualDevice.Captures;

namespace TwcBridge.Cli;

/// <summary>The command line tool: reads the arguments and turns failures into exit codes.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        ParseResult command = new TwcBridgeCommand().Parse(args);
        return (int)(command.Action is ParseErrorAction ? ShowErrors(command) : Run(command));
    }

    private static ExitCode Run(ParseResult command)
    {
        try
        {
            InvocationConfiguration plain = new() { EnableDefaultExceptionHandler = false };
            return (ExitCode)command.Invoke(plain);
        }
        catch (RunException fault)
        {
            return Fail(fault.Code, fault.Message);
        }
        catch (CaptureFormatException fault)
        {
            return Fail(ExitCode.BadInput, fault.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Fail(ExitCode.CannotOpen, fault.Message);
        }
        catch (Exception fault)     // The outermost place: whatever is left is a fault of ours.
        {
            return Fail(ExitCode.Unexpected, $"unexpected, please report it: {fault}");
        }
    }

    private static ExitCode ShowErrors(ParseResult command)
    {
        foreach (ParseError error in command.Errors)
        {
            Console.Error.WriteLine($"twcbridge: {error.Message}");
        }
        string path = TwcBridgeCommand.PathTo(command.CommandResult);
        return Fail(ExitCode.Usage, $"see {path} --help");
    }

    private static ExitCode Fail(ExitCode code, string message)
    {
        Console.Error.WriteLine($"twcbridge: {message}");
        return code;
    }
}
