using System;
using System.IO;
using System.Text;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Http;

[TestClass]
public class PagePartsTests
{
    private const int MaxPageLength = 24 * 1024;

    private static readonly string Page = File.ReadAllText(PagePartsSource.PagePath);

    [TestMethod]
    public void The_parts_are_written_out_of_the_page()
    {
        string expected = PagePartsSource.Generate(Page);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(PagePartsSource.SourcePath, expected);
        }
        Assert.IsTrue(expected == File.ReadAllText(PagePartsSource.SourcePath),
            "PageParts.cs is not of this page.html: run the test with UPDATE_GOLDENS=1.");
    }

    [TestMethod]
    public void The_parts_together_are_the_page()
    {
        StringBuilder page = new();
        for (int i = 0; i < PageParts.Count; i++)
        {
            string part = PageParts.At(i);
            Assert.IsTrue(part.Length is > 0 and <= PagePartsSource.MaxPartLength, $"part {i}");
            page.Append(part);
        }
        Assert.IsTrue(Page == page.ToString());
    }

    [TestMethod]
    public void The_page_is_ASCII_of_24_KB_at_most_and_loads_nothing()
    {
        Assert.IsTrue(Page.Length <= MaxPageLength, $"{Page.Length} bytes");
        Assert.IsTrue(Ascii.IsValid(Page));
        string[] needles = ["src=", "url(", "@import", "innerHTML", "eval(", "style=", "onclick="];
        foreach (string needle in needles)
        {
            Assert.IsFalse(Page.Contains(needle, StringComparison.OrdinalIgnoreCase), needle);
        }
    }
}
