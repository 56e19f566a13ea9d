namespace TwcBridge.SystemTests.Hardware;

/// <summary>A pin of a symbol on the sheet.</summary>
internal sealed record SheetPin(string Reference, string Number, string Name, Spot At)
{
    /// <summary>A pin of the supply's symbol or a flag: it names a net and is no part.</summary>
    public bool IsPart => !Reference.StartsWith('#');

    /// <summary>Such as U2.18=A; pins of resistors and the like have no name.</summary>
    public string Text => $"{Reference}.{Number}" + (Name == "~" ? "" : "=" + Name);
}
