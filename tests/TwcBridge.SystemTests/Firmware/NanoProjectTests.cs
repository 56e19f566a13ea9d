using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using TwcBridge.SystemTests.Rules;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Firmware;

/// <summary>The packages cannot be restored where these tests run, so the project files are held
/// against each other, against the table of packages and against the listings.</summary>
[TestClass]
[DoNotParallelize]
public sealed class NanoProjectTests
{
    [TestMethod]
    public void Every_package_is_of_the_set_that_belongs_together()
    {
        Expect.Nothing(NanoProject.All.SelectMany(project => project.Listed
            .Where(package => NanoPackages.Version(package.Id) != package.Version)
            .Select(package => $"{project.Name}: {package.Id} {package.Version}")));
    }

    [TestMethod]
    public void Every_reference_has_its_package_and_every_package_its_reference()
    {
        Expect.Nothing(NanoProject.All.SelectMany(project =>
        {
            string[] listed = [.. project.Listed.Select(package => package.Id)];
            string[] needed = [.. project.References
                .Select(reference => NanoPackages.Package(reference.Assembly)
                    ?? $"the unknown package of {reference.Assembly}").Distinct()];
            return needed.Except(listed).Select(id => $"{project.Name}: {id} is not listed")
                .Concat(listed.Except(needed)
                    .Select(id => $"{project.Name}: nothing is taken from {id}"));
        }));
    }

    [TestMethod]
    public void Every_reference_is_taken_from_where_its_package_lies()
    {
        string packages = Repository.Absolute("packages");
        Expect.Nothing(NanoProject.All.SelectMany(project => project.References
            .Where(reference => project.Absolute(reference.File)
                != Path.Combine(packages, NanoPackages.File(reference.Assembly)))
            .Select(reference => $"{project.Name}: {reference.File}")));
    }

    [TestMethod]
    public void What_a_library_needs_is_referenced_with_it()
    {
        IReadOnlyDictionary<string, ApiListing> listings = ApiLibrary.Device.Listings;
        Expect.Nothing(NanoProject.All.SelectMany(project =>
        {
            string[] had = [.. project.References.Select(reference => reference.Assembly)];
            return had.SelectMany(name => listings[name].References).Except(had)
                .Select(name => $"{project.Name} lacks {name}");
        }));
    }

    [TestMethod]
    public void Core_uses_the_core_library_and_text_encodings_alone()
    {
        string[] allowed = ["mscorlib", "nanoFramework.System.Text"];
        foreach (string name in (string[])[DeviceBuild.Core, DeviceBuild.Http])
        {
            Expect.Nothing(DeviceBuild.Project(name).Libraries.Except(allowed));
        }
    }

    [TestMethod]
    public void Every_firmware_source_is_compiled_exactly_once()
    {
        string[] compiled =
            [.. DeviceBuild.Firmware.SelectMany(name => DeviceBuild.Project(name).Sources)];
        CollectionAssert.AllItemsAreUnique(compiled);
        CollectionAssert.AreEquivalent(Repository.SourceFiles("firmware"), compiled);
    }

    [TestMethod]
    public void Every_unit_test_is_compiled_exactly_once_for_the_device()
    {
        string[] compiled =
            [.. DeviceBuild.Tests.SelectMany(name => DeviceBuild.Project(name).Sources)
                .Where(file => !file.Contains("/TwcBridge.DeviceTests/"))];
        CollectionAssert.AllItemsAreUnique(compiled.Where(HasTests).ToArray());
        CollectionAssert.AreEquivalent(
            Repository.SourceFiles("tests/TwcBridge.UnitTests"), compiled.Distinct().ToArray());
    }

    [TestMethod]
    public void Every_project_is_in_the_solution_under_its_own_id()
    {
        string solution = File.ReadAllText(Repository.Absolute("TwcBridge.sln"));
        Expect.Nothing(NanoProject.All.SelectMany(project =>
        {
            string id = project.Items("ProjectGuid").Single().Value;
            string path = Repository.Relative(project.Path).Replace('/', '\\');
            return (string[])[$"\"{path}\", \"{id}\"", $"{id}.Debug|Any CPU.Build.0",
                $"{id}.Release|Any CPU.Build.0"];
        }).Where(needed => !solution.Contains(needed, StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Every_file_that_a_project_names_is_there()
    {
        string[] items = ["ProjectReference", "None"];
        Expect.Nothing(NanoProject.All.SelectMany(project => items.SelectMany(project.Items)
            .Select(item => project.Absolute(item.Attribute("Include")!.Value))
            .Concat(project.Items("Import").Select(item => item.Attribute("Project")!.Value)
                .Where(path => path.EndsWith("Skipped.targets")).Select(project.Absolute))
            .Where(file => !File.Exists(file))));
    }

    [TestMethod]
    public void Every_project_is_written_in_the_language_that_the_processor_understands()
    {
        Expect.Nothing(NanoProject.All
            .Where(project => project.Items("LangVersion").Single().Value != "10")
            .Select(project => project.Name));
    }

    private static bool HasTests(string file)
    {
        return File.ReadAllText(file).Contains("[TestClass]");
    }
}
