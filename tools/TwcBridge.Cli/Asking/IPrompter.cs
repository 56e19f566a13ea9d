namespace TwcBridge.Cli.Asking;

/// <summary>Who answers questions: somebody at a terminal, lines of a file, or nobody.</summary>
internal interface IPrompter
{
    public string Ask(Question question);

    /// <param name="option">How it is said without being asked.</param>
    public bool Confirm(string text, string option);

    /// <summary>One of several, the first of which is proposed.</summary>
    /// <returns>Its index.</returns>
    public int Choose(string text, string option, string[] choices);
}
