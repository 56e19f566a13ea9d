using TwcBridge.Bus;
using TwcBridge.Control;

namespace TwcBridge.Cli.Monitoring;

/// <summary>What is most likely wrong with the bus.</summary>
/// <param name="Code">Never reworded; docs/troubleshooting.md has a section for each.</param>
/// <param name="Id">Whom it is about; null for nobody.</param>
internal sealed record Diagnosis(string Code, string Text, string? Id)
{
    public bool IsWell => Code == DiagnosisWords.CodeOf(BusFinding.Well);

    public bool IsOpen => Code == DiagnosisWords.CodeOf(BusFinding.Starting);

    public override string ToString()
    {
        return Id == null ? $"{Code}: {Text}" : $"{Code}: {Text} ({Id})";
    }
}
