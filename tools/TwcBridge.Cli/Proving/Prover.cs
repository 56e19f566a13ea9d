using System;
using System.Diagnostics;
using System.Threading;
using TwcBridge.VirtualDevice.Proving;

namespace TwcBridge.Cli.Proving;

/// <summary>Runs a proof until it is over, its time is up, or somebody stops it.</summary>
internal sealed class Prover
{
    private readonly ProveOptions _options;
    private readonly IProveView _view;
    private readonly Proof _proof;

    public Prover(ProveOptions options, IProveView view)
    {
        _options = options;
        _view = view;
        _proof = new Proof(
            options.Seed, options.Connectors, ProveResult.MicrosIn(options.Years))
        {
            IsSafetyOnly = options.SafetyOnly,
        };
    }

    public ExitCode Run(CancellationToken stop)
    {
        Stopwatch watch = Stopwatch.StartNew();
        _view.Begin(_options);
        while (!_proof.IsOver && !stop.IsCancellationRequested
            && watch.Elapsed.TotalMinutes < _options.Minutes)
        {
            _proof.RunWorld();
            _view.Progress(ResultAfter(watch.Elapsed));
        }
        _view.End(ResultAfter(watch.Elapsed));
        return _proof.Refuted is not null ? ExitCode.Findings
            : stop.IsCancellationRequested ? ExitCode.Stopped
            : ExitCode.Ok;
    }

    private ProveResult ResultAfter(TimeSpan elapsed)
    {
        return new ProveResult(_options, _proof, elapsed);
    }
}
