namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>Constants and default values of a listing turned into C# expressions.</summary>
internal static class Constants
{
    public static string Expression(string documentedType, string value)
    {
        return (documentedType, value) switch
        {
            ("System.String", ['"', ..]) => value,
            ("System.Char", [char character]) => Cast(documentedType, $"{(int)character}"),
            (_, "null") => "default",
            (_, "True") => "true",
            (_, "False") => "false",
            (_, "NaN") => Cast(documentedType, "0.0 / 0.0"),
            (_, "Infinity") => Cast(documentedType, "1.0 / 0.0"),
            (_, "-Infinity") => Cast(documentedType, "-1.0 / 0.0"),
            _ => Cast(documentedType, value),
        };
    }

    private static string Cast(string documentedType, string value)
    {
        return $"({TypeNames.CSharp(documentedType)})({value})";
    }
}
