using System;
using System.Collections.Generic;
using System.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>
/// The parameter list of one line. A listing names only parameters with a default value, so all of
/// them get names of ours: calls with named arguments do not compile against the referee.
/// </summary>
internal static class Parameters
{
    public static string Of(ApiEntry entry)
    {
        string[] types = entry.ParameterTypes;
        string[] notes = entry.Kind == 'P'
            ? [] : entry.Braces.Split(", ", StringSplitOptions.RemoveEmptyEntries);
        string byReference = ByReferenceWord(entry, types, notes);
        bool takesAnyNumber = notes.Any(note => note.StartsWith("params "));
        string[] defaults = notes.Where(note => note.Contains('='))
            .Select(note => note[(note.IndexOf('=') + 1)..]).ToArray();

        int firstDefault = types.Length - defaults.Length;
        IEnumerable<string> parameters = types.Select((type, index) =>
        {
            string word = type.EndsWith('@') ? byReference
                : takesAnyNumber && index == types.Length - 1 ? "params " : "";
            string suffix = index < firstDefault
                ? "" : " = " + Constants.Expression(type, defaults[index - firstDefault]);
            return $"{word}{TypeNames.CSharp(type.TrimEnd('@'))} a{index}{suffix}";
        });
        return string.Join(", ", parameters);
    }

    private static string ByReferenceWord(ApiEntry entry, string[] types, string[] notes)
    {
        int outCount = notes.Count(note => note.StartsWith("out "));
        int referenceCount = types.Count(type => type.EndsWith('@'));
        if (outCount != 0 && outCount != referenceCount)
        {
            throw new NotSupportedException($"{entry.Path} mixes ref and out.");
        }
        return outCount == 0 ? "ref " : "out ";
    }
}
