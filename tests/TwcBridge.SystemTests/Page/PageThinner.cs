using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.Page;

/// <summary>
/// A page without what only its reader in the repository needs: indentation, comments, blanks
/// between signs, and the names of variables. Texts stay as they are. It knows as much of CSS and
/// JavaScript as our pages use.
/// </summary>
internal static partial class PageThinner
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";

    public static string Thin(string page)
    {
        string thin = Element(page, "style", ThinStyle);
        return Element(LineStart().Replace(thin, ""), "script", ThinScript);
    }

    private static string Element(string page, string name, Func<string, string> change)
    {
        int start = page.IndexOf($"<{name}>", StringComparison.Ordinal) + name.Length + 2;
        int end = page.IndexOf($"</{name}>", StringComparison.Ordinal);
        return page[..start] + change(page[start..end]) + page[end..];
    }

    private static string ThinStyle(string style)
    {
        string one = Blanks().Replace(StyleComment().Replace(style, ""), " ");
        return StyleSigns().Replace(one, "$1").Replace(";}", "}").Trim();
    }

    private static string ThinScript(string script)
    {
        string[] tokens = [.. Token().Matches(script).Select(match => match.Value)
            .Where(token => !token.StartsWith("//"))];
        Dictionary<string, string> names = ShortNames(tokens);
        StringBuilder thin = new();
        string last = "";
        foreach (string token in tokens)
        {
            if (string.IsNullOrWhiteSpace(token))
            {
                last = last.EndsWith('\n') || token.Contains('\n') ? "\n" : " ";
                continue;
            }
            string next = names.GetValueOrDefault(token, token);
            Join(thin, last, next);
            thin.Append(next);
            last = "";
        }
        return thin.ToString();
    }

    // A line may end where a statement does; any other blank only parts two words or two signs.
    private static void Join(StringBuilder thin, string blank, string next)
    {
        if (thin.Length == 0 || blank.Length == 0)
        {
            return;
        }
        char before = thin[^1];
        bool areWords = IsOfWord(before) && IsOfWord(next[0]);
        bool areSigns = "+-/".Contains(before) && "+-/".Contains(next[0]);
        bool isEnd = blank == "\n" && !";{}(,[:?&|=<>+-*.".Contains(before)
            && !"})],;:?&|.+*=<>".Contains(next[0]);
        bool isBlockEnd = blank == "\n" && before == '}' && !"})],;:?&|.".Contains(next[0]);
        if (areWords || areSigns || isEnd || isBlockEnd)
        {
            thin.Append(blank);
        }
    }

    private static Dictionary<string, string> ShortNames(string[] tokens)
    {
        ScriptNames names = new([.. tokens.Where(token => !string.IsNullOrWhiteSpace(token))]);
        string[] free = [.. ShortOnes().Where(names.IsFree)];
        return names.Renamable.Select((name, i) => (name, i))
            .ToDictionary(row => row.name, row => free[row.i]);
    }

    private static IEnumerable<string> ShortOnes()
    {
        return Letters.Select(letter => letter.ToString()).Concat(
            Letters.SelectMany(first => Letters.Select(second => $"{first}{second}")));
    }

    private static bool IsOfWord(char sign)
    {
        return char.IsAsciiLetterOrDigit(sign) || sign is '_' or '$';
    }

    [GeneratedRegex(@"^[ \t]+|\n(?=\n)", RegexOptions.Multiline)]
    private static partial Regex LineStart();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex StyleComment();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@" ?([{};,>]) ?|(?<=:) ")]
    private static partial Regex StyleSigns();

    [GeneratedRegex(@"//[^\n]*|\s+|'(?:\\.|[^'\\])*'|""(?:\\.|[^""\\])*"""
        + @"|/(?![/*\s])(?:\\.|\[[^\]]*\]|[^/\\\n])+/[gimsuy]*(?=[.,;)\s])"
        + @"|[\w$]+|\?\.|=>|\.\.\.|.", RegexOptions.Singleline)]
    private static partial Regex Token();
}
