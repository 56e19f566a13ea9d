using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace TwcBridge.SystemTests.Page;

/// <summary>
/// The names of variables, functions and parameters in a script that can be others: those that the
/// script declares, and that are nowhere a key, a member or a name of the browser.
/// </summary>
internal sealed partial class ScriptNames
{
    private static readonly string[] Others =
    [
        "async", "await", "break", "case", "catch", "class", "const", "continue", "default",
        "delete", "do", "else", "finally", "for", "function", "if", "in", "instanceof", "let",
        "new", "null", "of", "return", "switch", "this", "throw", "true", "false", "try", "typeof",
        "undefined", "var", "void", "while", "get", "set",
        "document", "window", "location", "fetch", "event", "history", "navigator", "name",
        "status", "screen", "top", "self", "confirm", "Date", "Math", "JSON",
        "SETTINGS", "turn", "turning", "line",      // Tests ask the page for them.
    ];

    private readonly Dictionary<string, int> _counts = [];
    private readonly HashSet<string> _kept = [.. Others];
    private readonly HashSet<string> _declared = [];

    public ScriptNames(string[] code)
    {
        Stack<string> open = [];
        for (int i = 0; i < code.Length; i++)
        {
            if (code[i] is "{" or "(" or "[")
            {
                open.Push(code[i]);
            }
            else if (code[i] is "}" or ")" or "]")
            {
                open.Pop();
            }
            else if (Name().IsMatch(code[i]))
            {
                Note(code, i, open.Count > 0 && open.Peek() == "{");
            }
        }
        for (int i = 1; i < code.Length; i++)
        {
            Declare(code, i);
        }
    }

    /// <summary>The most frequent first.</summary>
    public string[] Renamable => [.. _counts
        .Where(row => row.Key.Length > 2 && _declared.Contains(row.Key)
            && !_kept.Contains(row.Key))
        .OrderByDescending(row => row.Value).ThenBy(row => row.Key, StringComparer.Ordinal)
        .Select(row => row.Key)];

    public bool IsFree(string name)
    {
        return !_counts.ContainsKey(name) && !_kept.Contains(name);
    }

    private void Note(string[] code, int i, bool isInBraces)
    {
        string before = i > 0 ? code[i - 1] : "";
        string after = i < code.Length - 1 ? code[i + 1] : "";
        bool isMember = before is "." or "?.";
        bool isKey = isInBraces && before is "{" or "," && after is ":" or "," or "}" or "(";
        if (isMember || isKey)
        {
            _kept.Add(code[i]);
        }
        _counts[code[i]] = _counts.GetValueOrDefault(code[i]) + 1;
    }

    private void Declare(string[] code, int i)
    {
        bool isNext = code[i - 1] == "," && i < code.Length - 1 && code[i + 1] == "=";
        if (code[i - 1] is "const" or "let" or "function" || isNext)
        {
            _declared.Add(code[i]);
        }
        if (code[i] == "=>")
        {
            DeclareParameters(code, i - 1);
        }
        else if (code[i - 1] == ")" && code[i] == "{")
        {
            DeclareParameters(code, i - 1);
        }
    }

    // Of an arrow, or of what may be a function: if it is none, nothing there is a plain list.
    private void DeclareParameters(string[] code, int end)
    {
        if (code[end] != ")")
        {
            _declared.Add(code[end]);
            return;
        }
        int start = Array.LastIndexOf(code, "(", end);
        string[] list = code[(start + 1)..end];
        bool isFunction = code[end + 1] == "=>" || (start > 1 && code[start - 2] == "function");
        if (isFunction && list.All(token => token == "," || Name().IsMatch(token)))
        {
            _declared.UnionWith(list);
        }
    }

    [GeneratedRegex(@"^[A-Za-z_$][\w$]*$")]
    private static partial Regex Name();
}
