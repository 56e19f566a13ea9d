namespace TwcBridge.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal interface IHasExamples
{
    /// <summary>Whole command lines, the most useful first.</summary>
    public string[] Examples { get; }
}
