using System.IO;
using System.Linq;
using TwcBridge.SystemTests.Rules.Referee;

namespace TwcBridge.SystemTests.Rules;

[TestClass]
public sealed class ProjectFileTests
{
    private const string Project = """
        <Project xmlns="http://schemas.microsoft.com/developer/msbuild/2003">
          <PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>
          <ItemGroup>
            <Compile Include="Program.cs" />
            <Compile Include="Links\**\*.cs" Exclude="Links\Old\*.cs" />
            <Compile Include="..\Beside\*.cs"><Link>Beside.cs</Link></Compile>
            <Reference Include="System.IO.Ports, Version=1.1.139.0, Culture=neutral">
              <HintPath>..\packages\nanoFramework.System.IO.Ports.1.1.139\lib\x.dll</HintPath>
            </Reference>
            <ProjectReference Include="..\TwcBridge.Core\TwcBridge.Core.nfproj" />
          </ItemGroup>
        </Project>
        """;

    [TestMethod]
    public void Takes_sources_libraries_and_projects_from_the_project_file()
    {
        string root = Directory.CreateTempSubdirectory().FullName;
        string[] files =
        [
            "App/Program.cs", "App/Forgotten.cs", "App/Links/A.cs", "App/Links/Deep/B.cs",
            "App/Links/Old/C.cs", "App/obj/D.cs", "Beside/E.cs", "Beside/Deep/F.cs",
        ];
        foreach (string file in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, file))!);
            File.WriteAllText(Path.Combine(root, file), "");
        }
        File.WriteAllText(Path.Combine(root, "App", "App.nfproj"), Project);

        FirmwareProject read = ProjectFile.Read("App", Path.Combine(root, "App"));
        Directory.Delete(root, recursive: true);

        string[] expected = ["App/Program.cs", "App/Links/A.cs", "App/Links/Deep/B.cs",
            "Beside/E.cs"];
        CollectionAssert.AreEquivalent(
            expected, read.Sources.Select(file => Path.GetRelativePath(root, file)).ToArray());
        CollectionAssert.AreEqual((string[])["System.IO.Ports"], read.Libraries);
        CollectionAssert.AreEqual((string[])["TwcBridge.Core"], read.Projects);
        Assert.IsTrue(read.IsProgram);
    }
}
