using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using TwcBridge.SystemTests.Rules;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>A firmware project with its packages.config, as text to be checked.</summary>
internal sealed class NanoProject
{
    private NanoProject(string name, string path)
    {
        Name = name;
        Path = path;
        Project = XDocument.Load(path);
        Packages = XDocument.Load(System.IO.Path.Combine(Folder, "packages.config"));
    }

    public static NanoProject[] All => [.. DeviceBuild.All.Select(Load)];

    public string Name { get; }

    public string Path { get; }

    public XDocument Project { get; }

    public XDocument Packages { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Id and version of each package, as packages.config has them.</summary>
    public (string Id, string Version)[] Listed =>
        [.. Packages.Descendants("package").Select(package =>
            (package.Attribute("id")!.Value, package.Attribute("version")!.Value))];

    /// <summary>Each referenced assembly with the file that it is taken from.</summary>
    public (string Assembly, string File)[] References =>
        [.. Items("Reference").Select(item => (
            item.Attribute("Include")!.Value,
            item.Elements().Single(child => child.Name.LocalName == "HintPath").Value))];

    public IEnumerable<XElement> Items(string name)
    {
        return Project.Descendants().Where(element => element.Name.LocalName == name);
    }

    /// <summary>A path of the project file, as an absolute one.</summary>
    public string Absolute(string path)
    {
        return System.IO.Path.GetFullPath(
            System.IO.Path.Combine(Folder, path.Replace('\\', '/')));
    }

    private static NanoProject Load(string name)
    {
        string folder = Repository.Absolute(DeviceBuild.Project(name).Folder);
        return new NanoProject(name, Directory.EnumerateFiles(folder, "*.nfproj").Single());
    }
}
