using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TwcBridge.Cli.Output;
using TwcBridge.Cli.Running;

namespace TwcBridge.Cli.Setup;

/// <summary>Goes through the steps that are not behind us yet, and remembers each.</summary>
internal sealed class SetupRun
{
    private readonly SetupState _state;
    private readonly string _path;
    private readonly StepView _view;
    private readonly IReadOnlyList<SetupStep> _steps;

    public SetupRun(
        SetupState state, string path, StepView view, IReadOnlyList<SetupStep> steps)
    {
        _state = state;
        _path = path;
        _view = view;
        _steps = steps;
    }

    /// <summary>All that are left. The state goes at the end: it holds passwords.</summary>
    public void RunAll()
    {
        if (_state.Done.Count > 0)
        {
            _view.Tell(Ink.Notable, "Going on where it was left. twcbridge setup --again starts "
                + "anew.");
        }
        foreach (SetupStep step in _steps)
        {
            if (_state.Done.Contains(step.Name))
            {
                _view.Tell(Ink.Faint, $"  ok  {step.Title}, done before");
                continue;
            }
            Run(step, "twcbridge setup goes on from here.");
        }
        File.Delete(_path);
    }

    /// <summary>One step, whether or not it was done before.</summary>
    public void RunOnly(string name)
    {
        SetupStep step = _steps.First(step => step.Name == name);
        _state.Done.Remove(name);
        Run(step, $"Then: twcbridge setup --only {name}");
    }

    private void Run(SetupStep step, string goOn)
    {
        _view.Tell(Ink.Asked, step.Title);
        try
        {
            step.Run();
        }
        catch (RunException fault)
        {
            throw new RunException(fault.Code, $"{step.Title}: {fault.Message}\n{goOn}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RunException(ExitCode.CannotOpen,
                $"{step.Title}: {fault.Message}\nWhen that is mended: {goOn}");
        }
        _state.Done.Add(step.Name);
        _state.Save(_path);
    }
}
