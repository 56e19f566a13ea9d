using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TwcBridge.SystemTests.Rules.Referee;

/// <summary>Reads what matters of a classic .nfproj: Compile, Reference, ProjectReference and
/// OutputType. No properties, no conditions.</summary>
internal static class ProjectFile
{
    public static FirmwareProject Read(string name, string folder)
    {
        string path = Directory.EnumerateFiles(Repository.Absolute(folder), "*.nfproj").Single();
        XDocument document = XDocument.Load(path);
        string absolute = Path.GetDirectoryName(path)!;
        return new FirmwareProject(name, folder)
        {
            Sources = Items(document, "Compile")
                .SelectMany(item => Files(absolute, item)).ToArray(),
            Libraries = Items(document, "Reference")
                .Select(item => Include(item).Split(',')[0]).ToArray(),
            Projects = Items(document, "ProjectReference")
                .Select(item => Path.GetFileNameWithoutExtension(Include(item))).ToArray(),
            IsProgram = Items(document, "OutputType").Any(item => item.Value == "Exe"),
        };
    }

    private static IEnumerable<XElement> Items(XDocument document, string name)
    {
        return document.Descendants().Where(element => element.Name.LocalName == name);
    }

    private static string Include(XElement item)
    {
        string value = item.Attribute("Include")?.Value
            ?? throw new NotSupportedException($"{item.Name.LocalName} without Include.");
        return value.Replace('\\', '/');
    }

    private static IEnumerable<string> Files(string folder, XElement item)
    {
        string[] excluded = Patterns(folder, item.Attribute("Exclude")?.Value ?? "").ToArray();
        return Patterns(folder, Include(item)).SelectMany(Expand)
            .Where(file => !excluded.Any(pattern => Matches(pattern, file)));
    }

    private static IEnumerable<string> Patterns(string folder, string value)
    {
        return value.Replace('\\', '/')
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pattern => Path.GetFullPath(Path.Combine(folder, pattern)));
    }

    private static IEnumerable<string> Expand(string pattern)
    {
        int wild = pattern.IndexOf('*');
        if (wild < 0)
        {
            return [pattern];
        }
        string folder = pattern[..pattern.LastIndexOf('/', wild)];
        return Repository.SourceFiles(folder).Where(file => Matches(pattern, file));
    }

    private static bool Matches(string pattern, string file)
    {
        string expression = Regex.Escape(pattern)
            .Replace(@"\*\*/", "(.*/)?").Replace(@"\*", "[^/]*");
        return Regex.IsMatch(file, $"^{expression}$");
    }
}
