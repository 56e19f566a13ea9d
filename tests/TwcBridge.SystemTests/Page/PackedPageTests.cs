using System;
using System.IO;
using System.Linq;
using System.Text;
using TwcBridge.Http;

namespace TwcBridge.SystemTests.Page;

/// <summary>The pages as they lie in the firmware. Compressors differ, so what is compared is what
/// a browser makes of them.</summary>
[TestClass]
public class PackedPageTests
{
    private const int MaxSentLength = 24 * 1024;

    private static readonly string[] Unwanted =
        ["src=", "url(", "@import", "innerHTML", "eval(", "style=", "onclick="];

    private static readonly PageSource[] Sources =
    [
        new("page.html", nameof(PageParts)), new("setup.html", nameof(SetupPageParts)),
    ];

    private static readonly byte[][][] Pieces =
    [
        [.. Enumerable.Range(0, PageParts.Count).Select(PageParts.At)],
        [.. Enumerable.Range(0, SetupPageParts.Count).Select(SetupPageParts.At)],
    ];

    private static readonly string[] Policies =
        [PageParts.ContentSecurityPolicy, SetupPageParts.ContentSecurityPolicy];

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void The_pieces_together_are_the_page(int page)
    {
        bool isSame = PageSource.Decompress(Pieces[page]) == Sources[page].Page
            && Policies[page] == Sources[page].Policy;
        if (!isSame && Environment.GetEnvironmentVariable("UPDATE_GOLDENS") == "1")
        {
            File.WriteAllText(Sources[page].SourcePath, Sources[page].Generate());
        }
        Assert.IsTrue(isSame, Path.GetFileName(Sources[page].SourcePath)
            + " is not of this page: run the test with UPDATE_GOLDENS=1, and then again.");
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void A_page_is_ASCII_of_24_KB_at_most_as_sent_and_loads_nothing(int page)
    {
        foreach (byte[] piece in Pieces[page])
        {
            Assert.IsTrue(piece.Length is > 0 and <= PageSource.MaxPieceLength);
        }
        Assert.IsLessThanOrEqualTo(MaxSentLength, Pieces[page].Sum(piece => piece.Length));
        Assert.IsTrue(Ascii.IsValid(Sources[page].Page));
        foreach (string needle in Unwanted)
        {
            Assert.IsFalse(
                Sources[page].Page.Contains(needle, StringComparison.OrdinalIgnoreCase), needle);
        }
    }
}
