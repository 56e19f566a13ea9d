using TwcBridge.Simulator;

namespace TwcBridge.VirtualDevice.Proving;

/// <summary>No connector suffers from a frame of ours (PROTOCOL 8). The simulator's connectors know
/// what harms them, and who it was; what only a fault of the line has made is nobody's doing.
/// </summary>
internal sealed class HarmCheck : Checker
{
    public HarmCheck(Evidence evidence)
        : base(evidence)
    {
    }

    public override void OnStep()
    {
        foreach (ConnectorWatch connector in Evidence.Connectors)
        {
            if (connector.Truth.IsHarmed
                && ReferenceEquals(connector.Truth.Harm.By, Evidence.Port.Name))
            {
                Harm harm = connector.Truth.Harm;
                Evidence.Refute(Property.NoHarm,
                    $"{connector.Truth.Name}: {harm.Cause} by {harm.Opcode:X4}");
            }
        }
    }
}
