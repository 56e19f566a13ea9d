using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace TwcBridge.SystemTests.Hardware;

/// <summary>A list or a word of KiCad's file format: <c>(name item item ...)</c>.</summary>
internal sealed class SExpression
{
    private readonly List<SExpression> _items = [];

    private SExpression(string word)
    {
        Word = word;
    }

    /// <summary>The word itself, or the first word of a list.</summary>
    public string Word { get; private set; }

    /// <summary>What follows the first word.</summary>
    public IReadOnlyList<SExpression> Items => _items;

    /// <exception cref="FormatException">The parentheses or quotes are not balanced.</exception>
    public static SExpression Parse(string text)
    {
        Stack<SExpression> open = new();
        SExpression root = new("");
        open.Push(root);
        int at = 0;
        while (at < text.Length)
        {
            switch (text[at])
            {
                case '(':
                    open.Push(new SExpression(""));
                    at++;
                    break;
                case ')':
                    Close(open, at);
                    at++;
                    break;
                case char space when char.IsWhiteSpace(space):
                    at++;
                    break;
                default:
                    open.Peek().Add(new SExpression(ReadWord(text, ref at)));
                    break;
            }
        }
        if (open.Count != 1 || root._items.Count != 1)
        {
            throw new FormatException($"{open.Count - 1} lists are not closed");
        }
        return root._items[0];
    }

    public IEnumerable<SExpression> All(string name)
    {
        return _items.Where(item => item.Word == name);
    }

    public SExpression The(string name)
    {
        return All(name).Single();
    }

    /// <summary>The value of a property, or "".</summary>
    public string Property(string name)
    {
        return All("property").Where(property => property._items[0].Word == name)
            .Select(property => property._items[1].Word).SingleOrDefault("");
    }

    private static void Close(Stack<SExpression> open, int at)
    {
        SExpression list = open.Pop();
        if (open.Count == 0)
        {
            throw new FormatException($"a list too many is closed at {at}");
        }
        open.Peek()._items.Add(list);
    }

    private void Add(SExpression item)
    {
        if (Word.Length == 0 && _items.Count == 0)
        {
            Word = item.Word;
        }
        else
        {
            _items.Add(item);
        }
    }

    private static string ReadWord(string text, ref int at)
    {
        if (text[at] != '"')
        {
            int from = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')'))
            {
                at++;
            }
            return text[from..at];
        }
        StringBuilder word = new();
        for (at++; at < text.Length && text[at] != '"'; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            word.Append(text[at]);
        }
        if (at == text.Length)
        {
            throw new FormatException("a quote is not closed");
        }
        at++;
        return word.ToString();
    }
}
