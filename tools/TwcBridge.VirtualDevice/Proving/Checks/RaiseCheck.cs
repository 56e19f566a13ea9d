using System;
using System.Text;
using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>
/// Lower before raise, and wait for the echo. Whenever a frame allows a connector more than it may
/// be obeying already, and more than it was told before, the new limit and what all others are
/// committed to stay within the site limit. The others count with the highest limit that they were
/// told since they last confirmed one, whoever told them (what cars draw beyond it is for
/// SiteLimitCheck); also while the bridge has lost them, or is another one since a boot, until they
/// have missed every controller for so long that their
/// contactor is open. Only whose contactor is open counts nothing, and who besides is not linked or
/// was ordered to open it: that is the simulator's truth, and stricter than any waiting time.
/// </summary>
internal sealed class RaiseCheck : Checker
{
    // An answer that only a spoilt frame has given may say anything: a moment later the next one
    // puts it right.
    private const long MisheardUs = 15 * Micros.PerSecond;

    // Who has come a moment ago, while the raise was decided and not told yet.
    private const long NewUs = 4 * Micros.PerSecond;

    public RaiseCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnSending()
    {
        if (!Evidence.Sent.IsLimit || Evidence.Sent.To is not { } raised)
        {
            return;
        }
        int limit = raised.Obeyed(Evidence.Sent.Frame.LimitCentiamps);
        int before = Math.Max(
            raised.CommittedCentiamps, Math.Max(raised.BookCentiamps, raised.ToldCentiamps));
        if (limit <= before || Evidence.WasMisheardWithin(MisheardUs))
        {
            return;
        }
        int sum = limit + SumBeside(raised);
        if (sum > Evidence.Settings.SiteLimitCentiamps)
        {
            Evidence.Refute(Property.RaisesFit, Describe(raised, limit, sum));
        }
    }

    private int SumBeside(ConnectorWatch raised)
    {
        int sum = 0;
        foreach (ConnectorWatch other in Evidence.Connectors)
        {
            bool isNew = NowUs - other.LinkReadyUs < NewUs;
            sum += other == raised || isNew ? 0 : other.ReservedCentiamps;
        }
        return sum;
    }

    private string Describe(ConnectorWatch raised, int limit, int sum)
    {
        StringBuilder text = new();
        text.Append($"raises {raised.Truth.Name} from {raised.CommittedCentiamps} to {limit} "
            + $"centiamps; in sum {sum} of {Evidence.Settings.SiteLimitCentiamps}:");
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            text.Append($" {connector.Truth.Name} {connector.ReservedCentiamps}");
        }
        return text.ToString();
    }
}
