namespace TwcBridge.UnitTests.Mqtt;

/// <summary>Questions about the lines of <see cref="SurfaceTimeline.Published"/>.</summary>
public static class PublishedLines
{
    /// <summary>The same lines with the JSON of states cut to its braces: what changes every
    /// second has its tests elsewhere.</summary>
    public static string Brief(string lines)
    {
        string brief = "";
        int i = 0;
        while (i < lines.Length)
        {
            int end = lines.IndexOf('\n', i);
            int brace = lines.IndexOf('{', i);
            int close = lines.LastIndexOf('}', end);
            bool json = brace >= i && brace < end;
            brief += json
                ? lines.Substring(i, brace - i) + "{}" + lines.Substring(close + 1, end - close)
                : lines.Substring(i, end - i + 1);
            i = end + 1;
        }
        return brief;
    }

    public static int Count(string lines, string part)
    {
        int count = 0;
        for (int at = lines.IndexOf(part); at >= 0; at = lines.IndexOf(part, at + 1))
        {
            count++;
        }
        return count;
    }
}
