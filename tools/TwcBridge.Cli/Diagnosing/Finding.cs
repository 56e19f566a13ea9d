namespace TwcBridge.Cli.Diagnosing;

/// <summary>One thing that was looked at.</summary>
/// <param name="Advice">What to do; empty where there is nothing to do.</param>
internal sealed record Finding(string Subject, Verdict Verdict, string Text, string Advice)
{
    public static Finding Fine(string subject, string text)
    {
        return new Finding(subject, Verdict.Fine, text, "");
    }

    public static Finding Doubtful(string subject, string text, string advice)
    {
        return new Finding(subject, Verdict.Doubtful, text, advice);
    }

    public static Finding Wrong(string subject, string text, string advice)
    {
        return new Finding(subject, Verdict.Wrong, text, advice);
    }

    public static Finding Unknown(string subject, string text)
    {
        return new Finding(subject, Verdict.Unknown, text, "");
    }
}
