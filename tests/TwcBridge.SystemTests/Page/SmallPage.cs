using System;
using NUglify;
using NUglify.Html;
using NUglify.JavaScript;

namespace TwcBridge.SystemTests.Page;

/// <summary>A page without what only its reader in the repository needs: comments, blanks, optional
/// tags, and the names of variables.</summary>
internal static class SmallPage
{
    public static string Of(string page)
    {
        HtmlSettings settings = new()
        {
            DecodeEntityCharacters = false,
            RemoveAttributeQuotes = true,
            JsSettings = new CodeSettings
            {
                LocalRenaming = LocalRenaming.CrunchAll,
                AlwaysEscapeNonAscii = true,
            },
        };
        UglifyResult result = Uglify.Html(page, settings);
        return result.HasErrors
            ? throw new FormatException(string.Join(Environment.NewLine, result.Errors))
            : result.Code;
    }
}
